// Proves that writing one section changes that section and nothing else, in any record, with any
// line ends; and that text which could not stay in its place is refused, not written.

import { setSection } from '@core/record/edit';
import { layOut } from '@core/record/layout';
import { SECTION_HEADINGS, SECTION_KEYS, type SectionKey } from '@core/record/model';
import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DESIGN_RECORD, SAMPLE_RECORDS } from '../../fixtures/sample-records';
import { record } from './records';
import { few, runs } from './runs';

const FRONT = '---\nclose-call: 1\n---\n';

/** Everything of a file but one section, as it stands in the source. */
function others(text: string, key: SectionKey): string[] {
  const { preamble, sections } = layOut(text);
  const rest = sections.filter((slice) => slice.key !== key);
  return [
    text.slice(0, preamble.end).trimEnd(),
    ...rest.map((s) => text.slice(s.headingRange.start, s.contentRange.end).trimEnd()),
  ];
}

const lf = (text: string) => text.replace(/\r\n?/g, '\n');

function checked(text: string, key: SectionKey, markdown: string): string {
  const result = setSection(text, key, markdown);
  expect(lf(record(result).sections[key])).toBe(lf(markdown));
  expect(others(result, key)).toEqual(others(text, key));
  const [before, after] = [record(text), record(result)];
  const { lineEnd } = before;
  expect({
    ...after,
    lineEnd,
    sections: { ...after.sections, [key]: before.sections[key] },
  }).toEqual(before);
  return result;
}

describe('every section of every sample', () => {
  const eols: [string, (text: string) => string][] = [
    ['LF', (text) => text],
    ['CRLF', (text) => text.replace(/\n/g, '\r\n')],
    ['mixed', (text) => text.replace(/\n\n/g, '\n\r\n')],
    ['no final newline', (text) => text.trimEnd()],
    ['a byte-order mark', (text) => `\uFEFF${text}`],
  ];
  const samples = [{ path: 'the design', text: DESIGN_RECORD }, ...SAMPLE_RECORDS];

  test.each(eols)(
    '%s',
    (name, style) => {
      for (const { text: sample } of few(samples)) {
        for (const key of SECTION_KEYS) {
          const written = checked(style(sample), key, 'New.\n\n- a\n- b');
          expect(setSection(written, key, 'New.\n\n- a\n- b')).toBe(written);
          checked(written, key, '');
          if (name === 'LF') expect(written).not.toContain('\r');
          if (name === 'CRLF') expect(written.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
        }
      }
    },
    60_000,
  );
});

describe('a section', () => {
  const page = `${FRONT}\n# T\n\n## What almost happened\n\nOne.\n\n## How close it was\n\n## Notes\nTwo.  \n`;

  it('is replaced where it stands', () => {
    expect(setSection(page, 'almost', '\n\nNew\n\n')).toBe(page.replace('One.', 'New'));
    expect(setSection(page, 'notes', '    code')).toBe(page.replace('Two.', '    code'));
    expect(setSection(page, 'almost', ' \nOne.\n ')).toBe(page);
  });

  it('is filled, and cleared again', () => {
    const filled = page.replace('it was\n\n', 'it was\n\nNear.\n\n');
    expect(setSection(page, 'close', 'Near.')).toBe(filled);
    expect(setSection(filled, 'close', '')).toBe(page);
    expect(setSection(page, 'notes', '')).toBe(page.replace('Two.  \n', ''));
    expect(setSection(page.replace('Two.  \n', ''), 'notes', 'Two.')).toBe(
      page.replace('Two.  ', '\nTwo.'),
    );
    expect(setSection(`${FRONT}## Notes`, 'notes', 'x')).toBe(`${FRONT}## Notes\n\nx\n`);
    expect(setSection(`${FRONT}## Notes\n\n\n\n\n## Other\n`, 'notes', 'x')).toBe(
      `${FRONT}## Notes\n\nx\n\n## Other\n`,
    );
  });

  it('that is missing is added in its place', () => {
    expect(setSection(page, 'saved', 'Luck.')).toBe(
      page.replace('## How', '## What saved us\n\nLuck.\n\n## How'),
    );
    expect(setSection(page, 'latent', 'L.')).toBe(
      page.replace('## Notes', '## Latent issue exposed\n\nL.\n\n## Notes'),
    );
    expect(setSection(page, 'latent', '')).toBe(page);
    for (const end of ['', '\n', '\n\n', '\n \n']) {
      const blank = end === '\n\n' || end === '\n \n' ? '' : end === '' ? '\n\n' : '\n';
      expect(setSection(`${FRONT}# T${end}`, 'notes', 'N')).toBe(
        `${FRONT}# T${end}${blank}## Notes\n\nN\n`,
      );
    }
    expect(setSection(`${FRONT}# T\n\nText\n`, 'notes', 'N')).toBe(
      `${FRONT}# T\n\nText\n\n## Notes\n\nN\n`,
    );
    expect(setSection(FRONT, 'notes', 'N')).toBe(`${FRONT}\n## Notes\n\nN\n`);
    expect(setSection(FRONT.trimEnd(), 'notes', 'N')).toBe(`${FRONT}\n## Notes\n\nN\n`);
  });

  it('that is missing is added in order, whatever the order they come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...SECTION_KEYS]), (keys) => {
        const text = keys.reduce(
          (all, key) => checked(all, key, `About ${key}.`),
          `${FRONT}\n# T\n`,
        );
        const headings = layOut(text).sections.map((s) => s.key);
        expect(headings).toEqual(SECTION_KEYS.filter((key) => keys.includes(key)));
        expect(text).not.toMatch(/\n\n\n/);
      }),
      { numRuns: runs(100) },
    );
  });

  test.each([
    ['## What saved us ##', 'saved'],
    ['##   WHAT SAVED US   ', 'saved'],
    ['##\tnotes\t####', 'notes'],
    ['## Notes#', null],
    ['##Notes', undefined],
    ['### Notes', undefined],
    [' ## Notes', undefined],
    ['# Notes', undefined],
    ['Notes\n-----', undefined],
    ['##', null],
    ['## ', null],
    ['## What saved us?', null],
  ])('may be headed “%s”', (heading, key) => {
    expect(layOut(`${FRONT}Text\n${heading}\nBody\n`).sections[0]?.key).toBe(key);
  });

  it('of the same name again is kept as one of another name', () => {
    const twice = `${FRONT}## Notes\n\nA\n\n## Notes\n\nB\n`;
    expect(checked(twice, 'notes', 'C')).toBe(twice.replace('A', 'C'));
  });

  test.each([
    ['a fence', '```\n## Notes\n```'],
    ['a longer fence', '````md\n```\n## Notes\n````'],
    ['a fence of tildes', '~~~ `x`\n## Notes\n```\n~~~'],
    ['an indented fence', '   ```\n## Notes\n  ```'],
    ['a comment', '<!-- x\n\n## Notes\n\n-->'],
    ['preformatted text', '<pre>\n\n## Notes\n</pre>'],
    ['a script', '<SCRIPT>\n## Notes\n</script>'],
    ['an instruction', '<?php\n## Notes\n?>'],
    ['CDATA', '<![CDATA[\n## Notes\n]]>'],
    ['a block of HTML', '<div>\n## Notes\n</div>'],
  ])('is not seen in %s', (_name, block) => {
    const text = `${FRONT}## What saved us\n\n${block}\n\n## Notes\n\nReal.\n`;
    expect(record(text).sections).toMatchObject({ saved: block, notes: 'Real.' });
    checked(text, 'notes', 'New.');
    checked(text, 'almost', block);
    expect(checked(text, 'latent', block)).toContain(block);
  });

  test.each([
    '`` ## Notes',
    '``` a `\n',
    '<!-- a -->\n',
    '<pre>a</pre>\n',
    '<span>\n',
    '    ```\n',
  ])('is seen behind %j', (line) => {
    const text = `${FRONT}## What saved us\n\n${line}\n## Notes\n\nReal.\n`;
    expect(record(text).sections.notes).toBe('Real.');
  });
});

describe('text that would run into what follows', () => {
  test.each(['```\nopen', '<!-- open', '<pre>\nopen', '~~~', 'a\n## Heading', '## Notes', '##'])(
    'is refused: %j',
    (markdown) => {
      const page = `${FRONT}## What saved us\n\nOld.\n\n## Notes\n\nKept.\n`;
      for (const key of ['almost', 'saved'] as const) {
        expect(() => setSection(page, key, markdown)).toThrow(
          expect.objectContaining({
            code: 'not-saved',
            message: `“${SECTION_HEADINGS[key]}” would run into what follows: close its code block, or begin its headings with ###`,
          }),
        );
      }
    },
  );

  it('may stand at the end, and later sections go before it', () => {
    const page = `${FRONT}## What saved us\n\nOld.\n`;
    const open = checked(page, 'saved', 'Old.\n\n```\nopen');
    expect(checked(open, 'notes', 'N')).toBe(
      `${FRONT}\n## Notes\n\nN\n\n## What saved us\n\nOld.\n\n\`\`\`\nopen\n`,
    );
    expect(() => setSection(`${FRONT}\`\`\`\nopen\n`, 'notes', 'N')).toThrow(
      expect.objectContaining({
        message: '“Notes” cannot be added below a code block that is never closed',
        details: { section: 'notes' },
      }),
    );
    expect(() => setSection(open, 'notes', '~~~')).toThrow(/run into/);
    expect(() => setSection(FRONT, 'notes', 'a\n## b')).toThrow(/run into/);
  });

  it('needs a blank line behind HTML', () => {
    const page = `${FRONT}## What saved us\nOld.\n## Notes\n\nKept.\n`;
    expect(() => setSection(page, 'saved', '<div>')).toThrow(/run into/);
  });
});

describe('line ends', () => {
  const crlf = `${FRONT}## Notes\n\nA\nB\nC\n`.replace(/\n/g, '\r\n');

  it('of new text are those of the file', () => {
    expect(setSection(crlf, 'notes', 'A\nX\nC')).toBe(crlf.replace('B', 'X'));
    expect(setSection(crlf, 'saved', 'a\nb')).toBe(
      crlf.replace('## Notes', '## What saved us\r\n\r\na\r\nb\r\n\r\n## Notes'),
    );
  });

  it('of lines that stay, stay', () => {
    const mixed = `${FRONT}## Notes\n\nA\r\nB\nC\r\nD\nE\n`;
    expect(setSection(mixed, 'notes', 'A\nB\nX\nC\nD\nE')).toBe(mixed.replace('B\n', 'B\nX\n'));
    expect(setSection(mixed, 'notes', 'A\nB\nC\nD\nX')).toBe(mixed.replace('E', 'X'));
    expect(setSection(mixed, 'notes', 'X\nB\nC\nD\nE')).toBe(mixed.replace('A', 'X'));
    expect(setSection(mixed, 'notes', 'A\nX\nY\nC\nD\nE')).toBe(mixed.replace('B\n', 'X\nY\n'));
    expect(setSection(mixed, 'notes', 'X\nY')).toBe(mixed.replace('A\r\nB\nC\r\nD\nE', 'X\r\nY'));
    const lfIn = crlf.replace('A\r\nB', 'A\nB').replace('B\r\n', 'B\n');
    expect(setSection(lfIn, 'notes', 'A\nX\nC')).toBe(lfIn.replace('B', 'X'));
    expect(setSection(lfIn, 'notes', 'A\nB\nC\nD')).toBe(lfIn.replace('C', 'C\nD'));
  });

  it('that come with the text stay', () => {
    expect(setSection(`${FRONT}## Notes\n\nA\n`, 'notes', 'A\r\nB')).toBe(
      `${FRONT}## Notes\n\nA\r\nB\n`,
    );
  });
});

describe('any Markdown', () => {
  const piece = fc.oneof(
    fc.constantFrom(...examples.map(({ markdown }) => markdown)),
    fc.constantFrom(
      '## Notes',
      '## What saved us',
      '## Else',
      '```',
      '~~~',
      '<!--',
      '-->',
      '<pre>',
      '\n',
      '\r\n',
      ' ',
      'x',
      '# T',
      '<div>',
      '\r',
    ),
    fc.string({ maxLength: 8 }),
  );
  const markdown = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join('\n'));

  it('goes in whole, or not at all', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.array(markdown, { maxLength: 4 }),
        fc.constantFrom(...SECTION_KEYS),
        markdown,
        fc.constantFrom('\n', '\r\n'),
        (bodies, key, body, eol) => {
          const text =
            `${FRONT}${bodies.map((b, i) => `## ${SECTION_HEADINGS[SECTION_KEYS[i + 1] ?? 'notes']}\n${b}\n`).join('')}`.replace(
              /\n/g,
              eol,
            );
          const wanted = body.replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '').trimEnd();
          let result: string;
          try {
            result = setSection(text, key, body);
          } catch (error) {
            refused += 1;
            expect(error).toMatchObject({ code: 'not-saved' });
            return;
          }
          expect(lf(record(result).sections[key])).toBe(lf(wanted));
          expect(others(result, key)).toEqual(others(text, key));
        },
      ),
      { numRuns: runs(1000) },
    );
    expect(refused).toBeLessThan(runs(1000) / 2);
  }, 600_000);
});
