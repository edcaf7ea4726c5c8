// The menu behind "Export…": Markdown, PDF, or, for a single record, the Markdown on the clipboard.

import { Menu } from '@base-ui/react/menu';
import type { RecordKey } from '@core/library/listing';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import menu from '../../ui/menu.module.css';

export default function ExportMenuList({ keys, name }: { keys: RecordKey[]; name: string }) {
  const { exportRecords, copyMarkdown } = useStore.getState();
  const [only] = keys;
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button look="quiet" />} disabled={keys.length === 0}>
        {name}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className={menu.positioner}>
          <Menu.Popup className={menu.popup}>
            <Menu.Item className={menu.item} onClick={() => void exportRecords('markdown', keys)}>
              Export Markdown
            </Menu.Item>
            <Menu.Item className={menu.item} onClick={() => void exportRecords('pdf', keys)}>
              Export PDF
            </Menu.Item>
            {keys.length === 1 && only && (
              <Menu.Item className={menu.item} onClick={() => void copyMarkdown(only)}>
                Copy as Markdown
              </Menu.Item>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
