// What a page tells letter by letter reaches the record as it was typed, at the record's pace; what
// the record would not take comes with the page's next edit, and nothing is put in its place.

import { AppError } from '@core/errors';
import type { EditAnswer } from '@core/ipc/contract';
import type { RecordEdit, SectionEdit } from '@core/record/edit';
import { changeOf } from '@core/record/merge-typing';
import { MAX_BYTES } from '@core/record/parse';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Author } from '../../../src-main/library/open-record';
import { Typing } from '../../../src-main/library/typing';

const PAGE = 1;

/** A record that takes an edit when it is let, and only one made upon what it has. */
class OneText {
  text = '';
  revision = 0;
  readonly seen: (number | null)[] = [];
  readonly steps: string[] = [];
  answer: (edit: SectionEdit) => Promise<void> = async () => {};
  hasOthers = false;

  async edit(_key: string, edit: RecordEdit, base: RecordEdit, by: Author): Promise<EditAnswer> {
    if (edit.kind !== 'section' || base.kind !== 'section') throw new Error('not a section');
    await this.answer(edit);
    this.steps.push(`${base.text}→${edit.text}`);
    this.seen.push(by.seen);
    expect(base.text).toBe(this.text);
    this.text = edit.text;
    this.revision += 1;
    return { revision: this.revision, merged: this.hasOthers ? ({} as never) : null };
  }
}

let record: OneText;
let open: OneText;
let typing: Typing;

beforeEach(() => {
  record = new OneText();
  open = record;
  typing = new Typing(AT_ONCE);
});

const section = (text: string): SectionEdit => ({ kind: 'section', section: 'almost', text });
const ask = (text: string, base: string, seen?: number) =>
  typing.edit(
    open,
    { key: 'k', edit: section(text), base: section(base), ...(seen === undefined ? {} : { seen }) },
    PAGE,
  );
const tell = (text: string, before: string, page = PAGE, key = 'k') =>
  typing.type(open, { key, section: 'almost', change: changeOf(before, text) }, page);
const AT_ONCE = { letter: () => {}, drawn: async () => {} };
/** Long enough for all that waits for nothing. */
const soon = () => new Promise((resolve) => setTimeout(resolve));
/** Letters are not drawn until it is called. */
const notYetDrawn = () => {
  let drawn = () => {};
  const wait = () => new Promise<void>((resolve) => (drawn = resolve));
  typing = new Typing({ ...AT_ONCE, drawn: wait });
  return () => drawn();
};
const refuse = async () => {
  throw new AppError('not-saved', 'The disk is full.');
};

test('each letter is an edit upon the one before', async () => {
  await ask('a', '');
  tell('ab', 'a');
  await soon();
  tell('abc', 'ab');
  await soon();
  expect(record.steps).toEqual(['→a', 'a→ab', 'ab→abc']);
});

test('letters are gathered while the record is busy, and an edit comes after them', async () => {
  await ask('a', '');
  let go = () => {};
  record.answer = () => new Promise((resolve) => (go = resolve));
  tell('ab', 'a');
  await soon();
  tell('abc', 'ab');
  tell('abcd', 'abc');
  const asked = ask('abcde', 'a');
  for (let step = 0; step < 3; step += 1) {
    go();
    await soon();
  }
  await asked;
  expect(record.steps).toEqual(['→a', 'a→ab', 'ab→abcd', 'abcd→abcde']);
});

test('letters wait until they are drawn, and an edit still comes after them', async () => {
  const drawn = notYetDrawn();
  await ask('a', '');
  tell('ab', 'a');
  tell('abc', 'ab');
  const asked = ask('abcd', 'a');
  await soon();
  expect(record.steps).toEqual(['→a']);
  drawn();
  await asked;
  expect(record.steps).toEqual(['→a', 'a→abc', 'abc→abcd']);
});

test('an edit of another section comes after them, too', async () => {
  const drawn = notYetDrawn();
  await ask('a', '');
  tell('ab', 'a');
  const other = { ...section('ab'), section: 'notes' } as const;
  const asked = typing.edit(open, { key: 'k', edit: other, base: other }, PAGE);
  await soon();
  drawn();
  await asked;
  expect(record.steps).toEqual(['→a', 'a→ab', 'ab→ab']);
});

test('what the record refuses comes with the next edit, upon what the record has', async () => {
  await ask('a', '');
  tell('ab', 'a');
  await soon();
  record.answer = refuse;
  tell('abc', 'ab');
  await soon();
  record.answer = async () => {};
  tell('abcd', 'abc');
  await soon();
  expect(record.text).toBe('ab');
  await ask('abcd', 'a');
  expect(record.steps).toEqual(['→a', 'a→ab', 'ab→abcd']);
});

test('an edit that is refused is refused to the page, and nothing is told on after it', async () => {
  await ask('a', '');
  record.answer = refuse;
  await expect(ask('ab', 'a')).rejects.toMatchObject({ code: 'not-saved' });
  record.answer = async () => {};
  tell('abc', 'ab');
  await soon();
  expect(record.text).toBe('a');
});

test('in a conflict the record has the edit, told or asked for', async () => {
  const conflict = async (edit: SectionEdit) => {
    record.text = edit.text;
    throw new AppError('conflict', 'It was changed outside.');
  };
  await ask('a', '');
  record.answer = conflict;
  tell('ab', 'a');
  await soon();
  record.answer = async () => {};
  await ask('abc', 'a');
  record.answer = conflict;
  await expect(ask('abcd', 'abc')).rejects.toMatchObject({ code: 'conflict' });
  record.answer = async () => {};
  tell('abcde', 'abcd');
  await soon();
  expect(record.steps).toEqual(['→a', 'ab→abc', 'abcd→abcde']);
});

test('a letter upon something main was not told changes nothing', async () => {
  tell('a', '');
  await ask('a', '');
  tell('ab', 'a', PAGE + 1);
  tell('ab', 'a', PAGE, 'another');
  await soon();
  expect(record.steps).toEqual(['→a']);
});

test('nothing told to one library reaches another with a record of that name', async () => {
  await ask('a', '');
  tell('ab', 'a');
  await soon();
  open = new OneText();
  open.text = 'x';
  tell('abc', 'ab');
  await soon();
  expect(open.text).toBe('x');
  await ask('xy', 'x');
  expect(open.steps).toEqual(['x→xy']);
});

test('letters do not add up to more than a text may hold', async () => {
  await ask('a', '');
  const long = 'x'.repeat(MAX_BYTES);
  tell(long, 'a');
  await soon();
  tell(`${long}y`, long);
  await soon();
  expect(record.text).toBe(long);
});

test('a page has seen what it told, but not what others put there meanwhile', async () => {
  await ask('a', '', 0);
  tell('ab', 'a');
  await soon();
  record.hasOthers = true;
  tell('abc', 'ab');
  await soon();
  await ask('abcd', 'a', 1);
  expect(record.seen).toEqual([0, 1, 2, 2]);
});

test('an edit of fields is made upon its own base, and letters go on', async () => {
  await ask('a', '');
  const fields = { kind: 'fields', fields: { title: 'T' } } as const;
  await expect(typing.edit(open, { key: 'k', edit: fields, base: fields }, PAGE)).rejects.toThrow(
    'not a section',
  );
  tell('ab', 'a');
  await soon();
  expect(record.text).toBe('ab');
});

test('whatever is refused and however slow the record is, the last edit leaves the page’s text', async () => {
  const letter = fc.record({ at: fc.nat(), cut: fc.nat(2), text: fc.string({ maxLength: 2 }) });
  const how = fc.constantFrom('told', 'told', 'told', 'asked', 'waits');
  const step = fc.record({ letter, how, refused: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      record = new OneText();
      open = record;
      typing = new Typing(AT_ONCE);
      let [shown, answered] = ['', ''];
      await ask(shown, answered);
      for (const { letter: put, how: way, refused } of steps) {
        record.answer = refused ? refuse : (soon as () => Promise<void>);
        const at = put.at % (shown.length + 1);
        const text = shown.slice(0, at) + put.text + shown.slice(at + put.cut);
        if (way === 'asked') {
          await ask(text, answered).then(
            () => (answered = text),
            () => {},
          );
        } else tell(text, shown);
        if (way === 'waits') await soon();
        shown = text;
      }
      record.answer = async () => {};
      await ask(shown, answered);
      expect(record.text).toBe(shown);
    }),
    { numRuns: 200 },
  );
});
