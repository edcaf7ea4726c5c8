// Which keys held together mean a command on this platform, and which only edit text.

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>;

const MODIFIERS = ['Alt', 'AltGraph', 'Control', 'Meta', 'Shift'];

export function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
}

/** Alt; on macOS Control and Option, because Option alone types letters and moves by words. */
export function holdsAlt({ altKey, ctrlKey, metaKey }: Pressed): boolean {
  return altKey && ctrlKey === isMac() && !metaKey;
}

/**
 * Does this key act on the page around a field, so that the field has to hand over what was typed
 * first? Copying, undoing, moving by words and typing with AltGr stay with the text.
 */
export function isCommandKey(event: Pressed): boolean {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (MODIFIERS.includes(key)) return false;
  if (key === 'Enter') return altKey || ctrlKey || metaKey;
  if (holdsAlt(event)) return true;
  const command = isMac() ? metaKey : ctrlKey && !altKey;
  return command && key.length === 1 && !'acvxyz'.includes(key.toLowerCase());
}

/** The label of a key with them: "Alt →", on macOS "⌃⌥ →". */
export function altLabel(key: string): string {
  return `${isMac() ? '⌃⌥' : 'Alt'} ${key}`;
}

/** The same for aria-keyshortcuts: "Alt+ArrowRight", on macOS "Control+Alt+ArrowRight". */
export function altShortcut(key: string): string {
  return `${isMac() ? 'Control+Alt' : 'Alt'}+${key}`;
}

/** Control; on macOS Command. */
export function holdsMod({ ctrlKey, metaKey }: Pick<MouseEvent, 'ctrlKey' | 'metaKey'>): boolean {
  return isMac() ? metaKey : ctrlKey;
}
