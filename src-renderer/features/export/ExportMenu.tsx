// "Export…". The menu behind it is loaded apart: the first paint does not wait for it.

import type { RecordKey } from '@core/library/listing';
import { lazy, Suspense } from 'react';
import styles from './ExportMenu.module.css';

const ExportMenuList = lazy(() => import('./ExportMenuList'));

export function ExportMenu({ keys, name = 'Export…' }: { keys: RecordKey[]; name?: string }) {
  return (
    <Suspense
      fallback={
        <button type="button" className={styles.trigger} disabled>
          {name}
        </button>
      }
    >
      <ExportMenuList keys={keys} name={name} />
    </Suspense>
  );
}
