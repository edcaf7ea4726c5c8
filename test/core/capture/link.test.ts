// Links that open the small capture window: what they fill in, and everything else refused. A link
// comes from any page or mail, so none of it is believed.

import { isLink, linkedForm, readLink } from '@core/capture/link';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const NOTHING = { almost: '', saved: '', services: [] };

describe('what a link fills in', () => {
  test.each([
    ['close-call://capture', {}],
    ['close-call://capture/', {}],
    ['close-call://capture?', {}],
    ['CLOSE-CALL://Capture?WHAT=x', { almost: 'x' }],
    ['close-call://capture?what=A%20full%20disk', { almost: 'A full disk' }],
    ['close-call://capture?what=A+full+disk', { almost: 'A full disk' }],
    ['close-call://capture/?what=x&saved=luck', { almost: 'x', saved: 'luck' }],
    ['close-call://capture?what=a%0D%0Ab%0Dc%09d', { almost: 'a\nb\nc\td' }],
    ['close-call://capture?what=1%2B1%3D2%26', { almost: '1+1=2&' }],
    ['close-call://capture?what=x#y', null],
    [
      'close-call://capture?service=Orders%20DB&service=orders-db,checkout',
      {
        services: ['orders-db', 'checkout'],
      },
    ],
    [
      'close-call://capture?what=%E2%9C%85+%F0%9F%91%A9%E2%80%8D%F0%9F%9A%92',
      { almost: '✅ 👩‍🚒' },
    ],
    // What it does not know is passed over: nobody reports it but who is looking at it.
    ['close-call://capture?reporter=Sam&save=yes&what=x', { almost: 'x' }],
    ['close-call://capture?what', {}],
  ])('%s', (link, fields) => {
    if (fields)
      expect(readLink(link)).toEqual({ kind: 'capture', fields: { ...NOTHING, ...fields } });
    else expect(readLink(link).kind).toBe('refused');
  });

  test('a form with it holds nothing else', () => {
    const form = linkedForm({ almost: 'a', saved: 'b', services: ['c'] });
    expect(form).toMatchObject({ almost: 'a', saved: 'b', services: ['c'], reporter: '' });
  });
});

describe('what is refused', () => {
  test.each([
    'close-call://elsewhere?what=x',
    'close-call://capture.evil?what=x',
    'close-call://user@capture?what=x',
    'close-call://capture:80?what=x',
    'close-call://capture/../open?what=x',
    'close-call:capture?what=x',
    'close-call:///capture?what=x',
    'close-call-2://capture?what=x',
    'javascript:alert(1)',
    'https://capture?what=x',
    'file:///etc/passwd',
    'app://close-call/index.html',
    ' close-call://capture?what=x',
    '',
    // Not whole.
    'close-call://capture?what=%',
    'close-call://capture?what=%E2%28%A1',
    'close-call://capture?what=%C0%80',
    // Cannot be seen, or turns what is seen around.
    'close-call://capture?what=a%00b',
    'close-call://capture?what=a%1B%5B2Jb',
    'close-call://capture?saved=a%7Fb',
    'close-call://capture?what=a%C2%85b',
    'close-call://capture?what=a%E2%80%AEb',
    'close-call://capture?service=a%E2%81%A6b',
    'close-call://capture?what=\u0007',
    'close-call://capture?what=\ud800',
    `close-call://capture?what=${'x'.repeat(8000)}`,
  ])('%j', (link) => {
    const read = readLink(link);
    expect(read.kind).toBe('refused');
    // The reason is ours alone: nothing of the link is said again.
    if (read.kind === 'refused') expect(read.reason).toMatch(/^[a-z ]+\.$/);
  });

  test('whatever comes, it is a form of plain text or a refusal', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }).map((text) => `close-call://capture?what=${text}`),
      fc.string({ unit: 'binary' }).map((text) => `close-call://capture?${text}`),
      fc
        .array(fc.constantFrom('%', '0', 'A', '&', '=', '+', 'what', 'service', ','))
        .map((parts) => `close-call://capture?${parts.join('')}`),
    );
    fc.assert(
      fc.property(any, (link) => {
        const read = readLink(link);
        if (read.kind === 'refused') return;
        for (const text of [read.fields.almost, read.fields.saved, ...read.fields.services]) {
          expect(text).not.toMatch(/[^\P{Cc}\t\n]|\p{Cs}/u);
          expect(text.length).toBeLessThanOrEqual(8000);
        }
        expect(read.fields.services.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 2000 },
    );
  });

  test('what was written comes back, however it has to be encoded', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .filter(
        (value) =>
          readLink(`close-call://capture?what=${encodeURIComponent(value)}`).kind === 'capture',
      );
    fc.assert(
      fc.property(text, (value) => {
        const read = readLink(`close-call://capture?what=${encodeURIComponent(value)}`);
        expect(read).toEqual({
          kind: 'capture',
          fields: { ...NOTHING, almost: value.replace(/\r\n?/g, '\n').trim() },
        });
      }),
    );
  });
});

test.each([
  ['close-call://capture', true],
  ['CLOSE-CALL:x', true],
  ['close-call', false],
  ['--library=close-call:', false],
  ['close-callx:', false],
])('%s is a link of ours: %s', (argument, is) => {
  expect(isLink(argument)).toBe(is);
});
