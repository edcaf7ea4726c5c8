// Headings inside a section start at level 3: level 2 is a section of the record. A heading that
// was already in the file keeps its level until it is changed.

import { HeadingNode } from '@lexical/rich-text';
import { $getState, createState, defineExtension } from 'lexical';

/** Set on headings that came from the file. */
export const givenLevelState = createState('givenLevel', {
  parse: (value) => value === true,
  resetOnCopyNode: true,
});

export const HeadingLevelExtension = defineExtension({
  name: 'close-call/heading-level',
  nodes: () => [HeadingNode],
  register: (editor) =>
    editor.registerNodeTransform(HeadingNode, (heading) => {
      const tag = heading.getTag();
      if (tag !== 'h1' && tag !== 'h2') return;
      if (!$getState(heading, givenLevelState)) heading.setTag('h3');
    }),
});
