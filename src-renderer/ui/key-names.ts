// Keys as a table writes them: 'N', '?', 'ArrowDown', 'Mod+K', 'Alt+ArrowRight'. The same text says
// which press is meant, what stands on the screen and what a screen reader is told. `Mod` is Control,
// on macOS Command; `Alt` is Alt, on macOS Control and Option, because Option alone types letters.

import { holdsAlt, isMac } from './modifier-keys';

/** Something that a key does. */
export interface KeyUse {
  /** What happens, in the words of the interface. */
  name: string;
  /** Any of these does it; the first is the one that is shown beside a button. */
  keys: readonly string[];
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const SYMBOLS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page up',
  PageDown: 'Page down',
  Escape: 'Esc',
  ' ': 'Space',
};
const SPOKEN: Record<string, string> = { ' ': 'Space' };

function partsOf(key: string): { mod: boolean; alt: boolean; shift: boolean; key: string } {
  const parts = key === '+' ? ['+'] : key.split('+');
  return {
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: parts.at(-1) ?? '',
  };
}

/** Is this the press of that key? Which characters need Shift is the keyboard's business. */
export function isPressed(event: Pressed, key: string): boolean {
  const wanted = partsOf(key);
  if (wanted.alt) return holdsAlt(event) && isSameKey(event, wanted.key, true);
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const other = isMac() ? event.ctrlKey : event.metaKey;
  if (event.altKey || other || mod !== wanted.mod) return false;
  const isCharacter = wanted.key.length === 1 && wanted.key !== ' ';
  if (wanted.shift !== event.shiftKey && (wanted.shift || wanted.mod || !isCharacter)) return false;
  return isSameKey(event, wanted.key, false);
}

function isSameKey({ key, code }: Pressed, wanted: string, held: boolean): boolean {
  if (held && /^\d$/.test(wanted)) return code === `Digit${wanted}`;
  // = is in another place on many keyboards, and + is on the same key as often as not.
  if (held && wanted === '=') return code === 'Equal' || key === '=' || key === '+';
  return key.toLowerCase() === wanted.toLowerCase();
}

/** Which use of a table this press is; null when it is none. */
export function whichUse<T extends string>(
  table: Readonly<Record<T, KeyUse>>,
  event: Pressed,
): T | null {
  for (const use of Object.keys(table) as T[]) {
    if (table[use].keys.some((key) => isPressed(event, key))) return use;
  }
  return null;
}

/** To see: "Ctrl K", on macOS "⌘K". */
export function keyLabel(key: string): string {
  const { mod, alt, shift, key: last } = partsOf(key);
  const mac = isMac();
  // Each platform names them in an order of its own.
  const names = mac
    ? [alt && '⌃⌥', shift && '⇧', mod && '⌘']
    : [mod && 'Ctrl', alt && 'Alt', shift && 'Shift'];
  const held = names.filter((word) => word !== false);
  return [...held, SYMBOLS[last] ?? last].join(mac ? '' : ' ');
}

/** For aria-keyshortcuts: "Control+K", on macOS "Meta+K". */
export function keyShortcut(key: string): string {
  const { mod, alt, shift, key: last } = partsOf(key);
  const mac = isMac();
  return [
    alt && (mac ? 'Control+Alt' : 'Alt'),
    mod && (mac ? 'Meta' : 'Control'),
    shift && 'Shift',
    SPOKEN[last] ?? last,
  ]
    .filter((word) => word !== false)
    .join('+');
}

/** All keys of a use, to see; a run of digits is shown by its ends. */
export function shownKeys(keys: readonly string[]): string[] {
  const [first, last] = [keys[0] ?? '', keys.at(-1) ?? ''];
  if (keys.length > 2 && /\d$/.test(first) && /\d$/.test(last)) {
    return [`${keyLabel(first)} – ${last.slice(-1)}`];
  }
  return keys.map(keyLabel);
}
