// "Export…". The menu behind it is loaded apart: the first paint does not wait for it.

import type { RecordKey } from '@core/library/listing';
import { Button } from '../../ui/Button';
import { later } from '../../ui/later';

const ExportMenuList = later(() => import('./ExportMenuList'), Waiting);

export function ExportMenu({ keys, name = 'Export…' }: { keys: RecordKey[]; name?: string }) {
  return <ExportMenuList keys={keys} name={name} />;
}

function Waiting({ name }: { name: string }) {
  return (
    <Button look="quiet" disabled>
      {name}
    </Button>
  );
}
