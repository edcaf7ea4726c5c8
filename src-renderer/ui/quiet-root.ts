// A root that does not hear the letters typed into a rich text editor. At its root React listens to
// every kind of event, most of them twice, and goes through everything above the one who is meant:
// for a letter that is eleven times, though nothing of ours listens there. So it is not told of the
// keys of plain letters, nor of what changes an editor's text or moves its selection. The editor's
// own listeners, and those of the window, hear all of it as ever.

import { createRoot, type Root } from 'react-dom/client';

const EDITOR = '[data-lexical-editor]';
const OF_KEYS = new Set(['keydown', 'keypress', 'keyup']);
const OF_TEXT = new Set(['beforeinput', 'input', 'selectionchange', 'textInput']);

/** Where React listens: of the selection it hears at the document. */
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
    const hear =
      isOfLetters(type) && typeof listener === 'function' ? unlessTyped(listener) : listener;
    EventTarget.prototype.addEventListener.call(place, type, hear, options);
  };
  return () => {
    Reflect.deleteProperty(place, 'addEventListener');
  };
}

const isOfLetters = (type: string) => OF_KEYS.has(type) || OF_TEXT.has(type);

/** Of each event it is asked twice, on its way down and up. */
let asked: Event | undefined;
let wasTyped = false;

const unlessTyped = (listener: EventListener) => (event: Event) => {
  if (event !== asked) {
    asked = event;
    wasTyped = isTyped(event);
  }
  if (!wasTyped) listener(event);
};

function isTyped(event: Event): boolean {
  const place = event.type === 'selectionchange' ? document.activeElement : event.target;
  if (!(place instanceof Element) || place.closest(EDITOR) === null) return false;
  if (!OF_KEYS.has(event.type)) return true;
  const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}
