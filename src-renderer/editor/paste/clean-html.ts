// Pasted HTML before it is read: cleaned by DOMPurify in a document that runs nothing and loads
// nothing, and rid of everything that is not text. Promises never to touch the page's own document,
// and to read styles as words only, so that the page's policy against them does not matter.

import DOMPurify from 'dompurify';

/** What has no text to give, or would be read as something else. */
const REFUSED = [
  ...['script', 'style', 'link', 'meta', 'base', 'template', 'noscript', 'iframe', 'frame'],
  ...['object', 'embed', 'applet', 'img', 'picture', 'svg', 'math', 'canvas', 'video', 'audio'],
  ...['source', 'track', 'map', 'button', 'select', 'textarea', 'dialog', 'slot'],
];

/** The attributes that mean something to a reader of text. */
const KEPT = ['href', 'start', 'aria-checked', 'class', 'data-language'];

/** What word processors say with styles, and the element for it. */
const MARKS: [style: RegExp, tag: string][] = [
  [/font-weight:\s*(?:bold|[6-9]00)/i, 'strong'],
  [/font-style:\s*italic/i, 'em'],
  [/text-decoration[^;]*line-through/i, 's'],
];

/** Where styles are put for parsing, so that the page's policy has nothing to report. */
const STYLE = 'data-pasted-style';

function setStylesAside(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(?=\s*=)/gi, `$1${STYLE}`));
}

/** `html` as an inert document with nothing in it but text and its structure. */
export function cleanHtml(html: string): Document {
  const clean = DOMPurify.sanitize(setStylesAside(html), {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: REFUSED,
    ALLOWED_ATTR: [...KEPT, STYLE],
    // Their values are words, whatever they look like; only href holds an address.
    ADD_URI_SAFE_ATTR: [...KEPT.filter((name) => name !== 'href'), STYLE],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https:|mailto:)/i,
  });
  const document = new DOMParser().parseFromString('', 'text/html');
  document.body.append(clean);
  for (const element of document.querySelectorAll(`[${STYLE}]`)) {
    readStyle(element);
    element.removeAttribute(STYLE);
  }
  return document;
}

function readStyle(element: Element): void {
  const style = element.getAttribute(STYLE) ?? '';
  if (element.matches('b, strong') && /font-weight:\s*(?:normal|[1-4]00)/i.test(style)) {
    // Google Docs wraps all it copies in a bold element that is not bold.
    element.replaceWith(...element.childNodes);
    return;
  }
  if (!element.matches('span')) return;
  for (const [pattern, tag] of MARKS) {
    if (!pattern.test(style)) continue;
    const mark = element.ownerDocument.createElement(tag);
    mark.append(...element.childNodes);
    element.append(mark);
  }
}
