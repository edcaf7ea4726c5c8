// Why a record can be read and not changed.

import { useStore } from '../../store/store';

export function ReadOnlyNote({ className }: { className: string | undefined }) {
  const writable = useStore((state) => state.library?.writable ?? true);
  return (
    <p className={className}>
      {writable
        ? 'This record was written by a newer version of Close Call. It can be read and exported here, not changed.'
        : 'This folder can only be read, so nothing can be changed here. Export works.'}
    </p>
  );
}
