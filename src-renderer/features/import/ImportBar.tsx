// How many near misses would be added, and the button that adds them; while they are written, how
// far it is, and a way to stop.

import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './ImportPage.module.css';
import { ChooseFiles } from './ImportStart';
import { chosenItems, type ShownEntry } from './import-entries';
import { nearMisses } from './import-words';

interface Props {
  entries: readonly ShownEntry[];
  /** How much cannot be imported. */
  problems: number;
}

export function ImportBar({ entries, problems }: Props) {
  const progress = useStore((state) => state.importProgress);
  const writable = useStore((state) => state.library?.writable ?? false);
  const { runImport, cancelImport, clearImport } = useStore.getState();
  const chosen = entries.filter(({ ticked }) => ticked).length;
  const left = entries.length - chosen;
  if (progress) {
    const { done, total } = progress;
    return (
      <div className={styles.bar}>
        <p role="status">
          {done.toLocaleString('en')} of {nearMisses(total)} written
        </p>
        <progress value={done} max={total} aria-label="Near misses written" />
        <Button onClick={cancelImport}>Stop</Button>
      </div>
    );
  }
  const words = [
    `${nearMisses(chosen, true)} will be added.`,
    left > 0 && `${nearMisses(left, true)} left out.`,
    problems > 0 && `${problems.toLocaleString('en')} cannot be imported.`,
  ].filter(Boolean);
  return (
    <div className={styles.bar}>
      <p role="status">
        <strong>{words[0]}</strong> {words.slice(1).join(' ')}
        {!writable && ' This library cannot be written to.'}
      </p>
      <Button look="quiet" onClick={clearImport}>
        Start over
      </Button>
      <ChooseFiles name="Add files…" />
      <Button
        look="primary"
        disabled={chosen === 0 || !writable}
        onClick={() => void runImport(chosenItems(entries))}
      >
        Add {chosen === 0 ? 'near misses' : nearMisses(chosen)}
      </Button>
    </div>
  );
}
