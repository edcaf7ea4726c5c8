// Near misses of which there is another version: each with who left it and where, to compare and
// merge place by place. Nothing is merged or removed before a person says so.

import type { CopyView } from '@core/ipc/contract';
import type { AttentionFile, CopyFile } from '@core/library/listing';
import { useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { later } from '../../ui/later';
import { listed } from '../../ui/words';
import { FileItem, Reason } from '../library/FileItem';
import { isInOneFile } from './copies-slice';
import styles from './OtherVersions.module.css';

const ConflictDialog = later(() => import('../trouble/ConflictDialog'));

export function OtherVersions() {
  const { copies, attention } = useStore((state) => state.listing);
  return (
    <ul className={styles.copies}>
      {copies.map((copy) => {
        const file = attention.find(({ key }) => key === copy.key);
        return file ? (
          <DividedFile key={copy.key} copy={copy} file={file} />
        ) : (
          <OtherFile key={copy.key} copy={copy} />
        );
      })}
    </ul>
  );
}

/** A file with both versions in it. */
function DividedFile({ copy, file }: { copy: CopyFile; file: AttentionFile }) {
  const { compare, dialog } = useMerge(copy);
  const actions = (
    <>
      <Button look="primary" onClick={compare}>
        Compare and merge…
      </Button>
      {dialog}
    </>
  );
  return (
    <FileItem file={file} title={copy.title || file.path} actions={actions}>
      <Reason file={file} />
      <p className={styles.path}>{file.path}</p>
    </FileItem>
  );
}

/** A file beside the near miss. */
function OtherFile({ copy }: { copy: CopyFile }) {
  const record = useStore((state) => state.listing.records.find(({ key }) => key === copy.of));
  const { trashCopy } = useStore.getState();
  const { compare, dialog, outcome } = useMerge(copy);
  const path = record?.path ?? '';
  const actions = (
    <>
      <Button look={outcome ? 'plain' : 'primary'} onClick={compare}>
        {outcome ? 'Compare again…' : 'Compare and merge…'}
      </Button>
      {outcome && (
        <Button onClick={() => void trashCopy(outcome.copy)}>Move it to the trash</Button>
      )}
      {dialog}
    </>
  );
  return (
    <FileItem file={copy} title={copy.title || path} actions={actions}>
      <p>{copy.tool} left another version of it.</p>
      <dl className={styles.paths}>
        <dt>The near miss</dt>
        <dd className={styles.path}>{path}</dd>
        <dt>The other version</dt>
        <dd className={styles.path}>{copy.path}</dd>
      </dl>
      {outcome && <p role="status">{outcomeWords(outcome)}</p>}
    </FileItem>
  );
}

const SAME_SO_FAR = 'Both say the same in everything that can be merged here.';

/** What came of comparing: shown until it is compared again. */
interface Outcome {
  copy: CopyView;
  came: 'merged' | 'kept mine' | 'same';
}

function useMerge(copy: CopyFile) {
  const [shown, setShown] = useState<CopyView | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { compareCopy, mergeCopy } = useStore.getState();

  const compare = async () => {
    setOutcome(null);
    const compared = await compareCopy(copy.key);
    if (!compared) return;
    // Where both are in one file there is something to save even when they say the same.
    if (compared.places.length > 0 || isInOneFile(compared)) setShown(compared);
    else setOutcome({ copy: compared, came: 'same' });
  };
  const dialog = shown && (
    <ConflictDialog
      title={`Two versions of “${shown.of.title}”`}
      lead={leadOf(shown)}
      conflicts={shown.places}
      onSave={async (choices) => {
        const merged = await mergeCopy(shown, choices);
        const isNew = choices.some(({ conflict, chosen }) => chosen !== conflict.mine);
        if (merged) setOutcome({ copy: shown, came: isNew ? 'merged' : 'kept mine' });
        // What was compared may be out of date when it could not be merged.
        return true;
      }}
      onClose={() => setShown(null)}
    />
  );
  return { compare: () => void compare(), dialog, outcome };
}

function leadOf(copy: CopyView): string {
  const also = alsoWords(copy);
  if (!isInOneFile(copy)) {
    return `Mine is the near miss, theirs the other file. Nothing is written before you save your choices, and the other file stays as it is. ${also}`.trim();
  }
  const same =
    copy.places.length === 0 ? 'Both say the same in everything that can be chosen.' : '';
  const rest = also && `${also} What mine says is kept.`;
  const kept =
    'Mine is what Git calls ours. Nothing is written before you save your choices, and the file with both versions is kept in its history.';
  return [same, kept, rest].filter(Boolean).join(' ');
}

function outcomeWords({ copy, came }: Outcome): string {
  const also = alsoWords(copy);
  const { title } = copy.of;
  const first = {
    merged: `Merged into “${title}”.`,
    'kept mine': `“${title}” stays as it was.`,
    same: also === '' ? 'Both say the same.' : SAME_SO_FAR,
  }[came];
  return [first, also, 'The other file is still there.'].filter(Boolean).join(' ');
}

function alsoWords({ alsoDiffers }: CopyView): string {
  if (alsoDiffers.length === 0) return '';
  return `Also differs, and is not merged here: ${listed(alsoDiffers)}.`;
}
