// Which controls take letters, and so need the keys that mean something elsewhere.

/** Inputs in which a letter does nothing. */
const WITHOUT_LETTERS = ['radio', 'checkbox', 'button', 'submit', 'reset', 'range'];

/** The field itself when it holds a line or lines of text, else null. */
export function textField(target: EventTarget | null): HTMLElement | null {
  if (target instanceof HTMLInputElement) {
    return WITHOUT_LETTERS.includes(target.type) ? null : target;
  }
  return target instanceof HTMLTextAreaElement ? target : null;
}

/** Is the focus somewhere that takes letters? A select does: they choose in it. */
export function isTyping(target: EventTarget | null): boolean {
  if (textField(target)) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.tagName === 'SELECT');
}

/** What is typed in a field and not added yet is added, as if the field was left; the focus stays. */
export function addTyped(): void {
  const field = textField(document.activeElement);
  field?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
}
