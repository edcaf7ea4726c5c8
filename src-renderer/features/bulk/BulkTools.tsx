// The tools of the bar: words, status, export, trash. How far it is with many, and how to stop.

import { Menu } from '@base-ui/react/menu';
import { STATUS_NAMES } from '@core/library/status-names';
import { STATUSES } from '@core/record/model';
import { Trash2, X } from 'lucide-react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import menu from '../../ui/menu.module.css';
import { ExportMenu } from '../export/ExportMenu';
import styles from './BulkBar.module.css';
import { WordsPopover } from './WordsPopover';

export default function BulkTools() {
  const chosen = useStore((state) => state.chosen);
  const writable = useStore((state) => state.library?.writable ?? true);
  const bulk = useStore((state) => state.bulk);
  const { editChosen, trashChosen, stopBulk, chooseNone } = useStore.getState();
  if (bulk) {
    return (
      <>
        <progress value={bulk.done} max={bulk.total} aria-label={bulk.name} />
        <span className={styles.count}>
          {bulk.done} of {bulk.total}
        </span>
        <Button onClick={stopBulk}>Stop</Button>
      </>
    );
  }
  return (
    <>
      <WordsPopover field="themes" disabled={!writable} />
      <WordsPopover field="services" disabled={!writable} />
      <Menu.Root>
        <Menu.Trigger render={<Button look="quiet" />} disabled={!writable}>
          Status…
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={6} align="start" className={menu.positioner}>
            <Menu.Popup className={menu.popup}>
              {STATUSES.map((status) => (
                <Menu.Item
                  key={status}
                  className={menu.item}
                  onClick={() =>
                    void editChosen('Status changed', (fields) =>
                      fields.status === status ? null : { status },
                    )
                  }
                >
                  {STATUS_NAMES[status]}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <ExportMenu keys={[...chosen]} />
      <Button look="quiet" disabled={!writable} onClick={() => void trashChosen()}>
        <Trash2 size={16} aria-hidden="true" /> Move to trash
      </Button>
      <Button
        look="icon"
        className={styles.none}
        aria-label="Select none"
        title="Select none (Esc)"
        onClick={() => {
          chooseNone();
          document.querySelector<HTMLElement>('[data-records] [tabindex="0"]')?.focus();
        }}
      >
        <X size={18} aria-hidden="true" />
      </Button>
    </>
  );
}
