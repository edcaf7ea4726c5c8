// Proves that a bug of the parsers this app stands on harms no file: whatever they raise or give,
// text stays whole, and a record that cannot be read is said to be one.

import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { DESIGN_RECORD } from '../../fixtures/sample-records';
import { runs } from './runs';

const { yaml, markdown } = vi.hoisted(() => ({ yaml: vi.fn(), markdown: vi.fn() }));
vi.mock('yaml', async (original) => ({ ...(await original<object>()), parseDocument: yaml }));
vi.mock('mdast-util-from-markdown', () => ({ fromMarkdown: markdown }));

// Loaded anew, on these parsers: other tests may have loaded them on the real ones.
vi.resetModules();
const { joinBlocks, splitBlocks } = await import('@core/record/blocks');
const { parseRecord } = await import('@core/record/parse');

afterEach(() => vi.resetAllMocks());

it('YAML: what is raised is a reason to look at the file, not to stop', () => {
  yaml.mockImplementation(() => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  // A quoted key is beyond the quick reader.
  expect(parseRecord(DESIGN_RECORD.replace('title:', '"title":'))).toEqual({
    kind: 'attention',
    reason: 'The front matter cannot be read',
    line: 1,
  });
});

it('Markdown: what is raised leaves one block', () => {
  markdown.mockImplementation(() => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  expect(splitBlocks('# a\n\nb\n')).toEqual({
    lead: '',
    blocks: [{ source: '# a\n\nb\n', gap: '' }],
  });
});

it('Markdown: blocks in places that cannot be leave no byte out, and no word between', () => {
  const text = '\uFEFFa b\n\n  c\td  \r\n\r\n- e\nf';
  const offset = fc.integer({ min: 0, max: text.length + 2 });
  const place = fc.oneof(
    { weight: 1, arbitrary: fc.constant(undefined) },
    {
      weight: 20,
      arbitrary: fc.record({ start: fc.record({ offset }), end: fc.record({ offset }) }),
    },
  );
  const inOrder = fc
    .uniqueArray(offset, { minLength: 2, maxLength: 8 })
    .map((offsets) => offsets.sort((a, b) => a - b))
    .map((offsets) =>
      offsets.slice(1).map((end, i) => ({
        start: { offset: offsets[i] },
        end: { offset: end },
      })),
    );
  fc.assert(
    fc.property(fc.oneof(fc.array(place, { maxLength: 4 }), inOrder), (places) => {
      markdown.mockReturnValue({ children: places.map((position) => ({ position })) });
      const split = splitBlocks(text);
      expect(joinBlocks(split)).toBe(text);
      for (const { gap } of split.blocks) expect(gap.trim()).toBe('');
    }),
    { numRuns: runs(2000) },
  );
  markdown.mockReturnValue({ children: [{}] });
  expect(splitBlocks('a').blocks).toEqual([{ source: 'a', gap: '' }]);
});
