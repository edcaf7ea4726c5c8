// "Sort": the order of the list. While something is searched for, the best match comes first unless
// another order is asked for.

import { Menu } from '@base-ui/react/menu';
import { SORT_NAMES, SORTS, type Sort } from '@core/library/sorts';
import { ArrowDownUp, Check } from 'lucide-react';
import { useStore } from '../../store/store';
import menu from '../../ui/menu.module.css';
import bar from './ListBar.module.css';

const BEST = 'best';

export default function SortMenu() {
  const sort = useStore((state) => state.sort);
  const searching = useStore((state) => state.hits !== null);
  const setSort = useStore((state) => state.setSort);
  const usual = searching ? BEST : 'counterfactual';
  const value = sort ?? usual;
  const names: Record<Sort | typeof BEST, string> = { ...SORT_NAMES, [BEST]: 'Best match' };
  const choices = searching ? ([BEST, ...SORTS] as const) : SORTS;
  return (
    <Menu.Root>
      <Menu.Trigger className={bar.trigger} aria-label={`Sort by: ${names[value]}`}>
        <ArrowDownUp size={15} aria-hidden="true" /> {names[value]}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={menu.positioner}>
          <Menu.Popup className={menu.popup}>
            <Menu.RadioGroup
              value={value}
              onValueChange={(next: Sort | typeof BEST) =>
                setSort(next === usual ? null : (next as Sort))
              }
            >
              {choices.map((choice) => (
                <Menu.RadioItem key={choice} value={choice} closeOnClick className={menu.choice}>
                  <Menu.RadioItemIndicator className={menu.tick}>
                    <Check size={15} aria-hidden="true" />
                  </Menu.RadioItemIndicator>
                  {names[choice]}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
