// "Views": filters, words and order kept under a name, to come back to.

import { Menu } from '@base-ui/react/menu';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { useStore } from '../../store/store';
import menu from '../../ui/menu.module.css';
import bar from './ListBar.module.css';
import { SaveViewDialog } from './SaveViewDialog';
import { ViewsDialog } from './ViewsDialog';
import { currentView, isUsual } from './view-slice';

export default function ViewsMenu() {
  const saved = useStore((state) => state.savedViews);
  const nothingToKeep = useStore((state) => isUsual(currentView(state)));
  const [dialog, setDialog] = useState<'save' | 'change' | null>(null);
  const { showView, clearFilters, setSort } = useStore.getState();
  return (
    <>
      <Menu.Root>
        <Menu.Trigger className={bar.trigger}>
          <Bookmark size={15} aria-hidden="true" /> Views
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="end" className={menu.positioner}>
            <Menu.Popup className={menu.popup}>
              <Menu.Item
                className={menu.item}
                onClick={() => {
                  clearFilters(true);
                  setSort(null);
                }}
              >
                All near misses
              </Menu.Item>
              {saved.map(({ name, view }) => (
                <Menu.Item key={name} className={menu.item} onClick={() => showView(view)}>
                  {name}
                </Menu.Item>
              ))}
              <Menu.Separator className={menu.line} />
              <Menu.Item
                className={menu.item}
                disabled={nothingToKeep}
                onClick={() => setDialog('save')}
              >
                Save this view…
              </Menu.Item>
              {saved.length > 0 && (
                <Menu.Item className={menu.item} onClick={() => setDialog('change')}>
                  Rename or remove views…
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {dialog === 'save' && <SaveViewDialog onClose={() => setDialog(null)} />}
      {dialog === 'change' && <ViewsDialog onClose={() => setDialog(null)} />}
    </>
  );
}
