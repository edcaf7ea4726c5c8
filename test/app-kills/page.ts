// The record's page as a person has it before them: opened, typed into, and watched for "Saved".
// Each time the page comes to say "Saved" it tells what it showed at that moment.

import { SECTION_HEADINGS } from '@core/record/model';
import { DrivenApp, type Launch } from './driven-app';
import type { Place } from './plan';
import { RECORD_KEY } from './trial-library';

export type Texts = Record<Place, string>;

const OPTION = JSON.stringify(`[role=option][data-key="${RECORD_KEY}"]`);
const SECTION = JSON.stringify(`[contenteditable=true][aria-label="${SECTION_HEADINGS.almost}"]`);
const FIELD_LABEL = JSON.stringify('Reported by');

const OPEN = `(() => {
  const option = document.querySelector(${OPTION});
  option?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  return option !== null;
})()`;

const WATCH = `(() => {
  const section = document.querySelector(${SECTION});
  const label = [...document.querySelectorAll('label')]
    .find(({ textContent }) => textContent.startsWith(${FIELD_LABEL}));
  const field = document.getElementById(label?.htmlFor);
  if (!section || !field) return false;
  const places = { section, field };
  const texts = () => ({ section: section.textContent, field: field.value });
  const saysSaved = () => [...document.querySelectorAll('main header span')]
    .some(({ textContent }) => textContent.startsWith('Saved'));
  let before = saysSaved();
  new MutationObserver(() => {
    const now = saysSaved();
    if (now && !before) window.tell(JSON.stringify(texts()));
    before = now;
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
  window.goTo = (place) => places[place].focus();
  return texts();
})()`;

export class RecordPage {
  readonly app: DrivenApp;
  /** What it showed when it was opened. */
  readonly shown: Texts;
  #focus: Place | null = null;

  /** @param saved is given what the page shows each time it comes to say "Saved" */
  static async open(launch: Launch, saved: (texts: Texts) => void): Promise<RecordPage> {
    const app = await DrivenApp.start(launch, (payload) => saved(JSON.parse(payload)));
    try {
      await app.until(OPEN);
      return new RecordPage(app, (await app.until(WATCH)) as Texts);
    } catch (error) {
      await app.kill();
      throw error;
    }
  }

  private constructor(app: DrivenApp, shown: Texts) {
    this.app = app;
    this.shown = shown;
  }

  /** Puts the caret behind what is in a place. */
  async goTo(place: Place): Promise<void> {
    if (this.#focus === place) return;
    await this.app.evaluate(`window.goTo('${place}')`);
    await this.app.control('End');
    this.#focus = place;
  }
}
