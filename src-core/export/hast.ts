// Two small helpers for building HTML as a tree: text is always text, so nothing has to be escaped
// by hand.

import type { Element, ElementContent, Properties } from 'hast';

export type Child = Element | string | null | undefined;

/** An element; strings become text, null and undefined nothing. */
export function h(tagName: string, properties: Properties = {}, ...children: Child[]): Element {
  return { type: 'element', tagName, properties, children: children.flatMap(toNode) };
}

function toNode(child: Child): ElementContent[] {
  if (child === null || child === undefined || child === '') return [];
  return [typeof child === 'string' ? { type: 'text', value: child } : child];
}

/** Text that sets its own direction, so that Hebrew or Arabic reads right beside English. */
export function said(tagName: string, text: string, properties: Properties = {}): Element {
  return h(tagName, { ...properties, dir: 'auto' }, text);
}
