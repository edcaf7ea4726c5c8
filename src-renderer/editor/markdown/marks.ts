// Bold, italic and strikethrough around something that is not text: a link, a line break. The
// editor formats text only, so what they stood inside is remembered with them.

import { TEXT_TYPE_TO_FORMAT } from 'lexical';
import type { PhrasingContent } from 'mdast';

const MARKS: readonly (readonly [bit: number, type: 'emphasis' | 'strong' | 'delete'])[] = [
  [TEXT_TYPE_TO_FORMAT.italic ?? 0, 'emphasis'],
  [TEXT_TYPE_TO_FORMAT.bold ?? 0, 'strong'],
  [TEXT_TYPE_TO_FORMAT.strikethrough ?? 0, 'delete'],
];

/** `content` inside the marks of the text formats in `bits`, strikethrough outermost. */
export function inMarks(content: PhrasingContent, bits: number): PhrasingContent {
  return MARKS.reduce<PhrasingContent>(
    (inner, [bit, type]) => (bits & bit ? { type, children: [inner] } : inner),
    content,
  );
}

/** `nodes` without the marks in `bits`, at any depth. */
export function withoutMarks(nodes: PhrasingContent[], bits: number): PhrasingContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'delete') return [node];
    const children = withoutMarks(node.children, bits);
    const drop = MARKS.some(([bit, type]) => bits & bit && type === node.type);
    return drop ? children : [{ ...node, children }];
  });
}
