// What is kept of a form until it is saved: all of it but the name, told in confidence or not.

import { changed, emptyForm, fromKept, keptOf, nameOf } from '@core/capture/form';
import { keptCaptureSchema } from '@core/ipc/schemas';
import { expect, test } from 'vitest';

test('a name is not kept, and everything else is', () => {
  const form = changed(emptyForm(), {
    almost: 'A disk',
    services: ['orders'],
    impact: 'yes',
    reporter: 'Zsofia Canary',
  });
  const kept = { form: keptOf(form), waiting: [keptOf(form)] };
  expect(JSON.stringify(kept)).not.toContain('Zsofia');
  expect(fromKept(kept.form)).toEqual({ ...form, reporter: '' });
  expect(keptCaptureSchema.parse(kept)).toEqual(kept);
  // Nor can a page have one kept by handing it over all the same.
  const handed = { form: { ...kept.form, reporter: 'Zsofia Canary' }, waiting: [form] };
  expect(JSON.stringify(keptCaptureSchema.parse(handed))).not.toContain('Zsofia');
});

test('a form is called by its title, or by what it says first', () => {
  expect(nameOf(emptyForm())).toBe('');
  expect(nameOf(changed(emptyForm(), { saved: 'Luck. Again.' }))).toBe('Luck');
  expect(nameOf(changed(emptyForm(), { title: 'Mine', saved: 'Luck' }))).toBe('Mine');
});
