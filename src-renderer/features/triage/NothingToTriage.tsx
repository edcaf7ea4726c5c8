// Nothing waits: what brings something here.

import { CaptureButton } from '../capture/CaptureButton';
import styles from './TriagePage.module.css';
import { useSittingKeys } from './triage-keys';

export function NothingToTriage() {
  useSittingKeys();
  return (
    <div className={styles.empty} role="status">
      <h2>Nothing to triage</h2>
      <p>
        What someone captures waits here until it is clear how bad it would have been, and how
        likely it is to recur. One line is enough to capture a near miss.
      </p>
      <CaptureButton />
    </div>
  );
}
