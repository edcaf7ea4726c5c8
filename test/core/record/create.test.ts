// Proves that a new record says what it was given, looks as the format prescribes, and that what
// was pasted into it cannot break it.

import { createRecordText } from '@core/record/create';
import { applyEdit } from '@core/record/edit';
import { writableField } from '@core/record/fields';
import { layOut } from '@core/record/layout';
import { emptyFields, type RecordFields, SECTION_KEYS, type Sections } from '@core/record/model';
import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFields, anyText } from './arbitrary';
import { record } from './records';
import { runs } from './runs';

describe('a new record', () => {
  it('is written as the format prescribes', () => {
    const text = createRecordText(
      { id: '01JD', title: 'Disk: 94 %', occurred: '2026-11-20', services: ['orders-db', 'a, b'] },
      { almost: 'It would have\n\n- stopped', notes: '' },
    );
    expect(text).toBe(`---
close-call: 1
id: 01JD
title: "Disk: 94 %"
status: captured
occurred: 2026-11-20
services: [orders-db, "a, b"]
---

# Disk: 94 %

## What almost happened

It would have

- stopped

## What saved us

## How close it was

## What could have happened

## Would customers have felt it

## Latent issue exposed
`);
  });

  it('holds a text as it was pasted, less the blank lines around it, with its headings below ours', () => {
    const pasted = '  \n\n \t\nOne\rtwo\r\n\n## A\n\nb\n\n## C\n\n';
    const text = createRecordText({ id: '01JD', title: '' }, { almost: pasted });
    expect(text).toContain('\n---\n\n#\n\n## What almost happened\n\n');
    expect(text).toContain('happened\n\nOne\ntwo\n\n### A\n\nb\n\n### C\n\n## What saved us');
  });

  it('says what it was given', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const read = record(createRecordText(fields, {})).fields;
        for (const key of Object.keys(fields) as (keyof RecordFields)[]) {
          expect(writableField(key, read)).toEqual(writableField(key, fields));
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('needs only one word', () => {
    const { fields, problems, extras } = record(createRecordText({ id: 'x', title: 'T' }, {}));
    expect(fields).toEqual({ ...emptyFields(), id: 'x', title: 'T' });
    expect([problems, extras]).toEqual([[], []]);
    expect(record(createRecordText({ id: 'x', title: '' }, {})).fields.title).toBe('');
  });

  it('keeps whatever was pasted in its section', () => {
    const markdown = fc
      .array(
        fc.oneof(
          fc.constantFrom(...examples.map((e) => e.markdown), '## Notes', '```', '<!--', '\r\n'),
          anyText,
        ),
        { maxLength: 4 },
      )
      .map((parts) => parts.join('\n'));
    const sections = fc.record(
      Object.fromEntries(SECTION_KEYS.map((key) => [key, markdown])) as Record<
        keyof Sections,
        typeof markdown
      >,
    );
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    fc.assert(
      fc.property(sections, anyText, (given, title) => {
        const text = createRecordText({ id: 'x', title }, given);
        const read = record(text);
        expect(read.extras).toEqual([]);
        expect(layOut(text).isOpen).toBe(false);
        for (const key of SECTION_KEYS) {
          const kept = words(read.sections[key]);
          expect(kept.slice(0, words(given[key]).length)).toEqual(words(given[key]));
          expect(applyEdit(text, { kind: 'section', section: key, text: read.sections[key] })).toBe(
            text,
          );
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('moves headings down and closes what is open', () => {
    const text = createRecordText(
      { id: 'x', title: 'T' },
      { almost: '\n## One\n\n```\n## Code', saved: '<!-- x', close: '    code\n' },
    );
    expect(record(text).sections).toMatchObject({
      almost: '### One\n\n```\n## Code\n```',
      saved: '<!-- x\n-->',
      close: '    code',
    });
  });
});
