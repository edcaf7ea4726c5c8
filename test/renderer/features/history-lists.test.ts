// Versions by day and in bursts, and texts compared line by line.

import type { Version } from '@core/ipc/contract';
import { compareLines, type Stretch } from '@renderer/features/history/line-diff';
import { firstToShow, sizeWords, versionDays } from '@renderer/features/history/version-list';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const at = (day: number, hour: number, minute: number) =>
  new Date(2026, 10, day, hour, minute).getTime();
const version = (time: number, why: Version['why'] = 'saved'): Version => ({
  hash: `h${time}`,
  at: time,
  why,
  bytes: 10,
  current: false,
});

describe('versions', () => {
  const days = (...versions: Version[]) =>
    versionDays(versions, new Date(2026, 10, 21, 15, 0)).map(({ name, bursts }) => [
      name,
      bursts.map(({ newest, older }) =>
        [newest, ...older].map((one) => new Date(one.at).getMinutes()),
      ),
    ]);

  test('stand by day; saves within five minutes of one another are one', () => {
    expect(
      days(
        version(at(21, 14, 20)),
        version(at(21, 14, 16)),
        version(at(21, 14, 11)),
        version(at(21, 14, 5)),
        version(at(20, 9, 2)),
        version(at(1, 9, 1)),
      ),
    ).toEqual([
      ['Today', [[20, 16, 11], [5]]],
      ['Yesterday', [[2]]],
      ['1 November 2026', [[1]]],
    ]);
  });

  test('what was found, restored or chosen stands by itself, and so do days', () => {
    const found = version(at(21, 14, 2), 'found');
    const restored = version(at(21, 14, 1), 'restored');
    expect(days(version(at(21, 14, 3)), found, restored, version(at(21, 14, 0)))).toEqual([
      ['Today', [[3], [2], [1], [0]]],
    ]);
    expect(days(version(at(21, 0, 1)), version(at(20, 23, 59)))).toEqual([
      ['Today', [[1]]],
      ['Yesterday', [[59]]],
    ]);
  });

  test('show first the newest of those listed that is not what is there now', () => {
    const now = new Date(2026, 10, 21, 15, 0);
    const current = { ...version(at(21, 14, 3)), current: true };
    const shortly = version(at(21, 14, 2));
    const older = version(at(21, 13, 0));
    expect(firstToShow([current, shortly, older], now)).toBe(older);
    expect(firstToShow([current, shortly], now)).toBe(shortly);
    expect(firstToShow([current], now)).toBeUndefined();
  });

  test('have a size in words', () => {
    expect([sizeWords(812), sizeWords(1440)]).toEqual(['812 bytes', '1.4 kB']);
  });
});

describe('lines compared', () => {
  const shown = (stretches: Stretch[]) =>
    stretches.flatMap(({ folded, lines }) =>
      folded
        ? [`… ${lines.length}`]
        : lines.map(({ kind, pieces }) => {
            const text = pieces.map((one) => (one.marked ? `[${one.text}]` : one.text)).join('');
            return { same: ' ', removed: '-', added: '+' }[kind] + text;
          }),
    );

  test('what went, what came, and the words that differ', () => {
    expect(shown(compareLines('a\nThe disk filled\nc', 'a\nThe disk nearly filled\nc\nd'))).toEqual(
      [' a', '-The disk filled', '+The disk [nearly] filled', ' c', '+d'],
    );
    expect(shown(compareLines('a\n\nb', 'a'))).toEqual([' a', '-', '-b']);
  });

  test('what is alike is folded, but for a few lines beside a change', () => {
    const many = Array.from({ length: 12 }, (_, n) => `line ${n}`);
    const changed = many.with(6, 'other');
    expect(shown(compareLines(many.join('\n'), changed.join('\n')))).toEqual([
      '… 3',
      ...[
        ' line 3',
        ' line 4',
        ' line 5',
        '-[line 6]',
        '+[other]',
        ' line 7',
        ' line 8',
        ' line 9',
      ],
      '… 2',
    ]);
    const short = many.slice(2);
    expect(shown(compareLines(short.join('\n'), short.with(4, 'x').join('\n')))[0]).toBe(' line 2');
  });

  test('line ends are no difference', () => {
    expect(compareLines('a\r\nb', 'a\nb')).toEqual([]);
    expect(compareLines('', '')).toEqual([]);
  });

  test('nothing is lost: without what came it is the one text, without what went the other', () => {
    const text = fc
      .array(fc.constantFrom('', 'a', 'b c', 'a b', ' x '), { maxLength: 14 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = compareLines(before, after).flatMap((stretch) => stretch.lines);
        const without = (kind: string) =>
          lines
            .filter((line) => line.kind !== kind)
            .map(({ pieces }) => pieces.map((piece) => piece.text).join(''))
            .join('\n');
        if (before === after) expect(lines).toEqual([]);
        else expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });
});
