// Wording worth changing, for whoever leads the room and nobody else. Each hint says what it saw
// and offers another wording: Enter puts it in, Delete dismisses it for good, arrows move on.

import { SECTION_HEADINGS, type SectionKey } from '@core/record/model';
import { type Facilitation, wanted } from '@core/session/facilitation';
import type { Hint } from '@core/wording/hints';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { useAfterRender } from '../../ui/use-after-render';
import type { RecordOutline } from '../record/outline';
import { type PlacedHint, useHints } from './use-hints';
import styles from './WordingHints.module.css';

interface Props {
  view: RecordOutline;
  /** Names of who is here. */
  people: readonly string[];
  /** The section of the step, whose hints come first. */
  section: SectionKey | null;
  facilitation: Facilitation;
}

export function WordingHints({ view, people, section, facilitation }: Props) {
  const { acceptHint, dismissHint } = useStore.getState();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const afterRender = useAfterRender();
  /** Put in, and gone with the next reading. */
  const [used, setUsed] = useState<readonly Hint[]>([]);
  const hints = useHints(view.key, people, section).filter(
    ({ hint }) => !used.includes(hint) && wanted([hint], facilitation).length > 0,
  );
  /** On the first button of a hint, the last one's when there are fewer. */
  const focus = (index: number) => {
    const items = list.current?.children ?? [];
    const item = items[Math.min(index, items.length - 1)];
    (item?.querySelector('button') ?? heading.current)?.focus();
  };
  const accept = (index: number, placed: PlacedHint) => {
    acceptHint(view.key, placed.section, placed.hint, people);
    setUsed([...used, placed.hint]);
    afterRender(() => focus(index));
  };
  const dismiss = (index: number, placed: PlacedHint) => {
    dismissHint(placed.hint);
    afterRender(() => focus(index));
  };
  const onKeyDown = (event: KeyboardEvent, index: number, placed: PlacedHint) => {
    const run = {
      Delete: () => dismiss(index, placed),
      Backspace: () => dismiss(index, placed),
      ArrowDown: () => focus(index + 1),
      ArrowUp: () => focus(Math.max(0, index - 1)),
    }[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return (
    <section aria-labelledby={id} className={styles.hints}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        Wording worth changing <small>only here, nobody is corrected on screen</small>
      </h2>
      {hints.length === 0 ? (
        <p className={styles.none}>Nothing right now.</p>
      ) : (
        <ul ref={list}>
          {hints.map((placed, index) => (
            <li key={placed.id}>
              <HintWords placed={placed} elsewhere={placed.section !== section} />
              <div className={styles.buttons}>
                {placed.hint.edit && (
                  <Button
                    shortcut="Enter"
                    aria-label={`Use it: ${placed.hint.rewording}`}
                    onClick={() => accept(index, placed)}
                    onKeyDown={(event) => onKeyDown(event, index, placed)}
                  >
                    Use it
                  </Button>
                )}
                <Button
                  look="quiet"
                  shortcut="Del"
                  aria-label={`Dismiss: ${placed.hint.seen}`}
                  aria-keyshortcuts="Delete"
                  onClick={() => dismiss(index, placed)}
                  onKeyDown={(event) => onKeyDown(event, index, placed)}
                >
                  Dismiss
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function HintWords({ placed, elsewhere }: { placed: PlacedHint; elsewhere: boolean }) {
  const { seen, why, rewording } = placed.hint;
  return (
    <p>
      <q>{seen}</q>
      {elsewhere && <small> in {SECTION_HEADINGS[placed.section]}</small>}
      <br />
      {why} Try “{rewording}”
    </p>
  );
}
