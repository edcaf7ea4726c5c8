// Proves that an edit to what is already there changes no byte, that any text can be a value, that
// the title and the page's heading stay together, and that what must not be written is refused.

import { applyEdit, setFields } from '@core/record/edit';
import { FIELD_KEYS } from '@core/record/fields';
import { parseRecord } from '@core/record/parse';
import { describe, expect, it, test } from 'vitest';
import { DESIGN_RECORD, SAMPLE_RECORDS } from '../../fixtures/sample-records';
import { NASTY } from './arbitrary';
import { barrier, edited, fieldsOf } from './records';
import { few } from './runs';

describe('what is already there', () => {
  const variants = (text: string) =>
    ['\n', '\r\n', 'mixed'].flatMap((eol) =>
      [text, text.replace(/\n+$/, ''), `${text}\n\n`].flatMap((body) => {
        let n = 0;
        const written = body.replace(
          /\n/g,
          () => (eol === 'mixed' ? ['\n', '\r\n'][n++ % 2] : eol) ?? '',
        );
        return [written, `\uFEFF${written}`];
      }),
    );

  test.each(few([{ path: 'the design', text: DESIGN_RECORD }, ...SAMPLE_RECORDS]))(
    'is never written again: $path',
    ({ text: sample }) => {
      for (const text of few(variants(sample), 4)) {
        const parsed = parseRecord(text);
        if (parsed.kind !== 'record') throw new Error(JSON.stringify(parsed));
        const { fields, sections } = parsed.record;
        expect(setFields(text, fields)).toBe(text);
        for (const [section, body] of Object.entries(sections)) {
          const edit = { kind: 'section', section, text: body } as const;
          expect(applyEdit(text, edit as Parameters<typeof applyEdit>[1])).toBe(text);
        }
      }
    },
  );
});

describe('any text as a value', () => {
  test.each(NASTY)('%j', (value) => {
    const before =
      'title: x\nservices: [a]\nharm: y # why\nbarriers:\n  - name: z\n    note: "w"\nkind: other';
    const after = edited(before, {
      harm: value,
      services: ['a', value].filter((word) => word.trim() !== ''),
      barriers: [barrier('z', { note: value })],
    });
    expect(after.split('\n')).toHaveLength(before.split('\n').length);
    expect(after).toMatch(/harm: .* # why/);
  });

  it('keeps the line ends of the file', () => {
    const text = '---\r\nclose-call: 1\r\nharm: a\r\nbarriers:\r\n  - name: b\r\n---\r\n';
    const barriers = [barrier('b', { note: 'n\nm' }), barrier('c', { note: 'd' })];
    expect(setFields(text, { barriers, status: 'logged' })).toBe(
      '---\r\nclose-call: 1\r\nstatus: logged\r\nharm: a\r\nbarriers:\r\n' +
        '  - name: b\r\n    note: "n\\nm"\r\n  - name: c\r\n    note: d\r\n---\r\n',
    );
  });
});

describe('a title', () => {
  const page = (title: string, heading: string) =>
    `---\nclose-call: 1\ntitle: ${title}\n---\n\n${heading}\n\n## Notes\n`;

  test.each([
    ['goes into the heading too', page('Old', '# Old'), 'New', page('New', '# New')],
    ['leaves another heading alone', page('Old', '# Other'), 'New', page('New', '# Other')],
    ['leaves a page without a heading alone', page('Old', 'Text'), 'New', page('New', 'Text')],
    ['keeps the marks', page('Old', '#   Old  ##  '), 'New', page('New', '#   New  ##  ')],
    ['is one line', page('Old', '# Old'), 'a\n  b', page('"a\\n  b"', '# a b')],
    ['may begin with a hash', page('Old', '# Old'), '# New', page('"# New"', '# # New')],
    ['may end with a hash', page('Old', '# Old'), 'New #', page('"New #"', '# New \\#')],
    ['that ended with a hash', page('"Old #"', '# Old \\#'), 'New', page('"New"', '# New')],
    ['from an empty one', page('', '#'), 'New', page('New', '# New')],
    ['to a blank one', page('Old', '#\tOld'), '', '---\nclose-call: 1\n---\n\n#\t\n\n## Notes\n'],
    ['not in a code block', page('Old', '```\n# Old\n```'), 'New', page('New', '```\n# Old\n```')],
    ['not in a section', page('Old', '## Notes\n# Old'), 'New', page('New', '## Notes\n# Old')],
  ])('%s', (_name, before, title, after) => {
    expect(setFields(before, { title })).toBe(after);
    expect(fieldsOf(after).title).toBe(title);
  });

  it('that is set to what it is leaves the heading as somebody wrote it', () => {
    for (const heading of ['# A_b', '# A\\_b', '#  A_b #']) {
      const text = page('A_b', heading);
      expect(setFields(text, { title: 'A_b', harm: 'x' })).toBe(
        text.replace('A_b\n', 'A_b\nharm: x\n'),
      );
    }
  });

  it('stays in the heading where another field is set', () => {
    const text = page('Old', '# Old');
    expect(setFields(text, { harm: 'x' })).toBe(text.replace('Old\n', 'Old\nharm: x\n'));
  });

  it('that was blank and is empty puts no space behind the hash', () => {
    const text = setFields(page('"  "', '#'), { title: ' ' });
    expect(text).toMatch(/^#$/m);
  });

  it('that only the heading held is set in both places', () => {
    const text = '---\nclose-call: 1\n---\n# Old\n';
    expect(setFields(text, { title: 'New' })).toBe('---\nclose-call: 1\ntitle: New\n---\n# New\n');
  });
});

describe('what cannot be edited', () => {
  test.each([
    ['a newer version', '---\nclose-call: 2\n---\n', 'read-only', /newer version/],
    ['broken YAML', '---\nclose-call: 1\na: [\n---\n', 'unreadable', /no longer be read/],
    ['another page', '# Page\n', 'unreadable', /no longer be read/],
  ])('%s is refused whole', (_name, text, code, words) => {
    const refusal = expect.objectContaining({ code, message: expect.stringMatching(words) });
    expect(() => setFields(text, { title: 'x' })).toThrow(refusal);
    const edit = { kind: 'section', section: 'notes', text: 'x' } as const;
    expect(() => applyEdit(text, edit)).toThrow(refusal);
  });

  it('is front matter that would grow too long', () => {
    const text = '---\nclose-call: 1\n---\n';
    expect(() => setFields(text, { harm: 'x'.repeat(140_000) })).toThrow(
      expect.objectContaining({
        code: 'not-saved',
        message: expect.stringMatching(/128 KiB.*left as/),
      }),
    );
  });

  it('has a key for every field', () => {
    expect(Object.keys(FIELD_KEYS).sort()).toEqual(Object.keys(fieldsOf(DESIGN_RECORD)).sort());
  });
});
