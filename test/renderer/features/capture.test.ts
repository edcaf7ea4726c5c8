// Capture: one field is enough, and told in confidence no name leaves the form.

import { canSave, emptyForm, recordOf } from '@renderer/features/capture/capture-slice';
import { useStore } from '@renderer/store/store';
import { expect, test } from 'vitest';

test.each(['title', 'almost', 'saved', 'close', 'customers', 'latent'] as const)(
  'with only “%s” it can be saved, and gets a title',
  (field) => {
    expect(canSave(emptyForm())).toBe(false);
    const form = { ...emptyForm(), [field]: 'The disk was nearly full. Nobody saw it.' };
    expect(canSave(form)).toBe(true);
    expect(recordOf(form).fields.title).toMatch(/^The disk was nearly full/);
  },
);

test('told in confidence, the name stays behind', () => {
  const form = { ...emptyForm(), almost: 'x', reporter: 'Sam', inConfidence: true };
  expect(JSON.stringify(recordOf(form))).not.toContain('Sam');
});

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
