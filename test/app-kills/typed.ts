// What was typed in each place, key by key, and when: what a disk holds is held against it.

import type { Texts } from './page';
import type { Place } from './plan';

/** A letter, in milliseconds of one clock: when it was sent to the app, and when the app had it. */
interface Key {
  /** Where it ends in the text. */
  end: number;
  sent: number;
  had: number;
}

/** Milliseconds from a key to the kill. */
interface Age {
  /** Since the app had the key. */
  had: number;
  /** Since the key was sent on its way to the app. */
  sent: number;
}

export class Typed {
  readonly #text: Texts;
  readonly #keys: Record<Place, Key[]> = { section: [], field: [] };

  /** @param shown what the page showed before the first key */
  constructor(shown: Texts) {
    this.#text = { ...shown };
  }

  /** Types a token with `press`; a key counts once the app has had it. */
  async type(place: Place, token: string, press: (letter: string) => Promise<void>): Promise<void> {
    // In the field without spaces: whether its value needs quotes would depend on what came before.
    const isBetween = place === 'section' && this.#text[place] !== '';
    for (const letter of isBetween ? ` ${token}` : token) {
      const sent = performance.now();
      this.#text[place] += letter;
      await press(letter);
      // A space at the end of a text is nothing that a record keeps.
      if (letter === ' ') continue;
      this.#keys[place].push({ end: this.#text[place].length, sent, had: performance.now() });
    }
  }

  /** Whether a text is a beginning of what was typed. */
  isBeginning(place: Place, text: string): boolean {
    return this.#text[place].startsWith(text.trimEnd());
  }

  /** Of all keys: their ages, and whether the texts that were kept have them. */
  judge(kept: Texts, killedAt: number): { age: Age; isKept: boolean }[] {
    return (['section', 'field'] as const).flatMap((place) =>
      this.#keys[place].map(({ end, sent, had }) => ({
        age: { had: killedAt - had, sent: killedAt - sent },
        isKept: kept[place].length >= end,
      })),
    );
  }
}
