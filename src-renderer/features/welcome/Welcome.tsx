// First run: three choices, in plain words, and the libraries opened before.

import { useStore } from '../../store/store';
import styles from './Welcome.module.css';

const CHOICES = [
  {
    how: 'library:try-sample',
    name: 'Try the sample library',
    says: 'Twenty-four near misses, seven of them real, copied to a folder you choose.',
  },
  {
    how: 'library:create',
    name: 'Create a library…',
    says: 'A folder for your team’s near misses. Inside a git repository works well.',
  },
  {
    how: 'library:open',
    name: 'Open library…',
    says: 'A folder that already holds near misses, from a colleague or a clone.',
  },
] as const;

export function Welcome() {
  const recent = useStore((state) => state.app?.recent ?? []);
  const openLibrary = useStore((state) => state.openLibrary);
  const openRecent = useStore((state) => state.openRecent);
  return (
    <main className={styles.welcome}>
      <h1>Close Call</h1>
      <p className={styles.lead}>
        Every outage was preceded by near misses. Capture one in two minutes, walk the room through
        it in 25, and keep what you learned in the handbook.
      </p>
      <div className={styles.choices}>
        {CHOICES.map(({ how, name, says }) => (
          <button key={how} type="button" onClick={() => void openLibrary(how)}>
            <b>{name}</b>
            <span>{says}</span>
          </button>
        ))}
      </div>
      {recent.length > 0 && (
        <section aria-labelledby="recent">
          <h2 id="recent">Opened before</h2>
          <ul className={styles.recent}>
            {recent.map(({ id, name, folder }) => (
              <li key={id}>
                <button type="button" onClick={() => void openRecent(id)}>
                  <b>{name}</b> <span>{folder}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.promise}>
        Near misses are plain Markdown files in that folder, and nowhere else. No account, no
        network, no telemetry.
      </p>
    </main>
  );
}
