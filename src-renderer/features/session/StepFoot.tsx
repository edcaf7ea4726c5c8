// The row of steps to jump between, and Back and Next. A person advances, never the timer.

import { STAGES, type Stage } from '@core/session/session';
import { STEPS } from '@core/session/steps';
import { memo, type ReactNode } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { altLabel, altShortcut } from '../../ui/modifier-keys';
import styles from './StepFoot.module.css';

/** `end` stands where Next would, when there is no next; null for nothing. */
export const StepFoot = memo(function StepFoot({ stage, end }: { stage: Stage; end?: ReactNode }) {
  const { sessionEvent } = useStore.getState();
  const here = STAGES.indexOf(stage);
  return (
    <footer className={styles.foot}>
      <nav className={styles.steps} aria-label="Steps">
        {STEPS.map((step, index) => (
          <button
            key={step.key}
            type="button"
            className={STAGES.indexOf(step.key) < here ? styles.done : undefined}
            aria-current={step.key === stage ? 'step' : undefined}
            aria-keyshortcuts={altShortcut(String(index + 1))}
            onClick={() => sessionEvent({ type: 'go', stage: step.key })}
          >
            {step.name}
          </button>
        ))}
      </nav>
      <Button
        className={styles.button}
        aria-keyshortcuts={altShortcut('ArrowLeft')}
        onClick={() => sessionEvent({ type: 'back' })}
      >
        Back
      </Button>
      {end !== undefined ? (
        end
      ) : (
        <Button
          look="primary"
          className={styles.button}
          shortcut={altLabel('→')}
          aria-keyshortcuts={altShortcut('ArrowRight')}
          onClick={() => sessionEvent({ type: 'next' })}
        >
          Next
        </Button>
      )}
    </footer>
  );
});
