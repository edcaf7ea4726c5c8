// The capture form: told in confidence, it holds no name, whatever is done to it and in which order.

import {
  type CaptureForm,
  changed,
  emptyForm,
  filled,
  recordOf,
  typedSince,
  withoutChange,
} from '@core/capture/form';
import { readTemplate } from '@core/capture/paste';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const NAME = 'Zsofia Canary';

describe('told in confidence', () => {
  test('switching it on takes the name out, switching it off does not bring it back', () => {
    const named = changed(emptyForm(), { reporter: NAME });
    expect(named.reporter).toBe(NAME);
    const told = changed(named, { inConfidence: true });
    expect(told.reporter).toBe('');
    expect(changed(told, { inConfidence: false }).reporter).toBe('');
  });

  test('taking back that the form was emptied does not bring the name back either', () => {
    const before = changed(emptyForm(), { almost: 'a disk', reporter: NAME });
    const after = emptyForm();
    const told = changed(after, { inConfidence: true });
    expect(withoutChange(told, { before, after })).toMatchObject({
      almost: 'a disk',
      reporter: '',
      inConfidence: true,
    });
  });

  test('no order of typing, pasting, emptying and undoing leaves a name in it', () => {
    const step = fc.oneof(
      fc.boolean().map((inConfidence) => ({ kind: 'switch' as const, inConfidence })),
      fc.constant({ kind: 'name' as const }),
      fc
        .constantFrom(
          `Reported by: ${NAME}\nWhat saved us: luck`,
          `Reported by: ${NAME} (in confidence)\nWhat saved us: luck`,
          'Reported by: in confidence\nWhat almost happened: a disk',
          'What almost happened: a disk',
        )
        .map((text) => ({ kind: 'paste' as const, text })),
      fc.constant({ kind: 'empty' as const }),
      fc.constant({ kind: 'undo' as const }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let form = emptyForm();
        let change: { before: CaptureForm; after: CaptureForm } | null = null;
        const replace = (after: CaptureForm) => {
          change = { before: form, after };
          form = after;
        };
        for (const one of steps) {
          if (one.kind === 'switch') form = changed(form, { inConfidence: one.inConfidence });
          else if (one.kind === 'name') form = changed(form, { reporter: NAME });
          else if (one.kind === 'empty') replace(emptyForm());
          else if (one.kind === 'paste') {
            const found = readTemplate(one.text);
            if (found) replace(filled(form, found));
          } else if (change) {
            form = withoutChange(form, change);
            change = null;
          }
          if (form.inConfidence) {
            expect(JSON.stringify(form)).not.toContain(NAME);
            expect(JSON.stringify(recordOf(form))).not.toContain(NAME);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what was typed since a form was handed over', () => {
  const saved: CaptureForm = {
    ...emptyForm(),
    almost: 'A disk.',
    services: ['orders'],
    reporter: NAME,
  };

  test.each<[Partial<CaptureForm>, Partial<CaptureForm>]>([
    [{}, {}],
    [{ almost: 'A disk. It was full.' }, { almost: 'It was full.' }],
    [{ almost: 'Another disk' }, { almost: 'Another disk' }],
    [{ almost: '' }, {}],
    [{ saved: 'luck' }, { saved: 'luck' }],
    [
      { services: ['orders', 'checkout'], themes: ['x'] },
      { services: ['checkout'], themes: ['x'] },
    ],
    [
      { impact: 'maybe', occurred: '2026-11-02' },
      { impact: 'maybe', occurred: '2026-11-02' },
    ],
    [{ reporter: 'Ben' }, { reporter: 'Ben' }],
    [{ inConfidence: true, reporter: '' }, {}],
    [
      { inConfidence: true, reporter: '', saved: 'luck' },
      { saved: 'luck', inConfidence: true },
    ],
  ])('%j leaves %j', (change, left) => {
    expect(typedSince(saved, changed(saved, change))).toEqual({ ...emptyForm(), ...left });
  });
});
