// The ladder from trigger to harm, as the room sees it: each barrier with what it did, what was
// left counted below, and, with the saver removed, what would have met the trigger next.

import { rungDetail, whatIsLeftSentence, withoutSaver } from '@core/record/ladder';
import type { Barrier, BarrierState } from '@core/record/model';
import { Check, Minus, X } from 'lucide-react';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import styles from './Ladder.module.css';
import { useTravel } from './use-travel';

interface Props {
  trigger: string;
  harm: string;
  barriers: readonly Barrier[];
  size?: 'page' | 'room';
  /** The saver has been taken out. */
  saverRemoved?: boolean;
  /** Count what is left below the ladder. */
  counting?: boolean;
  /** Stands below everything: the buttons that act on the ladder. */
  children?: ReactNode;
}

const GLYPHS: Record<BarrierState, ReactNode> = {
  failed: <X size={18} strokeWidth={3} aria-hidden="true" />,
  stopped: <Check size={18} strokeWidth={3} aria-hidden="true" />,
  untested: <span aria-hidden="true">?</span>,
  absent: <Minus size={18} strokeWidth={3} aria-hidden="true" />,
};

/** Drawn anew for what it shows only: words typed beside it are no part of that. */
export const Ladder = memo(function Ladder({
  trigger,
  harm,
  barriers,
  size = 'page',
  saverRemoved = false,
  counting = true,
  children,
}: Props) {
  const without = saverRemoved ? withoutSaver(barriers, '') : null;
  // The trigger comes as far as what would have met it next, and stands before that.
  const stands = without ? (without.next ?? barriers.length) : 0;
  const rungs = barriers.map((barrier, index) => (
    <Rung
      key={index}
      barrier={barrier}
      removed={without?.saver === index}
      meets={without?.next === index}
    />
  ));
  rungs.splice(stands, 0, <Trigger key="trigger" trigger={trigger} at={stands} />);
  const said = without ? without.sentence : counting ? whatIsLeftSentence(barriers) : '';
  const sentence = (without && withoutSaver(barriers, harm)?.sentence) ?? said;
  return (
    <section className={`${styles.ladder} ${styles[size]}`} aria-label="The ladder">
      <h2>What stood between the trigger and harm</h2>
      <ol tabIndex={size === 'room' ? 0 : undefined}>
        {rungs}
        <li
          className={`${styles.end} ${harm ? styles.harm : styles.unsaid} ${without?.next === null ? styles.meets : ''}`}
        >
          {harm || 'Harm: not said yet'}
        </li>
      </ol>
      <div className={styles.below}>
        <p className={styles.count}>
          {/* Not the harm, which may be typed just now: it would be read out with every letter. */}
          <span aria-live="polite">{said}</span>
          {sentence.slice(said.length)}
        </p>
        {children}
      </div>
    </section>
  );
});

/** `at` is the rung it stands before; when that changes, it is seen to go there. */
function Trigger({ trigger, at }: { trigger: string; at: number }) {
  const item = useRef<HTMLLIElement>(null);
  useTravel(item, at);
  return (
    <li ref={item} className={`${styles.end} ${trigger ? styles.trigger : styles.unsaid}`}>
      {trigger || 'Trigger: not said yet'}
      {at > 0 && <small>gets this far</small>}
    </li>
  );
}

function Rung({ barrier, removed, meets }: { barrier: Barrier; removed: boolean; meets: boolean }) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (meets) item.current?.scrollIntoView?.({ block: 'nearest' });
  }, [meets]);
  const detail = removed ? 'taken away' : rungDetail(barrier);
  const state = removed ? 'removed' : (barrier.state ?? 'unsaid');
  return (
    <li ref={item} className={`${styles.rung} ${styles[state]} ${meets ? styles.meets : ''}`}>
      <span className={styles.glyph}>
        {barrier.state && !removed ? GLYPHS[barrier.state] : null}
      </span>
      <div>
        <span className={styles.name}>{barrier.name || 'A barrier without a name'}</span>
        <small>{meets ? 'would have met it next' : detail}</small>
      </div>
    </li>
  );
}
