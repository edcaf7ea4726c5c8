// The menu behind "Export…": Markdown, PDF, or, for a single record, the Markdown on the clipboard.

import { Menu } from '@base-ui/react/menu';
import type { RecordKey } from '@core/library/listing';
import { useStore } from '../../store/store';
import styles from './ExportMenu.module.css';

export default function ExportMenuList({ keys, name }: { keys: RecordKey[]; name: string }) {
  const { exportRecords, copyMarkdown } = useStore.getState();
  const [only] = keys;
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.trigger} disabled={keys.length === 0}>
        {name}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className={styles.positioner}>
          <Menu.Popup className={styles.popup}>
            <Menu.Item className={styles.item} onClick={() => void exportRecords('markdown', keys)}>
              Export Markdown
            </Menu.Item>
            <Menu.Item className={styles.item} onClick={() => void exportRecords('pdf', keys)}>
              Export PDF
            </Menu.Item>
            {keys.length === 1 && only && (
              <Menu.Item className={styles.item} onClick={() => void copyMarkdown(only)}>
                Copy as Markdown
              </Menu.Item>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
