// "Remove the saver" and "Put it back": the ladder replayed without what stopped it.

import { saverIndex } from '@core/record/ladder';
import type { Barrier } from '@core/record/model';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './SaverButton.module.css';

interface Props {
  removed: boolean;
  barriers: readonly Barrier[];
}

export function SaverButton({ removed, barriers }: Props) {
  const { sessionEvent } = useStore.getState();
  if (saverIndex(barriers) === -1) {
    return (
      <p className={styles.hint}>Mark the barrier that stopped it in “What saved us” first.</p>
    );
  }
  return (
    <Button
      className={styles.button}
      onClick={() => sessionEvent({ type: removed ? 'put-back' : 'remove-saver' })}
    >
      {removed ? 'Put it back' : 'Remove the saver'}
    </Button>
  );
}
