// A session that was not finished is offered again, at the step where it was.

import { STEPS } from '@core/session/steps';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './HomeBanner.module.css';

export function ResumeBanner() {
  const unfinished = useStore((state) => state.unfinished);
  const resume = useStore((state) => state.resumeUnfinished);
  const drop = useStore((state) => state.dropUnfinished);
  if (!unfinished) return null;
  const { stage } = unfinished.session;
  const step = STEPS.find((candidate) => candidate.key === stage)?.name;
  const where = step ? `at “${step}”` : stage === 'opening' ? 'at the opening' : 'at the read-out';
  return (
    <section className={styles.banner} aria-label="Unfinished session">
      <p>
        <b>A session was not finished.</b> “{unfinished.title}” stopped {where}. Everything typed is
        there.
      </p>
      <Button onClick={() => void drop()}>Drop the session</Button>
      <Button look="primary" onClick={() => void resume()}>
        Resume the session
      </Button>
    </section>
  );
}
