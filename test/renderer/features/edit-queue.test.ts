// Edits reach main in order, gathered, with what they were made upon.

import { changeOf } from '@core/record/merge-typing';
import { emptyFields, emptySections, type SectionKey } from '@core/record/model';
import { EditQueue, type Pending, withPending } from '@renderer/features/record/edit-queue';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Long enough for whatever does not wait for anything. */
const soon = () => vi.advanceTimersByTimeAsync(0);

/** A change of a section from what was shown. */
const section = (queue: EditQueue, where: SectionKey, text: string, shown: string) =>
  queue.section('k', where, text, { before: shown, change: changeOf(shown, text) });

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
    section(queue, 'almost', 'a', '');
    await soon();
    expect(sent).toEqual(['→a']);
    section(queue, 'almost', 'ab', 'a');
    section(queue, 'almost', 'abc', 'ab');
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
    section(queue, 'almost', 'a', '');
    await soon();
    expect(send).toHaveBeenCalledTimes(1);
    section(queue, 'almost', 'ab', 'a');
    await soon();
    expect(send).toHaveBeenCalledTimes(2);
  });

  test('what is refused when all is forgotten does not come back', async () => {
    let refuse = (_has: boolean) => {};
    const queue = new EditQueue(() => new Promise((resolve) => (refuse = resolve)));
    section(queue, 'almost', 'a', '');
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
    section(queue, 'close', 'one', '');
    const first = queue.flush();
    await vi.advanceTimersByTimeAsync(0);
    section(queue, 'close', 'one two', 'one');
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
    section(queue, 'close', 'one', '');
    queue.fields('k', { trigger: 'a' }, emptyFields());
    await queue.flush();
    expect(queue.pendingOf('k')).toHaveLength(2);
    expect(settled).toHaveBeenCalledTimes(2);

    takes = true;
    section(queue, 'close', 'one two', 'one');
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
    section(queue, 'close', 'typed', '');
    const shown = withPending(view, queue.pendingOf('k'));
    expect(shown.content.sections).toMatchObject({ saved: 'from outside', close: 'typed' });
  });
});

describe('while someone types on', () => {
  let sent: string[];
  let told: string[];
  let has: boolean;
  let pause: (() => void)[];
  let queue: EditQueue;
  const type = (text: string, shown: string, where: SectionKey = 'almost') =>
    section(queue, where, text, shown);
  const come = async () => {
    for (const run of pause.splice(0)) run();
    await soon();
  };

  beforeEach(() => {
    [sent, told, pause, has] = [[], [], [], true];
    queue = new EditQueue(
      async (_key, edit, base) => {
        if (edit.kind !== 'section' || base.kind !== 'section') sent.push('fields');
        else sent.push(`${base.text}→${edit.text}`);
        return has;
      },
      () => {},
      {
        tell: (_key, _section, { start, end, text }) => told.push(`${start}-${end} ${text}`),
        inAPause: (run) => pause.push(run),
      },
    );
  });

  test('a letter upon what main has is told, and goes with the others in a pause', async () => {
    type('a', '');
    await soon();
    type('ab', 'a');
    type('abc', 'ab');
    await soon();
    expect([sent, told]).toEqual([['→a'], ['1-1 b', '2-2 c']]);
    expect(queue.isIdle).toBe(false);
    expect(queue.pendingOf('k')).toHaveLength(1);
    await come();
    expect(sent).toEqual(['→a', 'a→abc']);
    expect(queue.isIdle).toBe(true);
    type('abcd', 'abc');
    expect(told).toHaveLength(3);
  });

  test('one upon anything else is sent', async () => {
    type('a', '');
    type('ab', 'a');
    await soon();
    expect([sent, told]).toEqual([['→ab'], []]);
    type('x', '', 'notes');
    await soon();
    type('abc', 'ab');
    await soon();
    type('other', 'changed');
    await soon();
    expect(told).toEqual([]);
    expect(sent).toEqual(['→ab', '→x', 'ab→abc', 'changed→other']);
  });

  test('another field takes along what was told', async () => {
    type('a', '');
    await soon();
    type('ab', 'a');
    queue.fields('k', { title: 'T' }, { ...emptyFields(), title: '' });
    await soon();
    expect(sent).toEqual(['→a', 'a→ab', 'fields']);
    await come();
    expect(sent).toHaveLength(3);
  });

  test('nothing is told after what main refuses, nor after all is forgotten', async () => {
    type('a', '');
    await soon();
    has = false;
    type('ab', 'a');
    await come();
    type('abc', 'ab');
    await soon();
    expect([sent, told]).toEqual([['→a', 'a→ab', 'a→abc'], ['1-1 b']]);
    has = true;
    type('abcd', 'abc');
    await soon();
    queue.clear();
    type('abcde', 'abcd');
    expect(told).toHaveLength(1);
  });
});
