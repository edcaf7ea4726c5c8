// Links in the editor: Ctrl+K (⌘K) asks for the field to make or change one, Ctrl+click (⌘click)
// asks whoever shows the editor to open one. The editor itself never follows a link.

import {
  COMMAND_PRIORITY_BEFORE_EDITOR,
  createCommand,
  defineExtension,
  KEY_DOWN_COMMAND,
  type LexicalCommand,
  mergeRegister,
  registerEventListeners,
} from 'lexical';
import { isAllowedLink } from './link-address';

/** Asks for the field in which a link's address is typed. */
export const EDIT_LINK_COMMAND: LexicalCommand<void> = createCommand('EDIT_LINK_COMMAND');
/** Says that a person wants to follow a link; its address is https or mailto. */
export const OPEN_LINK_COMMAND: LexicalCommand<string> = createCommand('OPEN_LINK_COMMAND');

export const LinkKeysExtension = defineExtension({
  name: 'close-call/link-keys',
  register: (editor) => {
    const onClick = (event: MouseEvent) => {
      const anchor = event.target instanceof Element ? event.target.closest('a') : null;
      if (anchor === null) return;
      event.preventDefault();
      const address = anchor.getAttribute('href') ?? '';
      if ((event.ctrlKey || event.metaKey) && event.button === 0 && isAllowedLink(address)) {
        editor.dispatchCommand(OPEN_LINK_COMMAND, address);
      }
    };
    return mergeRegister(
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const isKey = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
          if (!isKey || event.key.toLowerCase() !== 'k' || !editor.isEditable()) return false;
          event.preventDefault();
          // The page may have its own use for this key outside the editor.
          event.stopPropagation();
          return editor.dispatchCommand(EDIT_LINK_COMMAND, undefined);
        },
        COMMAND_PRIORITY_BEFORE_EDITOR,
      ),
      editor.registerRootListener((root) =>
        root ? registerEventListeners(root, { click: onClick, auxclick: onClick }) : undefined,
      ),
    );
  },
});
