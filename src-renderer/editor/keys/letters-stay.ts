// A letter typed into the editor stays there: nothing around it has a use for it, and each that is
// called for it takes time from it. All other keys go on, and letters where nobody can type.

import { defineExtension } from 'lexical';
import { isTyped } from '../../ui/typed-letters';

const EVENTS = ['keydown', 'keyup', 'input'];

export const LettersStayExtension = defineExtension({
  name: 'close-call/letters-stay',
  register: (editor) => {
    const stay = (event: Event) => {
      if (editor.isEditable() && isTyped(event)) event.stopPropagation();
    };
    return editor.registerRootListener((root) => {
      if (!root) return;
      for (const type of EVENTS) root.addEventListener(type, stay);
      return () => {
        for (const type of EVENTS) root.removeEventListener(type, stay);
      };
    });
  },
});
