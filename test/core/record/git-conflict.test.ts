// Proves that the versions Git leaves in a file are told apart byte for byte, and that what a
// record merely shows of such marks is left alone.

import { findGitConflict } from '@core/record/git-conflict';
import { parseRecord } from '@core/record/parse';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const HEAD = '---\nclose-call: 1\nid: A\ntitle: One\n---\n\n# One\n\n';
const block = (ours: string, theirs: string, base?: string) =>
  `<<<<<<< HEAD\n${ours}${base === undefined ? '' : `||||||| 1a2b3c4\n${base}`}=======\n${theirs}>>>>>>> ana/branch\n`;

test('each side is the text outside with its own lines', () => {
  const text = `a\n${block('1\n', '2\n')}b\n${block('', '3\n')}c`;
  expect(findGitConflict(text)).toEqual({
    line: 2,
    sides: { ours: 'a\n1\nb\nc', theirs: 'a\n2\nb\n3\nc', base: null },
  });
});

test('marks that stand where they mean nothing are text', () => {
  const text = `||||||| 1\nTitle\n=======\n${block('1\n', '||||||| 2\n')}=======\n`;
  expect(findGitConflict(text)?.sides).toEqual({
    ours: '||||||| 1\nTitle\n=======\n1\n=======\n',
    theirs: '||||||| 1\nTitle\n=======\n||||||| 2\n=======\n',
    base: null,
  });
});

test('what both came from is given when every place says it', () => {
  const first = block('1\n', '2\n', '0\n');
  expect(findGitConflict(first)?.sides?.base).toBe('0\n');
  expect(findGitConflict(first + block('3\n', '4\n'))?.sides?.base).toBeNull();
});

test('any sides come back byte for byte, whatever their line ends', () => {
  const lines = fc.array(
    fc.constantFrom('a', 'b', '', '## Notes', '<<<<<<', '=== ', '> c', '\uFEFF'),
  );
  const eol = fc.constantFrom('\n', '\r\n');
  const parts = fc.array(fc.record({ before: lines, ours: lines, theirs: lines, base: lines }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(parts, lines, eol, fc.boolean(), (blocks, after, end, hasBase) => {
      const textOf = (list: string[]) => list.map((line) => line + end).join('');
      const marked = blocks.map(
        ({ before, ours, theirs, base }) =>
          `${textOf(before)}<<<<<<< HEAD${end}${textOf(ours)}${
            hasBase ? `||||||| base${end}${textOf(base)}` : ''
          }=======${end}${textOf(theirs)}>>>>>>> theirs${end}`,
      );
      const side = (name: 'ours' | 'theirs' | 'base') =>
        blocks.map((part) => textOf(part.before) + textOf(part[name])).join('') + textOf(after);
      expect(findGitConflict(marked.join('') + textOf(after))?.sides).toEqual({
        ours: side('ours'),
        theirs: side('theirs'),
        base: hasBase ? side('base') : null,
      });
    }),
  );
});

test.each([
  ['no marks', 'a\n=======\nb\n'],
  ['a beginning alone', '<<<<<<< HEAD\na\n'],
  ['no middle', '<<<<<<< HEAD\na\n>>>>>>> b\n'],
  ['no end', '<<<<<<< HEAD\na\n=======\nb\n'],
  ['another order', '>>>>>>> b\n=======\n<<<<<<< HEAD\n>>>>>>> b\n'],
  ['inside lines', `    ${block('a\n', 'b\n').replaceAll('\n', '\n    ')}`],
  ['longer marks', block('a\n', 'b\n').replace(/([<=>])\1{6}/g, '$&$1')],
  ['some of it in a code fence', '```\n<<<<<<< HEAD\na\n=======\n```\n'],
  ['all of it in a code fence', `\`\`\`diff\n${block('a\n', 'b\n')}\`\`\`\n`],
  ['all of it in a fence behind other lines', ` x\n> x\n\`\`\`\n${block('a\n', 'b\n')}\`\`\`\n`],
  ['all of it in a fence with words behind it', `~~~ a\`b\n${block('a\n', 'b\n')}~~~\n`],
  ['all of it in a fence that ends in spaces', `\`\`\`\n${block('a\n', 'b\n')}\`\`\`\` \t\r\n`],
  ['all of it in a longer fence', `~~~~\n~~~\n${block('a\n', 'b\n')}~~~~\n`],
])('left alone: %s', (_name, text) => {
  expect(findGitConflict(text)).toBeNull();
  expect(parseRecord(`${HEAD}## Notes\n\n${text}`).kind).toBe('record');
});

test.each([
  ['a fence that is never closed', `\`\`\`\n${block('a\n', 'b\n')}`],
  ['ticks that are no fence', `\`\`\` a\`b\n${block('a\n', 'b\n')}\`\`\`\n`],
  ['a fence with words at its end', `\`\`\`\n${block('a\n', 'b\n')}\`\`\` x\n`],
  ['a fence of others at its end', `\`\`\`\n${block('a\n', 'b\n')}~~~\n`],
  ['a fence that ends on one side', `\`\`\`\n${block('a\n```\nb\n', 'b\n')}\`\`\`\n`],
  ['another place outside', `\`\`\`\n${block('a\n', 'b\n')}\`\`\`\n${block('c\n', 'd\n')}`],
])('counts: %s', (_name, text) => {
  expect(findGitConflict(text)?.sides).not.toBeNull();
  expect(parseRecord(HEAD + text)).toMatchObject({
    kind: 'attention',
    reason: 'Git left two versions in it',
  });
});

test.each([
  ['a heading of equals signs', block('Title\n=======\n', 'b\n')],
  ['a place in a place', block(block('a\n', 'b\n'), 'c\n')],
  ['a mark that stands alone', `<<<<<<< a\n${block('a\n', 'b\n')}`],
  ['a last place without its end', `${block('a\n', 'b\n')}<<<<<<< HEAD\nc\n`],
])('found, and never guessed at: %s', (_name, text) => {
  expect(findGitConflict(text)).toMatchObject({ sides: null });
  const parsed = parseRecord(HEAD + text);
  expect(parsed).toMatchObject({ kind: 'attention', reason: 'Git left two versions in it' });
  expect(parsed).not.toHaveProperty('git');
});

test('a record is found whether or not the rest of it can be read', () => {
  const front = block('---\nclose-call: 1\ntitle: A\n---\n', '---\nclose-call: 1\ntitle: B\n---\n');
  expect(parseRecord(front)).toMatchObject({ kind: 'attention', line: 1, git: {} });
  const body = `${HEAD}${block('Mine.\n', 'Theirs.\n')}`;
  expect(parseRecord(body)).toMatchObject({ kind: 'attention', line: 9 });
});

test('another page with marks stays another page', () => {
  expect(parseRecord(`# Read me\n\n${block('a\n', 'b\n')}`)).toEqual({ kind: 'other' });
});
