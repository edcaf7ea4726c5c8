// Why a record can be read and not changed.

import { useStore } from '../../store/store';
import { Banner } from '../../ui/Banner';

export function ReadOnlyNote({ className }: { className: string | undefined }) {
  return <p className={className}>{useReason()}</p>;
}

export function ReadOnlyBanner() {
  return <Banner name="Read only" words={useReason()} />;
}

function useReason() {
  const writable = useStore((state) => state.library?.writable ?? true);
  const [what, rest] = writable
    ? [
        'This record was written by a newer version of Close Call.',
        'It can be read and exported here, not changed.',
      ]
    : [
        'This folder can only be read.',
        'Nothing can be changed here; reading and exporting go on.',
      ];
  return (
    <>
      <b>{what}</b> {rest}
    </>
  );
}
