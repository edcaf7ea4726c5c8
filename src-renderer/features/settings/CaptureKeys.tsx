// The keys that open the small capture window: pressed to be changed, switched off, and said when
// another program has them.

import { isShortcut, pressedKeys, shortcutLabel, takenWords } from '@core/settings/shortcut';
import { type KeyboardEvent, useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { isMac } from '../../ui/modifier-keys';
import styles from './SettingsPage.module.css';

export function CaptureKeys() {
  const shortcut = useStore((state) => state.settings.captureShortcut);
  const state = useStore((state) => state.shortcut);
  const change = useStore((state) => state.changeSettings);
  const [pressing, setPressing] = useState(false);
  const [problem, setProblem] = useState('');
  const mac = isMac();

  const begin = () => {
    setPressing(true);
    setProblem('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!pressing || event.key === 'Tab') return;
    // These keys are to be kept, not to be obeyed.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      setPressing(false);
      return;
    }
    const keys = pressedKeys(event, mac);
    if (!keys) return;
    if (isShortcut(keys)) {
      setPressing(false);
      setProblem('');
      void change({ captureShortcut: { keys, on: true } });
    } else {
      setProblem(
        `${shortcutLabel(keys, mac)} would be missed elsewhere. Hold two keys, such as ` +
          `${mac ? '⇧⌘' : 'Ctrl and Shift'}, and press a letter or a digit.`,
      );
    }
  };

  return (
    <section aria-labelledby="quick-capture">
      <h2 id="quick-capture">Quick capture</h2>
      <p className={styles.says}>
        A small window to capture a near miss, over whatever is in front, also while a session is
        running.
      </p>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={shortcut.on}
          onChange={({ target }) =>
            void change({ captureShortcut: { ...shortcut, on: target.checked } })
          }
        />
        Open it with keys, whichever program is in front
      </label>
      <div className={styles.keys}>
        <span>{shortcutLabel(shortcut.keys, mac)}</span>
        <Button
          disabled={!shortcut.on}
          onClick={begin}
          onKeyDown={onKeyDown}
          onBlur={() => setPressing(false)}
        >
          {pressing ? 'Press the new keys, or Esc' : 'Change the keys'}
        </Button>
      </div>
      <p role="status" className={styles.problem}>
        {problem || (state === 'taken' && takenWords(shortcut.keys, mac))}
      </p>
    </section>
  );
}
