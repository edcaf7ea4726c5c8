// "Export…". The menu behind it is loaded apart: the first paint does not wait for it.

import type { RecordKey } from '@core/library/listing';
import { later } from '../../ui/later';
import styles from './ExportMenu.module.css';

const ExportMenuList = later(() => import('./ExportMenuList'), Waiting);

export function ExportMenu({ keys, name = 'Export…' }: { keys: RecordKey[]; name?: string }) {
  return <ExportMenuList keys={keys} name={name} />;
}

function Waiting({ name }: { name: string }) {
  return (
    <button type="button" className={styles.trigger} disabled>
      {name}
    </button>
  );
}
