// Which addresses a link made here may have: https and mailto, as they would be typed.

/** Whether `address` may be linked to. */
export function isAllowedLink(address: string): boolean {
  return toLink(address) === address.trim();
}

/**
 * What a person typed as a link's address, as one: a bare domain becomes https, a bare email
 * address mailto. `undefined` for anything else, which is not linked to.
 */
export function toLink(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || /[\s<>\p{Cc}]/u.test(text)) return undefined;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  let url: URL;
  try {
    url = new URL(withScheme);
  } catch {
    return undefined;
  }
  if (url.protocol === 'mailto:') return withScheme;
  const whole = url.protocol === 'https:' && /^https:\/\//i.test(withScheme);
  return whole && /[^.]\.[^.]|^localhost$|^\[/.test(url.hostname) ? withScheme : undefined;
}
