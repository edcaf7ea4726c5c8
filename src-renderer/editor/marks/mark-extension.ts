// Text has the marks Markdown has. Underline and the rest have no way into the file, so keys for
// them do nothing rather than show what would be lost.

import {
  COMMAND_PRIORITY_LOW,
  defineExtension,
  FORMAT_TEXT_COMMAND,
  mergeRegister,
  SET_TEXT_FORMAT_COMMAND,
} from 'lexical';

const KNOWN = new Set<string>(['bold', 'italic', 'strikethrough', 'code']);

export const MarkExtension = defineExtension({
  name: 'close-call/marks',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        FORMAT_TEXT_COMMAND,
        (format) => !KNOWN.has(format),
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(SET_TEXT_FORMAT_COMMAND, () => true, COMMAND_PRIORITY_LOW),
    ),
});
