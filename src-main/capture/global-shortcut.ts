// The keys that open the small capture window while any program is in front. Keys that another
// program has are said, never passed over in silence.

import { type CaptureShortcut, type ShortcutState, takenWords } from '@core/settings/shortcut';
import type { GlobalShortcut } from 'electron';

export interface CaptureKeysParts {
  system: Pick<GlobalShortcut, 'register' | 'unregister'>;
  platform: NodeJS.Platform;
  pressed(): void;
  changed(state: ShortcutState): void;
  notify(message: string): void;
}

export class CaptureKeys {
  readonly #parts: CaptureKeysParts;
  #held: string | null = null;
  #state: ShortcutState = 'off';

  constructor(parts: CaptureKeysParts) {
    this.#parts = parts;
  }

  get state(): ShortcutState {
    return this.#state;
  }

  /** Takes these keys in place of those before. */
  use({ keys, on }: CaptureShortcut): void {
    const { system, platform, pressed, changed, notify } = this.#parts;
    const wanted = on ? keys : null;
    if (wanted === this.#held && this.#state !== 'taken') return;
    if (this.#held !== null) system.unregister(this.#held);
    const registered = wanted !== null && system.register(wanted, pressed);
    this.#held = registered ? wanted : null;
    this.#state = wanted === null ? 'off' : registered ? 'on' : 'taken';
    if (this.#state === 'taken') {
      notify(`${takenWords(keys, platform === 'darwin')} Choose others in Settings.`);
    }
    changed(this.#state);
  }
}
