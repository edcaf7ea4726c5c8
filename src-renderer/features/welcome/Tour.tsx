// How it works, in three cards, above the list until they are done with. They cover nothing and
// take no focus: whoever knows the app already goes on.

import { useState } from 'react';
import { focusHeading } from '../../shell/use-page-focus';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './Tour.module.css';

const CARDS = [
  {
    name: 'Capture it in two minutes',
    says: (
      <>
        Press <b>N</b> when something almost went wrong. One line is enough, and it can be told in
        confidence. Nobody is scored.
      </>
    ),
  },
  {
    name: 'Walk the room through it',
    says: (
      <>
        Press <b>S</b> on a near miss: six questions, 25 minutes. Name what saved you, count what
        was left, then take the saver away and see what would have happened.
      </>
    ),
  },
  {
    name: 'Keep what was learned',
    says: (
      <>
        Each near miss is a Markdown file in your folder, ready for the handbook. Export it, edit it
        with anything, keep it in git.
      </>
    ),
  },
];

export function Tour() {
  const toured = useStore((state) => state.settings.toured || state.app === null);
  return toured ? null : <Cards />;
}

function Cards() {
  const [shown, setShown] = useState(0);
  const card = CARDS[shown];
  if (!card) return null;
  const last = shown === CARDS.length - 1;
  const done = () => {
    // The cards go with their button.
    focusHeading();
    void useStore.getState().changeSettings({ toured: true });
  };
  return (
    <section className={styles.tour} aria-label="How it works">
      <div className={styles.card} aria-live="polite">
        <h2>{card.name}</h2>
        <p>{card.says}</p>
      </div>
      <div className={styles.foot}>
        <span className={styles.place}>
          {shown + 1} of {CARDS.length}
        </span>
        {!last && <Button onClick={done}>Skip</Button>}
        <Button look="primary" onClick={last ? done : () => setShown(shown + 1)}>
          {last ? 'Got it' : 'Next card'}
        </Button>
      </div>
    </section>
  );
}
