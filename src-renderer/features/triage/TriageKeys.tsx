// The keys of this page, to see. Screen readers hear them with the controls.

import { Kbd } from '../../ui/Kbd';
import { shownKeys } from '../../ui/key-names';
import styles from './TriagePage.module.css';
import { TRIAGE_KEYS } from './triage-keys';

/** The decisions have theirs on their buttons. */
const SHOWN = ['bad', 'likely', 'accept', 'undo', 'next', 'previous', 'leave'] as const;

export function TriageKeys() {
  return (
    <ul className={styles.keys} aria-label="Keys">
      {SHOWN.map((use) => (
        <li key={use}>
          {shownKeys(TRIAGE_KEYS[use].keys).map((key) => (
            <span key={key}>
              <span className="visually-hidden">{key}: </span>
              <Kbd>{key}</Kbd>
            </span>
          ))}{' '}
          {TRIAGE_KEYS[use].name}
        </li>
      ))}
    </ul>
  );
}
