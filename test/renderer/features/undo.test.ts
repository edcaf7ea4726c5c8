// Undo over the structured edits of a record: in the order they were made, typing in one go, and
// nothing but what the step changed.

import type { Barrier, RecordFields } from '@core/record/model';
import { useStore } from '@renderer/store/store';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';

const barrier = (name: string, part: Partial<Barrier> = {}): Barrier => ({
  name,
  state: null,
  kind: null,
  byDesign: null,
  known: null,
  note: '',
  ...part,
});

const fields = () => useStore.getState().open.k?.content.fields as RecordFields;
const names = () => fields().barriers.map(({ name }) => name);
const edit = (part: Partial<RecordFields>, said?: string) =>
  useStore.getState().editFields('k', part, said);
const undo = () => useStore.getState().undo('k');
const redo = () => useStore.getState().redo('k');
const said = () => useStore.getState().toasts.at(-1)?.message;
/** Another program or window leaves the record like this, once ours has been told. */
const outside = async (part: Partial<RecordFields>) => {
  await useStore.getState().flushEdits();
  useStore.getState().showRecord(recordView('k', { ...structuredClone(fields()), ...part }));
};

beforeEach(() => {
  vi.useFakeTimers();
  answerCalls({ 'record:edit': () => ({ revision: 2, merged: null }) });
  useStore.getState().forgetRecords();
  useStore.setState({
    toasts: [],
    open: { k: recordView('k', { barriers: [barrier('a'), barrier('b')] }) },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

test('edits of several kinds are undone, and done again, in the order they were made', async () => {
  edit({ barriers: [...fields().barriers, barrier('c')] });
  edit({ trigger: 'Writes doubled' });
  edit({ services: ['orders'] });
  await undo();
  expect(fields()).toMatchObject({ services: [], trigger: 'Writes doubled' });
  expect(said()).toBe('Undone: services changed.');
  await undo();
  await undo();
  expect([fields().trigger, names()]).toEqual(['', ['a', 'b']]);
  expect(said()).toBe('Undone: barrier “c” added.');
  await undo();
  expect(names()).toEqual(['a', 'b']);

  await redo();
  await redo();
  expect([fields().trigger, names()]).toEqual(['Writes doubled', ['a', 'b', 'c']]);
  expect(said()).toBe('Done again: trigger changed.');
  edit({ harm: 'Down' });
  await redo();
  expect(fields().services).toEqual([]);
});

describe('typing', () => {
  const focusField = () => {
    const input = document.body.appendChild(document.createElement('input'));
    input.focus();
  };
  const type = (text: string) => {
    for (let end = 1; end <= text.length; end += 1) {
      vi.advanceTimersByTime(100);
      edit({ title: text.slice(0, end) });
    }
  };

  test('in one field without a pause is one step', async () => {
    focusField();
    type('The pool');
    vi.advanceTimersByTime(2_000);
    edit({ title: 'The pool was full' });
    await undo();
    expect(fields().title).toBe('The pool');
    await undo();
    expect(fields().title).toBe('A disk');
  });

  test('in another field, or after another change, is another step', async () => {
    focusField();
    type('The');
    edit({ trigger: 'x' });
    edit({ title: 'The pool' });
    await undo();
    expect(fields().title).toBe('The');
    document.body.replaceChildren();
    focusField();
    edit({ title: 'The pool' });
    focusField();
    edit({ title: 'The pools' });
    await undo();
    expect(fields().title).toBe('The pool');
  });

  test('choices are a step each, however quick', async () => {
    focusField();
    edit({ customerImpact: 'yes' });
    edit({ customerImpact: 'no' });
    await undo();
    expect(fields().customerImpact).toBe('yes');
  });

  test('that came to nothing is passed over', async () => {
    focusField();
    edit({ harm: 'Down' });
    vi.advanceTimersByTime(2_000);
    edit({ title: 'A diskx' });
    edit({ title: 'A disk' });
    await undo();
    expect(fields().harm).toBe('');
  });
});

describe('what was changed elsewhere since', () => {
  test('stays, beside a barrier that comes back', async () => {
    edit({ barriers: [barrier('b')] });
    await outside({ barriers: [barrier('b', { state: 'failed', note: 'theirs' }), barrier('c')] });
    await undo();
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(fields().barriers[1]).toMatchObject({ state: 'failed', note: 'theirs' });
  });

  test('stays, in another part of the same barrier', async () => {
    edit({ barriers: [barrier('a', { state: 'stopped' }), barrier('b')] });
    await outside({ barriers: [barrier('a', { state: 'stopped', note: 'theirs' }), barrier('b')] });
    await undo();
    expect(fields().barriers[0]).toMatchObject({ state: null, note: 'theirs' });
  });

  test('stays, in the same part of the same barrier', async () => {
    edit({ barriers: [barrier('a', { state: 'stopped', note: 'mine' }), barrier('b')] });
    await outside({ barriers: [barrier('a', { state: 'failed', note: 'mine' }), barrier('b')] });
    await undo();
    expect(fields().barriers[0]).toMatchObject({ state: 'failed', note: '' });
    expect(said()).toBe(
      'Undone: barrier “a” changed. Not put back, because it was changed since: barriers.',
    );
  });

  test('stays, and is said, when it is the same value', async () => {
    edit({ title: 'Mine' });
    await outside({ title: 'Theirs' });
    await undo();
    expect(fields().title).toBe('Theirs');
    expect(said()).toBe('Not put back, because it was changed since: title.');
    await redo();
    expect(fields().title).toBe('Theirs');
  });

  test('stays, when what was added was changed there', async () => {
    edit({ barriers: [barrier('a'), barrier('b'), barrier('c')] });
    await outside({ barriers: [barrier('a'), barrier('b'), barrier('c', { note: 'theirs' })] });
    await undo();
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(said()).toBe('Not put back, because it was changed since: barriers.');
  });

  test('stays, when it is another part of triage', async () => {
    edit({ triage: { ...fields().triage, severity: 'major' }, status: 'triaged' });
    await outside({ triage: { ...fields().triage, reason: 'theirs' } });
    await undo();
    expect(fields().triage).toMatchObject({ severity: null, reason: 'theirs' });
    expect(fields().status).toBe('captured');
    expect(said()).toBe('Undone: triage changed.');
  });
});

test('a barrier moved goes back to where it was, those added since stay', async () => {
  edit({ barriers: fields().barriers.toReversed() });
  await outside({ barriers: [...fields().barriers, barrier('c')] });
  await undo();
  expect(names()).toEqual(['a', 'b', 'c']);
  expect(said()).toBe('Undone: barrier “b” moved.');
});

test('the message of a removal goes when it is undone by key, and its way back does nothing more', async () => {
  edit({ barriers: [barrier('b')] }, '“a” is off the ladder.');
  const offer = useStore.getState().toasts.at(-1);
  await undo();
  expect(useStore.getState().toasts.map(({ message }) => message)).toEqual([
    'Undone: barrier “a” removed.',
  ]);
  offer?.action?.run();
  expect(names()).toEqual(['a', 'b']);
});

test('a step that main takes back is asked of main, and forgotten when it cannot be', async () => {
  const asked: string[] = [];
  let possible = true;
  const step = (direction: string) => async () => {
    asked.push(direction);
    return possible;
  };
  useStore.getState().rememberStep('k', {
    kind: 'whole',
    label: 'version of 14:02 restored',
    undo: step('undo'),
    redo: step('redo'),
  });
  await undo();
  expect(said()).toBe('Undone: version of 14:02 restored.');
  await redo();
  possible = false;
  await undo();
  await redo();
  expect(asked).toEqual(['undo', 'redo', 'undo']);
});

test('taking back a whole version from its message takes back nothing that came later', async () => {
  const restored = vi.fn(async () => false);
  const id = useStore.getState().rememberStep('k', {
    kind: 'whole',
    label: 'version of 14:02 restored',
    undo: restored,
    redo: restored,
  });
  useStore.getState().editFields('k', { trigger: 'typed after' });
  await useStore.getState().undoStep('k', id);
  expect(restored).toHaveBeenCalledOnce();
  expect(useStore.getState().open.k?.content.fields.trigger).toBe('typed after');
  // It is not tried again.
  await undo();
  await undo();
  expect(restored).toHaveBeenCalledOnce();
});

describe('a choice between two versions of a section', () => {
  const chosen = 'Mine.\n\nTheirs.';
  const notes = () => useStore.getState().open.k?.content.sections.notes;
  beforeEach(() => {
    useStore.getState().editSection('k', 'notes', chosen);
    useStore.getState().rememberStep('k', {
      kind: 'edit',
      label: 'a choice of versions',
      before: { fields: {}, sections: { notes: 'Mine.' } },
      after: { fields: {}, sections: { notes: chosen } },
    });
  });

  test('is undone beside what was written elsewhere in it since', async () => {
    useStore.getState().editSection('k', 'notes', `Before it.\n\n${chosen}`);
    await undo();
    expect(notes()).toBe('Before it.\n\nMine.');
    await redo();
    expect(notes()).toBe(`Before it.\n\n${chosen}`);
  });

  test('stays, when the same lines were changed since', async () => {
    useStore.getState().editSection('k', 'notes', 'Mine.\n\nTheirs, and more.');
    await undo();
    expect(notes()).toBe('Mine.\n\nTheirs, and more.');
    expect(said()).toBe('Not put back, because it was changed since: “Notes”.');
  });
});
