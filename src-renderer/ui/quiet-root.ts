// A root that does not hear the letters typed into a rich text editor. At its root React listens to
// every kind of event, most of them twice, and goes through everything above the one who is meant.
// On their way up letters do not leave the editor (editor/keys/letters-stay.ts); here React is not
// told of them on their way down, nor of a selection that moves.

import { createRoot, type Root } from 'react-dom/client';
import { isTyped } from './typed-letters';

/** Not listened to at all: no `onSelect`, `onBeforeInput` or `onKeyPress` is ever called. */
const UNHEARD = new Set(['selectionchange', 'textInput', 'keypress']);
/**
 * Not listened to on the way down, in fields neither: no `onInputCapture` or `onKeyUpCapture` is
 * ever called. Whoever is called before the editor has read its new text makes it read that twice.
 */
const ONLY_UPWARDS = new Set(['input', 'keyup']);

/** Where React listens: of the selection it would hear at the document. */
export function createQuietRoot(container: HTMLElement): Root {
  const restored = [container, document].map(muffle);
  const root = createRoot(container);
  for (const restore of restored) restore();
  return root;
}

/** What is made to listen there until it is restored does not hear of letters. */
function muffle(place: HTMLElement | Document): () => void {
  place.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) => {
    const isDownwards = typeof options === 'object' ? options.capture : options;
    if (UNHEARD.has(type) || (isDownwards && ONLY_UPWARDS.has(type))) return;
    const isMuffled = type === 'keydown' && isDownwards && typeof listener === 'function';
    const hear = isMuffled ? unlessTyped(listener) : listener;
    EventTarget.prototype.addEventListener.call(place, type, hear, options);
  };
  return () => {
    Reflect.deleteProperty(place, 'addEventListener');
  };
}

const unlessTyped = (listener: EventListener) => (event: Event) => {
  if (!isTyped(event)) listener(event);
};
