// What could not be saved, said calmly above the page: what happened, what is kept and where, and
// what can be done. It stays in its place, and is said once, while saving is tried again.

import type { SaveState } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import { useEffect, useState } from 'react';
import { focusHeading } from '../../shell/use-page-focus';
import { useStore } from '../../store/store';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { later } from '../../ui/later';
import { listed } from '../../ui/words';

const ConflictDialog = later(() => import('./ConflictDialog'));

const LEAD =
  'Nothing is written before you save your choices, and nothing you leave out is lost: every version is in History.';

type Trouble = Extract<SaveState, { kind: 'not-saved' }>;

/** Nothing while all is well, and then it is not drawn anew for how saving goes. */
export function SaveTrouble({ recordKey: key }: { recordKey: RecordKey }) {
  const trouble = useTrouble(key);
  const [choosing, setChoosing] = useState(false);
  const { tryAgain, saveCopy, flushEdits, settle } = useStore.getState();
  useFocusAfter(trouble !== null);
  if (!trouble) return null;

  const conflicts = trouble.conflicts ?? [];
  const choose = async () => {
    // Main learns what was typed last, and tells it with the conflict.
    await flushEdits();
    setChoosing(true);
  };
  return (
    <>
      <Banner
        name="Not saved"
        urgent
        words={
          <>
            <b>
              {conflicts.length > 0 ? conflictWords(conflicts) : `Not saved: ${trouble.reason}.`}
            </b>{' '}
            {trouble.kept}
          </>
        }
      >
        <Button onClick={() => void saveCopy(key)}>Save a copy elsewhere…</Button>
        {conflicts.length > 0 ? (
          <Button look="primary" onClick={() => void choose()}>
            Choose…
          </Button>
        ) : (
          <Button look="primary" onClick={() => void tryAgain(key)}>
            Try again
          </Button>
        )}
      </Banner>
      {choosing && conflicts.length > 0 && (
        <ConflictDialog
          title="Changed here and outside"
          lead={LEAD}
          conflicts={conflicts}
          onSave={(choices) => settle(key, choices)}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

/** What keeps the record from being saved. Between two tries it is being saved, and not yet well. */
function useTrouble(key: RecordKey): Trouble | null {
  const [said, setSaid] = useState<Trouble | null>(null);
  const trouble = useStore((state) => {
    const save = state.open[key]?.save;
    if (save?.kind === 'not-saved') return save;
    return save?.kind === 'saving' ? said : null;
  });
  if (trouble !== said) setSaid(trouble);
  return trouble;
}

function conflictWords(conflicts: readonly { name: string }[]): string {
  const names = listed(conflicts.map(({ name }) => `“${name}”`));
  return conflicts.length === 1
    ? `${names} was changed here and outside.`
    : `${conflicts.length} places were changed here and outside: ${names}.`;
}

/** The banner goes with its buttons: whoever was on one of them goes on from the heading. */
function useFocusAfter(isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return;
    return () => {
      if (document.activeElement === document.body) focusHeading();
    };
  }, [isThere]);
}
