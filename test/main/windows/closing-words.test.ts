import { closingWords } from '@main/windows/closing-words';
import { expect, test } from 'vitest';

const ONE = { title: 'One', reason: 'the disk is full' };
const TWO = { title: 'Two', reason: 'the folder may not be written to' };

test('what is in the journal is said to be kept', () => {
  expect(closingWords([ONE], [])).toBe(
    '“One”: the disk is full\n\nWhat you typed is kept in the journal on this machine, and is there when you start again.',
  );
});

test('what stands in a window alone is not, and is said once', () => {
  expect(closingWords([], [TWO, TWO])).toBe(
    '“Two”: the folder may not be written to\n\nWhat you typed there last is in the window only, and goes with it.',
  );
});

test('each is told apart from the other', () => {
  expect(closingWords([ONE], [TWO]).split('\n\n')).toEqual([
    '“One”: the disk is full',
    expect.stringMatching(/^What you typed is kept/),
    '“Two”: the folder may not be written to',
    expect.stringMatching(/in the window only/),
  ]);
});
