// Edits reach main in order, gathered, with what they were made upon.

import { emptyFields, emptySections } from '@core/record/model';
import { EditQueue, type Pending, withPending } from '@renderer/features/record/edit-queue';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Long enough for whatever does not wait for anything. */
const soon = () => vi.advanceTimersByTimeAsync(0);

function recorder() {
  const sent: Pending[] = [];
  const queue = new EditQueue(async (_key, edit, base) => {
    sent.push({ edit, base });
    return true;
  });
  return { queue, sent };
}

describe('the edit queue', () => {
  test('sends at once, and what comes while main is busy together when it has answered', async () => {
    const sent: string[] = [];
    const answers: (() => void)[] = [];
    const queue = new EditQueue(async (_key, edit, base) => {
      if (edit.kind === 'section' && base.kind === 'section')
        sent.push(`${base.text}→${edit.text}`);
      await new Promise<void>((resolve) => answers.push(resolve));
      return true;
    });
    queue.section('k', 'almost', 'a', '');
    await soon();
    expect(sent).toEqual(['→a']);
    queue.section('k', 'almost', 'ab', 'a');
    queue.section('k', 'almost', 'abc', 'ab');
    await soon();
    expect(sent).toEqual(['→a']);
    answers.shift()?.();
    await soon();
    expect(sent).toEqual(['→a', 'a→abc']);
    answers.shift()?.();
    await soon();
    expect(queue.pendingOf('k')).toEqual([]);
  });

  test('an edit that main refuses is not sent again and again', async () => {
    const send = vi.fn(async () => false);
    const queue = new EditQueue(send);
    queue.section('k', 'almost', 'a', '');
    await soon();
    expect(send).toHaveBeenCalledTimes(1);
    queue.section('k', 'almost', 'ab', 'a');
    await soon();
    expect(send).toHaveBeenCalledTimes(2);
  });

  test('what is refused when all is forgotten does not come back', async () => {
    let refuse = (_has: boolean) => {};
    const queue = new EditQueue(() => new Promise((resolve) => (refuse = resolve)));
    queue.section('k', 'almost', 'a', '');
    await soon();
    expect(queue.keys()).toEqual(['k']);
    queue.clear();
    refuse(false);
    await soon();
    expect(queue.keys()).toEqual([]);
  });

  test('gathers fields, and keeps the first base of each', async () => {
    const { queue, sent } = recorder();
    const shown = { ...emptyFields(), title: 'old', trigger: 'before' };
    queue.fields('k', { title: 'new' }, shown);
    queue.fields('k', { trigger: 'after' }, { ...shown, title: 'new' });
    queue.fields('k', { title: 'newer' }, { ...shown, title: 'new' });
    await queue.flush();
    expect(sent).toEqual([
      {
        edit: { kind: 'fields', fields: { title: 'newer', trigger: 'after' } },
        base: { kind: 'fields', fields: { title: 'old', trigger: 'before' } },
      },
    ]);
  });

  test('what is typed while an edit is under way follows it, upon what that one said', async () => {
    const sent: string[] = [];
    let release = () => {};
    const queue = new EditQueue(async (_key, edit, base) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      if (edit.kind === 'section' && base.kind === 'section')
        sent.push(`${base.text}→${edit.text}`);
      return true;
    });
    queue.section('k', 'close', 'one', '');
    const first = queue.flush();
    await vi.advanceTimersByTimeAsync(0);
    queue.section('k', 'close', 'one two', 'one');
    expect(queue.pendingOf('k')).toHaveLength(2);
    release();
    await first;
    const second = queue.flush();
    await vi.advanceTimersByTimeAsync(0);
    release();
    await second;
    expect(sent).toEqual(['→one', 'one→one two']);
    expect(queue.pendingOf('k')).toEqual([]);
  });

  test('what main refuses stays, and goes again under what was typed since', async () => {
    const sent: Pending[] = [];
    let takes = false;
    const settled = vi.fn();
    const send = async (_key: string, edit: Pending['edit'], base: Pending['base']) => {
      sent.push({ edit, base });
      return takes;
    };
    const queue = new EditQueue(send, settled);
    queue.section('k', 'close', 'one', '');
    queue.fields('k', { trigger: 'a' }, emptyFields());
    await queue.flush();
    expect(queue.pendingOf('k')).toHaveLength(2);
    expect(settled).toHaveBeenCalledTimes(2);

    takes = true;
    queue.section('k', 'close', 'one two', 'one');
    queue.fields('k', { harm: 'b' }, { ...emptyFields(), trigger: 'a' });
    sent.length = 0;
    await queue.flush();
    expect(sent).toHaveLength(2);
    expect(sent).toEqual(
      expect.arrayContaining([
        {
          edit: { kind: 'section', section: 'close', text: 'one two' },
          base: { kind: 'section', section: 'close', text: '' },
        },
        {
          edit: { kind: 'fields', fields: { trigger: 'a', harm: 'b' } },
          base: { kind: 'fields', fields: { trigger: '', harm: '' } },
        },
      ]),
    );
    expect(queue.pendingOf('k')).toEqual([]);
  });

  test('a view from main does not hide what is still on its way', () => {
    const view = {
      key: 'k',
      path: 'p.md',
      revision: 1,
      readOnly: false,
      save: { kind: 'saved' as const, at: 1 },
      suggestedPath: null,
      content: {
        version: 1,
        fields: emptyFields(),
        sections: { ...emptySections(), saved: 'from outside' },
        extras: [],
        unknownKeys: [],
        lineEnd: '\n' as const,
        problems: [],
      },
    };
    const { queue } = recorder();
    queue.section('k', 'close', 'typed', '');
    const shown = withPending(view, queue.pendingOf('k'));
    expect(shown.content.sections).toMatchObject({ saved: 'from outside', close: 'typed' });
  });
});
