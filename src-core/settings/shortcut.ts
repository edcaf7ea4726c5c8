// The keys that open the small capture window from anywhere: which can be, what they are called,
// and how they are read from a press. Written as Electron writes them: 'CommandOrControl+Shift+M'.

export interface CaptureShortcut {
  keys: string;
  on: boolean;
}

export const DEFAULT_SHORTCUT: CaptureShortcut = { keys: 'CommandOrControl+Shift+M', on: true };

/** Whether the keys work: 'taken' is when another program has them already. */
export type ShortcutState = 'on' | 'off' | 'taken';

const MODIFIERS = ['CommandOrControl', 'Super', 'Control', 'Alt', 'Shift'] as const;
type Modifier = (typeof MODIFIERS)[number];
const KEY = /^(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Space)$/;

/** Can these keys be a shortcut everywhere? Two held keys and another, or one and a function key. */
export function isShortcut(keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const held = MODIFIERS.filter((name) => parts.includes(name));
  // Each once and in their order, so that the same keys are always written the same.
  if (held.join('+') !== parts.join('+') || !KEY.test(key)) return false;
  const besidesShift = held.filter((name) => name !== 'Shift').length;
  return besidesShift > 0 && held.length >= (isFunctionKey(key) ? 1 : 2);
}

function isFunctionKey(key: string): boolean {
  return /^F\d/.test(key);
}

/** A press, as a page is told of it. */
export interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
}

/** The keys that were pressed; null while only held keys are down, or for a key that cannot be. */
export function pressedKeys(press: Press, mac: boolean): string | null {
  const key = keyOf(press);
  if (!key) return null;
  const held: Record<Modifier, boolean> = {
    CommandOrControl: mac ? press.metaKey : press.ctrlKey,
    Super: !mac && press.metaKey,
    Control: mac && press.ctrlKey,
    Alt: press.altKey,
    Shift: press.shiftKey,
  };
  return [...MODIFIERS.filter((name) => held[name]), key].join('+');
}

/** By the letter on it where that is a Latin one, else by its place on the keyboard. */
function keyOf({ key, code }: Press): string | null {
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase();
  if (KEY.test(key)) return key;
  const place = /^(?:Key([A-Z])|Digit(\d)|(Space))$/.exec(code);
  return place?.[1] ?? place?.[2] ?? place?.[3] ?? null;
}

const NAMES: Record<Modifier, string> = {
  CommandOrControl: 'Ctrl',
  Super: 'Super',
  Control: 'Ctrl',
  Alt: 'Alt',
  Shift: 'Shift',
};
const MAC_SYMBOLS: Record<Modifier, string> = {
  CommandOrControl: '⌘',
  Super: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
};
/** The order in which macOS shows them. */
const MAC_ORDER: readonly Modifier[] = ['Control', 'Alt', 'Shift', 'CommandOrControl', 'Super'];

/** To read: "Ctrl Shift M", on macOS "⇧⌘M". */
export function shortcutLabel(keys: string, mac: boolean): string {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const order = mac ? MAC_ORDER : MODIFIERS;
  const names = order
    .filter((name) => parts.includes(name))
    .map((name) => (mac ? MAC_SYMBOLS : NAMES)[name]);
  return [...names, key].join(mac ? '' : ' ');
}

/** What is wrong with keys that another program has. */
export function takenWords(keys: string, mac: boolean): string {
  return `${shortcutLabel(keys, mac)} is taken by another program, so it does not open the capture window.`;
}
