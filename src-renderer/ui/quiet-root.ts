// A root that does not hear the letters typed into a rich text editor. At its root React listens to
// every kind of event, most of them twice, and goes through everything above the one who is meant:
// for a letter that is eleven times, though nothing of ours listens there. So it is not told of the
// keys of plain letters, nor of what changes an editor's text or moves its selection. The editor's
// own listeners, and those of the window, hear all of it as ever.

import { createRoot, type Root } from 'react-dom/client';

const EDITOR = 'data-lexical-editor';
/** Not listened to at all: no `onSelect`, `onBeforeInput` or `onKeyPress` is ever called. */
const UNHEARD = new Set(['selectionchange', 'textInput', 'keypress']);
/**
 * Not listened to on the way down, in fields neither: no `onInputCapture` or `onKeyUpCapture` is
 * ever called. Whoever is called before the editor has read its new text makes it read that twice.
 */
const ONLY_UPWARDS = new Set(['input', 'keyup']);
const OF_LETTERS = new Set(['keydown', 'keyup', 'input']);

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
    const isMuffled = OF_LETTERS.has(type) && typeof listener === 'function';
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

/** What is typed into an editor is meant for the whole of it, whatever in it has the caret. */
function isTyped(event: Event): boolean {
  const { target } = event;
  if (!(target instanceof Element && target.hasAttribute(EDITOR))) return false;
  if (event.type === 'input') return true;
  const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}
