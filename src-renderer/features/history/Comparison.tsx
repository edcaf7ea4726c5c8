// One version compared with what is there now, or with the version before it, and the button that
// brings it back. What went and what came is marked with signs and words, the colour only helps.

import { messageOf } from '@core/errors';
import type { Version } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/fields';
import styles from './Comparison.module.css';
import { compareLines, type DiffLine, type Stretch } from './line-diff';
import { ORIGIN_NAMES, versionTime } from './version-list';

interface Props {
  recordKey: RecordKey;
  /** Newest first. */
  versions: readonly Version[];
  version: Version;
  readOnly: boolean;
  /** Goes up when what is there now changes. */
  revision: number;
}

const AGAINST = ['now', 'before'] as const;
type Against = (typeof AGAINST)[number];
const AGAINST_NAMES: Record<Against, string> = {
  now: 'What is there now',
  before: 'The version before it',
};

export function Comparison({ recordKey, versions, version, readOnly, revision }: Props) {
  const [against, setAgainst] = useState<Against>('now');
  const [restoring, setRestoring] = useState(false);
  const restoreVersion = useStore((state) => state.restoreVersion);
  const earlier = versions[versions.indexOf(version) + 1];
  const texts = useTexts(recordKey, version, against === 'now' ? null : earlier, revision);
  const stretches = useMemo(
    () => (texts.kind === 'read' ? compareLines(texts.from, texts.to) : []),
    [texts],
  );
  const restore = async () => {
    setRestoring(true);
    await restoreVersion(recordKey, version);
    setRestoring(false);
  };
  return (
    <section className={styles.comparison} aria-labelledby="compared-version">
      <header className={styles.head}>
        <div>
          <h2 id="compared-version">Version of {versionTime(version.at)}</h2>
          <p>
            {ORIGIN_NAMES[version.why]}
            {version.current && ' · this is what the file holds now'}
          </p>
        </div>
        <Button
          look="primary"
          disabled={readOnly || restoring || version.current}
          onClick={() => void restore()}
        >
          Restore this version
        </Button>
      </header>
      <Choice
        label="Compared with"
        size="small"
        words={AGAINST}
        name={(word) => AGAINST_NAMES[word]}
        value={against}
        onChange={(word) => word && setAgainst(word)}
      />
      {against === 'before' && !earlier ? (
        <p className={styles.note}>This is the first version that is kept.</p>
      ) : (
        <>
          {texts.kind === 'failed' && <p className={styles.note}>{texts.message}</p>}
          {texts.kind === 'read' && <Outcome against={against} texts={texts} lines={stretches} />}
        </>
      )}
    </section>
  );
}

type Texts =
  | { kind: 'reading' }
  | { kind: 'failed'; message: string }
  | { kind: 'read'; from: string; to: string };

/**
 * The two texts, the older one first: this version and what is there now, or `earlier`, the version
 * before, and this one.
 */
function useTexts(
  key: RecordKey,
  version: Version,
  earlier: Version | null | undefined,
  revision: number,
): Texts {
  const [texts, setTexts] = useState<Texts>({ kind: 'reading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says that the file changed.
  useEffect(() => {
    let isOld = false;
    const show = (read: Texts) => {
      if (!isOld) setTexts(read);
    };
    if (earlier === undefined) return;
    const { versionText } = useStore.getState();
    const this_ = versionText(key, version.hash);
    const other = versionText(key, earlier?.hash ?? null);
    Promise.all(earlier ? [other, this_] : [this_, other]).then(
      ([from, to]) => show({ kind: 'read', from, to }),
      (error) => show({ kind: 'failed', message: messageOf(error) }),
    );
    return () => {
      isOld = true;
    };
  }, [key, version.hash, earlier?.hash, revision]);
  return texts;
}

interface OutcomeProps {
  against: Against;
  texts: { from: string; to: string };
  lines: readonly Stretch[];
}

function Outcome({ against, texts, lines }: OutcomeProps) {
  if (lines.length === 0) {
    return (
      <p className={styles.note} role="status">
        {texts.from === texts.to
          ? 'Nothing differs.'
          : 'The lines are the same; only the line ends differ.'}
      </p>
    );
  }
  return (
    <>
      <p className={styles.note}>
        {against === 'now'
          ? '− was in this version and is gone now · + has come since'
          : '− went with this version · + came with it'}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard. */}
      <section className={styles.lines} aria-label="What differs" tabIndex={0}>
        {lines.map((stretch, index) => (
          <Lines key={index} {...stretch} />
        ))}
      </section>
    </>
  );
}

function Lines({ folded, lines }: Stretch) {
  const [open, setOpen] = useState(!folded);
  if (open) return lines.map((line, index) => <Line key={index} {...line} />);
  return (
    <button type="button" className={styles.fold} onClick={() => setOpen(true)}>
      Show {lines.length} lines that are alike
    </button>
  );
}

const SIGNS = {
  same: { sign: ' ', word: '' },
  removed: { sign: '−', word: 'Gone: ' },
  added: { sign: '+', word: 'New: ' },
};

function Line({ kind, pieces }: DiffLine) {
  const { sign, word } = SIGNS[kind];
  return (
    <div className={`${styles.line} ${styles[kind]}`}>
      <span className={styles.sign} aria-hidden="true">
        {sign}
      </span>
      <span className={styles.text}>
        {word && <span className="visually-hidden">{word}</span>}
        {pieces.map(({ text, marked }, index) =>
          marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </span>
    </div>
  );
}
