// One place that was changed on two sides: the three texts beside one another, what differs marked
// in each, and the choice. The keys 1, 2 and 3 choose, as do the arrows.

import type { SaveConflict } from '@core/ipc/contract';
import {
  keepBoth,
  markWords,
  markWordsOfEither,
  type Piece,
  readableValue,
} from '@core/record/conflict';
import { type KeyboardEvent, useId, useMemo } from 'react';
import fields from '../../ui/fields.module.css';
import { Kbd } from '../../ui/Kbd';
import { sentenceCase } from '../../ui/words';
import styles from './ConflictDialog.module.css';

export type Side = 'mine' | 'theirs' | 'both';

interface Props {
  conflict: SaveConflict;
  side: Side | null;
  onChoose: (side: Side) => void;
}

const SIDES: { side: Side; name: string }[] = [
  { side: 'mine', name: 'Keep mine' },
  { side: 'theirs', name: 'Take theirs' },
  { side: 'both', name: 'Keep both' },
];

export function ConflictPlace({ conflict, side, onChoose }: Props) {
  const group = useId();
  const { name, base, mine, theirs } = conflict;
  const columns = useMemo(() => {
    const [here, there] = [readableValue(mine), readableValue(theirs)];
    const was = base && readableValue(base);
    return [
      { title: 'Mine', of: 'mine', pieces: markWords(here, was ?? there) },
      {
        title: 'What both came from',
        of: null,
        pieces: was === null ? null : markWordsOfEither(was, here, there),
      },
      { title: 'Theirs, from outside', of: 'theirs', pieces: markWords(there, was ?? here) },
    ];
  }, [base, mine, theirs]);
  const both = useMemo(() => keepBoth(mine, theirs), [mine, theirs]);
  const whyNot = typeof both === 'string' ? both : null;

  const onKeyDown = (event: KeyboardEvent) => {
    const { altKey, ctrlKey, metaKey, target } = event;
    // From a text that is being read; a radio button sends the form itself.
    if (event.key === 'Enter' && target instanceof HTMLElement && !target.matches('input')) {
      target.closest('form')?.requestSubmit();
    }
    const meant = altKey || ctrlKey || metaKey ? undefined : SIDES[Number(event.key) - 1];
    if (!meant || (meant.side === 'both' && whyNot !== null)) return;
    event.preventDefault();
    onChoose(meant.side);
  };
  return (
    <section className={styles.place} aria-labelledby={`${group}-name`} onKeyDown={onKeyDown}>
      <h3 id={`${group}-name`}>{sentenceCase(name)}</h3>
      <div className={styles.columns}>
        {columns.map(({ title, of, pieces }) => (
          <figure
            key={title}
            className={styles.column}
            data-chosen={of !== null && (side === of || side === 'both')}
          >
            <figcaption>{title}</figcaption>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard. */}
            <section className={styles.text} tabIndex={0} aria-label={`${title}: ${name}`}>
              <Marked pieces={pieces} />
            </section>
          </figure>
        ))}
      </div>
      <fieldset className={fields.choices}>
        <legend className="visually-hidden">{sentenceCase(name)}: which to keep</legend>
        {SIDES.map((option, index) => (
          <label key={option.side} className={`${fields.choice} ${styles.choice}`}>
            <input
              type="radio"
              name={group}
              checked={side === option.side}
              disabled={option.side === 'both' && whyNot !== null}
              onChange={() => onChoose(option.side)}
            />
            {option.name} <Kbd inherit>{String(index + 1)}</Kbd>
          </label>
        ))}
        {whyNot && <span className={styles.whyNot}>{whyNot}</span>}
      </fieldset>
    </section>
  );
}

function Marked({ pieces }: { pieces: readonly Piece[] | null }) {
  if (pieces === null) return <span className={styles.nothing}>Not known any more</span>;
  if (pieces.length === 0) return <span className={styles.nothing}>Nothing</span>;
  return pieces.map(({ text, marked }, index) =>
    marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}
