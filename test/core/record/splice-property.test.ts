// Proves by trial that fields can be changed in anybody's YAML: the result says the new fields,
// and every line that belongs to no changed field is there, untouched and in its place.

import { setFields } from '@core/record/edit';
import { FIELD_KEYS, writableField } from '@core/record/fields';
import type { RecordFields } from '@core/record/model';
import { type Plain, parseYamlSource } from '@core/record/yaml-source';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyChange } from './arbitrary';
import { fieldsOf } from './records';
import { runs } from './runs';
import { type Piece, randomFrom, styledPieces } from './styled';

const BODY = '---\n\nA preamble.\n\n## Notes\n\nKept.  \n';

function write(pieces: readonly Piece[], eol: string): string {
  return `---\n${pieces.map(({ text }) => text).join('')}${BODY}`.replace(/\n/g, eol);
}

const keys = Object.keys(FIELD_KEYS) as (keyof RecordFields)[];
const same = (a: RecordFields, b: RecordFields, key: keyof RecordFields) =>
  JSON.stringify(writableField(key, a)) === JSON.stringify(writableField(key, b));

/** Every key of somebody's own, by where it stands: at the top, in a map, in a named item. */
function ownKeys(text: string): Map<string, string> {
  const yaml = /^\uFEFF?---\r?\n([\s\S]*?\n)---/.exec(text)?.[1] ?? '';
  const found = new Map<string, string>();
  const walk = (value: Plain, path: string) => {
    if (typeof value === 'string') return;
    if (Array.isArray(value)) {
      for (const item of value) {
        const named = typeof item === 'object' && !Array.isArray(item) ? item : {};
        walk(item, `${path}/${JSON.stringify(named.id ?? named.name ?? '')}`);
      }
      return;
    }
    for (const [key, part] of Object.entries(value)) {
      if (/^x[- ]/.test(key)) found.set(`${path}/${key}`, JSON.stringify(part));
      else walk(part, `${path}/${key}`);
    }
  };
  walk(parseYamlSource(yaml).value, '');
  return found;
}

it('says the new fields and touches nothing else', () => {
  fc.assert(
    fc.property(
      anyChange,
      fc.integer(),
      fc.constantFrom('\n', '\r\n'),
      ([before, after], seed, eol) => {
        const pieces = styledPieces(before, randomFrom(seed));
        const text = write(pieces, eol);
        expect(fieldsOf(text)).toEqual(before);
        expect(setFields(text, fieldsOf(text))).toBe(text);

        const result = setFields(text, after);
        expect(fieldsOf(result)).toEqual(after);

        let at = 0;
        const mustStay = pieces.filter(({ key }) => key === null || same(before, after, key));
        for (const piece of [...mustStay.map((p) => p.text), BODY]) {
          const found = result.indexOf(piece.replace(/\n/g, eol), at);
          expect(found, `${piece} after ${at} in ${result}`).toBeGreaterThanOrEqual(at);
          at = found + piece.replace(/\n/g, eol).length;
        }
        expect(at).toBe(result.length);

        // What belongs to an item goes with it; an item without a name may be any.
        const names = [...after.barriers.map((b) => b.name), ...after.actions.map((a) => a.id)]
          .filter((name) => name !== '')
          .map((name) => `/${JSON.stringify(name)}/`);
        const isGone = (path: string) =>
          /^\/(?:barriers|actions)\//.test(path) && !names.some((name) => path.includes(name));
        const now = ownKeys(result);
        for (const [path, value] of ownKeys(text)) {
          if (!isGone(path)) expect([path, now.get(path)]).toEqual([path, value]);
        }

        const back = setFields(result, before);
        expect(fieldsOf(back)).toEqual(before);
        expect(keys.every((key) => same(fieldsOf(back), before, key))).toBe(true);
      },
    ),
    { numRuns: runs(100) },
  );
}, 600_000);
