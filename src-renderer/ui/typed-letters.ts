// Tells a letter that is typed into a rich text editor from all other keys.

const EDITOR = 'data-lexical-editor';

/** Whether a `keydown`, `keyup` or `input` is of text for an editor, if that can be edited. */
export function isTyped(event: Event): boolean {
  const { target } = event;
  // What is typed is meant for the whole editor, whatever in it has the caret.
  if (!(target instanceof Element && target.hasAttribute(EDITOR))) return false;
  if (event.type === 'input') return true;
  const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}
