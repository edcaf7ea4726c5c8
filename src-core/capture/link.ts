// A close-call: link, as any page, chat or mail can hold one, to the fields it fills in. It fills
// in a form that a person looks at and saves; it does nothing else, and whatever is not exactly
// such a link is refused with a reason. Linear, never throws.

import { type CaptureForm, emptyForm } from './form';

export const LINK_SCHEME = 'close-call';

/** What a link may bring: the name of whoever reports it is not among it. */
export type LinkedFields = Pick<CaptureForm, 'almost' | 'saved' | 'services'>;

export type ReadLink =
  | { kind: 'capture'; fields: LinkedFields }
  /** A sentence's end: "A link was not opened: …". */
  | { kind: 'refused'; reason: string };

/** Characters of a whole link; a near miss told in two minutes is far below. */
const MAX_LINK = 8000;
const MAX_SERVICES = 20;
const MAX_SERVICE = 100;
const CAPTURE = /^close-call:\/\/capture\/?(?:\?([^#]*))?$/i;

/** Is this argument of a command line such a link, good or bad? */
export function isLink(argument: string): boolean {
  return argument.slice(0, LINK_SCHEME.length + 1).toLowerCase() === `${LINK_SCHEME}:`;
}

/** Reads a link. What it does not know among the parameters is passed over. */
export function readLink(link: string): ReadLink {
  if (link.length > MAX_LINK) return refused('it is too long.');
  const match = CAPTURE.exec(link);
  if (!match) return refused('only links that capture a near miss are known here.');
  const fields: LinkedFields = { almost: '', saved: '', services: [] };
  for (const part of (match[1] ?? '').split('&')) {
    const [name, value] = pair(part);
    if (value === null) return refused('it is damaged.');
    if (hasControls(value)) return refused('it holds characters that cannot be seen.');
    if (name === 'what') fields.almost = value.trim();
    else if (name === 'saved') fields.saved = value.trim();
    else if (name === 'service') fields.services = withServices(fields.services, value);
  }
  return { kind: 'capture', fields };
}

/** A form with what a link brings and nothing else. */
export function linkedForm(fields: LinkedFields): CaptureForm {
  return { ...emptyForm(), ...fields };
}

function refused(reason: string): ReadLink {
  return { kind: 'refused', reason };
}

/** A parameter as it stands in a query; the value is null when it is not whole. */
function pair(part: string): [name: string, value: string | null] {
  const at = part.indexOf('=');
  const name = at === -1 ? part : part.slice(0, at);
  const value = at === -1 ? '' : part.slice(at + 1);
  try {
    return [
      name.toLowerCase(),
      decodeURIComponent(value.replaceAll('+', ' ')).replace(/\r\n?/g, '\n'),
    ];
  } catch {
    return [name, null];
  }
}

/** Controls other than tabs and new lines, half characters, and marks that turn text around. */
function hasControls(value: string): boolean {
  return /[^\P{Cc}\t\n]|\p{Cs}|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u.test(value);
}

/** Services as they are written in a record: lower case, hyphens, each once. */
function withServices(before: readonly string[], value: string): string[] {
  const words = value
    .split(/[,\n]/)
    .map((word) => word.trim().toLowerCase().replace(/\s+/g, '-').slice(0, MAX_SERVICE))
    .filter(Boolean);
  return [...new Set([...before, ...words])].slice(0, MAX_SERVICES);
}
