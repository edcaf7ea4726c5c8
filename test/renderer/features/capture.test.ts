// Capture: one field is enough, told in confidence no name leaves the form, no day means today,
// and what changed many fields at once can be taken back.

import { canSave, emptyForm, recordOf } from '@core/capture/form';
import { useStore } from '@renderer/store/store';
import { afterEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';

afterEach(() => {
  vi.useRealTimers();
  useStore.setState({ form: emptyForm(), captureNote: null, pastes: 0 });
});

test.each(['title', 'almost', 'saved', 'close', 'customers', 'latent', 'could', 'notes'] as const)(
  'with only “%s” it can be saved, and gets a title',
  (field) => {
    expect(canSave(emptyForm())).toBe(false);
    const form = { ...emptyForm(), [field]: 'The disk was nearly full. Nobody saw it.' };
    expect(canSave(form)).toBe(true);
    expect(recordOf(form).fields.title).toMatch(/^The disk was nearly full/);
  },
);

test('a template fills the form, plain text does not', () => {
  const { pasteTemplate, changeForm } = useStore.getState();
  changeForm({ latent: 'typed before' });
  expect(pasteTemplate('Just a sentence about a disk.')).toBe(false);
  expect(pasteTemplate('Title: A disk\nReported by: in confidence\nWhat saved us: luck')).toBe(
    true,
  );
  expect(useStore.getState().form).toMatchObject({
    title: 'A disk',
    saved: 'luck',
    inConfidence: true,
    reporter: '',
    latent: 'typed before',
  });
});

test('a form without a day is of the day it is saved, however long the app has run', () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 20, 23, 59) });
  const form = { ...emptyForm(), almost: 'x' };
  expect(recordOf(form).fields.occurred).toBe('2026-11-20');
  vi.setSystemTime(new Date(2026, 10, 21, 0, 1));
  expect(recordOf(form).fields.occurred).toBe('2026-11-21');
  expect(recordOf({ ...form, occurred: '2026-11-02' }).fields.occurred).toBe('2026-11-02');
});

test('a paste is taken back without what was typed since', () => {
  const { pasteTemplate, changeForm, undoCapture } = useStore.getState();
  changeForm({ title: 'Mine', services: ['orders'] });
  pasteTemplate('Title: A disk\nServices: checkout\nWhat saved us: luck');
  expect(useStore.getState().form).toMatchObject({ title: 'A disk', services: ['checkout'] });
  changeForm({ saved: 'luck, and Ana', latent: 'a muted alert' });
  undoCapture();
  expect(useStore.getState().form).toMatchObject({
    title: 'Mine',
    services: ['orders'],
    saved: 'luck, and Ana',
    latent: 'a muted alert',
  });
  expect(useStore.getState().captureNote?.change).toBeNull();
});

test('what is typed while a slow disk saves is neither in the record nor lost', async () => {
  let written = () => {};
  const disk = new Promise<void>((resolve) => {
    written = resolve;
  });
  const asked = answerCalls({
    'record:create': (input) => disk.then(() => recordView('new', input.fields)) as never,
  });
  useStore.setState({ library: { name: 'Ours' } as never });
  const { changeForm, saveCapture, emptyCapture } = useStore.getState();
  changeForm({ almost: 'The disk filled.', reporter: 'Ana' });
  const saving = saveCapture();
  changeForm({ almost: 'The disk filled. And the replica.' });
  emptyCapture();
  written();
  await saving;
  expect(asked[0]?.input).toMatchObject({ sections: { almost: 'The disk filled.' } });
  expect(useStore.getState().form).toEqual({ ...emptyForm(), almost: 'And the replica.' });
  expect(useStore.getState().captureNote?.text).toContain('typed in the meantime');
});
