// One near miss in the list: what it was, its ladder in small, the decision, the day; while something
// is searched for, also why it was found. A click picks it out; with Control or Shift it selects.

import { isoDay, shortDate } from '@core/dates';
import type { Snippet } from '@core/ipc/contract';
import type { RecordSummary } from '@core/library/listing';
import { dateOf } from '@core/library/row-facts';
import { marksIn } from '@core/search/marks';
import { Check } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import { useStore } from '../../store/store';
import { Marked } from '../../ui/Marked';
import { holdsMod } from '../../ui/modifier-keys';
import { Rungs } from '../ladder/Rungs';
import { DecisionBand } from './DecisionBand';
import styles from './RecordRow.module.css';
import { hasReadingPane } from './reading-pane';

interface Props {
  record: RecordSummary;
  /** Picked out, or selected with others. */
  selected: boolean;
  /** The one that the keyboard is at. */
  tabStop: boolean;
  /** Several can be selected now: each shows whether it is. */
  choosing?: boolean;
  /** Words that were met by a search. */
  terms?: ReadonlySet<string>;
  snippet?: Snippet | undefined;
  /** Where it stands among all, from 0, and how many there are. */
  place?: number;
  count?: number;
  /** Its entry in the list. */
  index?: number;
}

const NO_TERMS: ReadonlySet<string> = new Set();

export const RecordRow = memo(function RecordRow({
  record,
  selected,
  tabStop,
  choosing = false,
  terms = NO_TERMS,
  snippet,
  place,
  count,
  index,
}: Props) {
  const { fields, key } = record;
  const said = fields.reporter ? `reported by ${fields.reporter}` : 'in confidence';
  const parts = [fields.services.join(', '), fields.themes.join(', '), said].filter(Boolean);
  const { select, go, chooseNone, toggleChosen } = useStore.getState();
  const open = () => go({ name: 'record', key });
  const classes = [styles.row, tabStop && styles.current, choosing && styles.choosing];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox handles its keys.
    <div
      role="option"
      aria-selected={selected}
      aria-posinset={place === undefined ? undefined : place + 1}
      aria-setsize={count}
      tabIndex={tabStop ? 0 : -1}
      data-key={key}
      data-index={index}
      className={classes.filter(Boolean).join(' ')}
      onMouseDown={(event) => choose(event, key)}
      onClick={(event) => {
        if (event.shiftKey || holdsMod(event)) return;
        if (event.target instanceof Element && event.target.closest('[data-check]')) {
          toggleChosen(key);
          return;
        }
        chooseNone();
        select(key);
        if (!hasReadingPane()) open();
      }}
      onFocus={() => select(key)}
      onDoubleClick={open}
    >
      <span className={styles.check} data-check aria-hidden="true">
        {choosing && selected && <Check size={13} strokeWidth={3} />}
      </span>
      <div className={styles.what}>
        <div className={styles.title}>
          <MarkedWords text={fields.title || 'Without a title'} terms={terms} />
        </div>
        {snippet && (
          <div className={styles.snippet}>
            <span>{snippet.where}: </span>
            <Marked text={snippet.text} marks={snippet.marks} />
          </div>
        )}
        <div className={styles.meta}>
          <MarkedWords text={parts.join(' · ')} terms={terms} />
        </div>
      </div>
      <Rungs barriers={fields.barriers} />
      <span>
        <DecisionBand fields={fields} />
      </span>
      <span className={styles.date}>{shortDate(dateOf(fields), isoDay(new Date()))}</span>
    </div>
  );
});

function MarkedWords({ text, terms }: { text: string; terms: ReadonlySet<string> }) {
  return <Marked text={text} marks={marksIn(text, terms)} />;
}

/** With Control or Command it is selected or not, with Shift all up to it are. */
function choose(event: MouseEvent<HTMLElement>, key: string): void {
  if (event.button !== 0 || !(event.shiftKey || holdsMod(event))) return;
  // No text is selected, and the focus stays until it is known where selecting began.
  event.preventDefault();
  const { chooseTo, toggleChosen, startChoosing } = useStore.getState();
  if (event.shiftKey) chooseTo(key);
  else {
    startChoosing();
    toggleChosen(key);
  }
  event.currentTarget.focus();
}
