// Proves that two accounts, parked items and paragraphs are put into a section without touching a
// byte of what stands in it, and are read back as what they are.

import { toPrintHtml } from '@core/export/html';
import { toMarkdown } from '@core/export/markdown';
import { handbookPage } from '@core/export/page';
import { splitBlocks } from '@core/record/blocks';
import { applyEdit } from '@core/record/edit';
import { withBlocks } from '@core/session/append';
import { ACCOUNT_HEADINGS, dissentsIn, withDissent } from '@core/session/dissent';
import { parkedIn, withParked } from '@core/session/parking-lot';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CONFIG } from '../export/records';
import { anyText } from '../record/arbitrary';
import { record, withYaml } from '../record/records';

const DISSENT = '### The room did not agree\n\n#### One account\n\n#### Another account';
const BOTH =
  'Before.\n\n### The room did not agree\n\n#### One account\n\nMinutes.\n\n- two\n\n#### Another account\n\nHours.\n\n### After\n\nEnd.';

describe('two accounts', () => {
  test.each([
    ['', DISSENT],
    ['Disk at 94 %.', `Disk at 94 %.\n\n${DISSENT}`],
    ['One.\r\n\r\nTwo.\r\n', `One.\r\n\r\nTwo.\r\n\r\n${DISSENT.replace(/\n/g, '\r\n')}`],
    ['```\nnever closed', null],
    ['<!-- never closed', null],
  ])('behind %j are %j', (section, result) => {
    expect(withDissent(section, '\n')).toBe(result);
  });

  it('are written with the record’s line end where the section has none', () => {
    expect(withDissent('One line.', '\r\n')).toBe(
      `One line.\r\n\r\n${DISSENT.replace(/\n/g, '\r\n')}`,
    );
  });

  it('are read with what stands in them, and end at the next heading', () => {
    expect(dissentsIn(BOTH)).toEqual([{ one: 'Minutes.\n\n- two', another: 'Hours.' }]);
    expect(dissentsIn(DISSENT)).toEqual([{ one: '', another: '' }]);
  });

  test.each([
    ['no heading of it', 'The room did not agree'],
    ['one account only', '### The room did not agree\n\n#### One account\n\nMinutes.'],
    ['other headings', '### The room did not agree\n\n#### Something\n\n#### Another account'],
    ['in code', `\`\`\`\n${DISSENT}\n\`\`\``],
  ])('are none with %s', (_name, section) => {
    expect(dissentsIn(section)).toEqual([]);
  });

  it('are both in the record and in what is exported', () => {
    const text = `${withYaml('title: T')}\n# T\n\n## How close it was\n\nDisk at 94 %.\n`;
    const edited = applyEdit(text, { kind: 'section', section: 'close', text: BOTH });
    expect(record(edited).sections.close).toBe(BOTH);
    const page = handbookPage(record(edited), CONFIG);
    const html = toPrintHtml(page, { paper: 'A4', fontsCss: '', lang: 'en' });
    for (const words of [...ACCOUNT_HEADINGS, 'The room did not agree', 'Minutes.', 'Hours.']) {
      expect(toMarkdown(page)).toContain(words);
      expect(html).toContain(words);
    }
  });
});

describe('the parking lot', () => {
  test.each([
    ['', 'Ask billing', '### Parking lot\n\n- Ask billing'],
    ['A note.', ' Ask \n billing ', 'A note.\n\n### Parking lot\n\n- Ask billing'],
    ['A note.', '  ', 'A note.'],
    ['### Parking lot\n\n- one\n\nEnd.', 'two', '### Parking lot\n\n- one\n- two\n\nEnd.'],
    ['### Parking lot\n\n*  one\n', 'two', '### Parking lot\n\n*  one\n*  two\n'],
    ['### parking lot ##\n- one', 'two', '### parking lot ##\n- one\n- two'],
    ['### Parking lot\n\nEnd.', 'one', '### Parking lot\n\n- one\n\nEnd.'],
    ['### Parking lot', 'one', '### Parking lot\n\n- one'],
    ['### Parking lot\r\n\r\n- one\r\n', 'two', '### Parking lot\r\n\r\n- one\r\n- two\r\n'],
    ['', '# not a heading', '### Parking lot\n\n- \\# not a heading'],
    ['', '1. not a list', '### Parking lot\n\n- 1\\. not a list'],
    ['```\nnever closed', 'one', null],
  ])('of %j with %j is %j', (notes, item, result) => {
    expect(withParked(notes, item, '\n')).toBe(result);
  });

  it('is read as its items', () => {
    expect(parkedIn('A note.\n\n### Parking lot\n\n- one\n- two\n\nEnd.')).toEqual(['one', 'two']);
    expect(parkedIn('### Parking lot\n\nnothing')).toEqual([]);
    expect(parkedIn('- one')).toEqual([]);
  });
});

/** Parsing the nastiest texts three times over takes a while. */
const RUNS = { numRuns: 40 };

describe('any section', () => {
  const sources = (text: string) => splitBlocks(text).blocks.map(({ source }) => source);

  it('keeps its blocks to the byte, whatever is put behind it', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('\n' as const, '\r\n' as const), (section, eol) => {
        const before = section.trimEnd();
        for (const result of [
          withDissent(section, eol),
          withBlocks(section, ['How close? All 3 say close.'], eol),
        ]) {
          if (result === null) continue;
          expect(result.startsWith(before)).toBe(true);
          expect(sources(result).slice(0, sources(before).length)).toEqual(sources(before));
        }
        const dissent = withDissent(section, eol);
        if (dissent !== null)
          expect(dissentsIn(dissent)).toHaveLength(dissentsIn(section).length + 1);
      }),
      RUNS,
    );
  });

  it('gets one more parked item, and every other block stays', () => {
    fc.assert(
      fc.property(anyText, fc.string({ minLength: 1 }), (notes, item) => {
        const result = withParked(notes, item, '\n');
        if (result === null || item.trim() === '') return;
        const lots = parkedIn(notes);
        expect(parkedIn(result)).toHaveLength(lots.length + 1);
        const kept = sources(notes.trimEnd()).filter((source) => !sources(result).includes(source));
        expect(kept.length).toBeLessThanOrEqual(lots.length > 0 ? 1 : 0);
      }),
      RUNS,
    );
  });
});
