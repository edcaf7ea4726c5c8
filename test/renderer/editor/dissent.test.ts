// "The room did not agree" in the editor: two accounts at the end, every block before them to the
// byte, the caret in the first, and back in one step.

import { dissentsIn } from '@core/session/dissent';
import { $addAccounts } from '@renderer/editor/dissent/dissent-item';
import {
  $createParagraphNode,
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import { openSection } from './open-section';

const ACCOUNTS = '### The room did not agree\n\n#### One account\n\n#### Another account';

describe('two accounts', () => {
  test.each([
    [''],
    ['Disk at  94 %.'],
    ['*  one\n*  two\n\n| a |\n|---|\n| b |\n\n[^1]: kept'],
    ['One.\r\n\r\nTwo.'],
  ])('come behind %j, which stays as it is', (before) => {
    const section = openSection(before);
    section.edit(() => $addAccounts());
    const eol = before.includes('\r\n') ? '\r\n' : '\n';
    const added = ACCOUNTS.replace(/\n/g, eol);
    expect(section.markdown()).toBe(before ? `${before}${eol}${eol}${added}` : added);
  });

  test('are written where the caret is, and read back as two', () => {
    const section = openSection('Disk at 94 %.');
    section.edit((root) => {
      root.append($createParagraphNode());
      $addAccounts();
    });
    section.edit((root) => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) throw new Error('no caret');
      selection.insertText('Minutes.');
      root.getLastChildOrThrow().replace($createParagraphNode().append($createTextNode('Hours.')));
    });
    expect(dissentsIn(section.markdown())).toEqual([{ one: 'Minutes.', another: 'Hours.' }]);
    expect(section.markdown()).toMatch(/^Disk at 94 %\.\n\n### /);
  });

  test('are gone with one undo', () => {
    const section = openSection('Disk at 94 %.');
    section.edit(() => $addAccounts());
    section.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(section.markdown()).toBe('Disk at 94 %.');
  });
});
