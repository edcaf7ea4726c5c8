// The exported Markdown, read back with a GFM parser: text of fields is only ever text, sections
// are what their authors wrote, and none swallows the next.

import { toMarkdown } from '@core/export/markdown';
import { closeMarkdown } from '@core/export/markdown-close';
import { escapeMarkdown } from '@core/export/markdown-escape';
import { handbookPage } from '@core/export/page';
import { oneLine } from '@core/export/words';
import { parseMarkdown } from '@core/record/flow';
import fc from 'fast-check';
import type { Heading, Nodes, Table } from 'mdast';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../record/runs';
import { action, barrier, CONFIG, ordersDisk, record } from './records';

function all<T extends Nodes['type']>(node: Nodes, type: T): Extract<Nodes, { type: T }>[] {
  const own = node.type === type ? [node as Extract<Nodes, { type: T }>] : [];
  return 'children' in node ? [...own, ...node.children.flatMap((c) => all(c, type))] : own;
}

function text(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(text).join('') : '';
}

const headings = (tree: Nodes, depth: number) =>
  all(tree, 'heading').filter((heading: Heading) => heading.depth === depth);

/** What hostile text is made of. */
const piece = fc.constantFrom(
  ...['|', '\\', '`', '``', '*', '_', '__', '[', ']', '(', ')', '<', '>', '<b>', '<!--', '-->'],
  ...['\n', '\r\n', '\u2028', '\t', ' ', '#', '##', '- ', '1. ', '---', '===', '~~', '![', ']('],
  ...['&lt;', '&', '&#60;', '$', '{{', '{%', '%%', ':', '://', 'https://a.b/_c_', 'www.a_b.c'],
  ...[
    'a@b.c',
    '@',
    '!',
    '^',
    '[^1]',
    '[ref]: ',
    '"',
    "'",
    'a',
    'word',
    'é',
    '🚀',
    '\u0000',
    '\uFEFF',
  ],
);
const hostile = fc.oneof(
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

describe('text of fields', () => {
  it.each([
    ['a | b', 'a \\| b'],
    ['# not a heading #', '\\# not a heading \\#'],
    ['orders_db and _this_', 'orders_db and \\_this\\_'],
    ['94 % and 20%%', '94 % and 20\\%\\%'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['Runbook #3, C#', 'Runbook #3, C\\#'],
    ['R&D &amp; &', 'R\\&D \\&amp; &'],
  ])('%j is written %j', (plain, escaped) => {
    expect(escapeMarkdown(plain)).toBe(escaped);
  });

  it('shows as exactly that text, in a heading, a cell, an item and a sentence', () => {
    fc.assert(
      fc.property(hostile, (plain) => {
        const shown = oneLine(plain);
        fc.pre(shown !== '');
        const line = escapeMarkdown(plain);
        const tree = parseMarkdown(
          `# ${line}\n\n| a |\n| - |\n| ${line} |\n\n1. **x** ${line}\n\nOh, ${line}`,
        );
        const [title] = all(tree, 'heading');
        const cell = all(tree, 'tableCell')[1];
        const [item] = all(tree, 'listItem');
        const last = tree.children.at(-1);
        expect(tree.children.map((child) => child.type)).toEqual([
          'heading',
          'table',
          'list',
          'paragraph',
        ]);
        expect(title && text(title)).toBe(shown);
        expect(cell && text(cell)).toBe(shown);
        expect(item && text(item)).toBe(`x ${shown}`);
        expect(last && text(last)).toBe(`Oh, ${shown}`);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a page of hostile fields', () => {
  const kind = fc.constantFrom('fix' as const, null);
  const content = fc.record({
    title: hostile,
    occurred: hostile,
    services: fc.array(hostile, { maxLength: 3 }),
    themes: fc.array(hostile, { maxLength: 3 }),
    reporter: hostile,
    trigger: hostile,
    harm: hostile,
    incidents: fc.array(hostile, { maxLength: 2 }),
    barriers: fc.array(
      fc
        .record({ name: hostile, note: hostile })
        .map((words) => barrier({ ...words, state: 'stopped', byDesign: 'yes' })),
      { maxLength: 3 },
    ),
    actions: fc.array(
      fc
        .record({ what: hostile, owner: hostile, due: hostile, kind })
        .map((a) => action('a1', a.what, a.kind, a.owner, a.due)),
      { maxLength: 3 },
    ),
  });

  it('keeps its tables, has one title and no markup that nobody wrote', () => {
    fc.assert(
      fc.property(content, (fields) => {
        const page = handbookPage(record(fields, { almost: 'A story.' }), CONFIG);
        const markdown = toMarkdown(page);
        const tree = parseMarkdown(markdown);
        expect(headings(tree, 1).map(text)).toEqual([page.title]);
        for (const type of ['html', 'image', 'definition', 'code', 'inlineCode'] as const) {
          expect(all(tree, type)).toEqual([]);
        }
        const [facts, actions] = [
          page.facts,
          page.parts.flatMap((part) => (part.kind === 'actions' ? part.rows : [])),
        ];
        const expected = [
          ...(facts.length > 0 ? [[facts.length + 1, 2]] : []),
          ...(actions.length > 0 ? [[actions.length + 1, 4]] : []),
        ];
        expect(all(tree, 'table').map(shape)).toEqual(expected);
        expect(markdown.endsWith('\n') && !markdown.includes('\r')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** Rows, and the columns that all of them have. */
function shape(table: Table): [number, number] {
  const columns = new Set(table.children.map((row) => row.children.length));
  return [table.children.length, columns.size === 1 ? ([...columns][0] ?? 0) : -1];
}

describe('sections', () => {
  const markdown = toMarkdown(handbookPage(ordersDisk(), CONFIG));

  it('stand as they were written', () => {
    const odd = '* a\n+  b\n\n\n***bold*** `x`  \nwith <br> and [l][r]\n\n[r]: <https://e.org>';
    const page = handbookPage(record({}, { almost: odd, close: 'One.\r\n\r\nTwo.' }), CONFIG);
    expect(toMarkdown(page)).toContain(`## What almost happened\n\n${odd}\n\n## How close it was`);
    expect(toMarkdown(page)).toContain('One.\n\nTwo.');
  });

  it('make a page that reads from top to bottom', () => {
    expect(markdown).toMatchInlineSnapshot(`
      "# Orders disk hit 94 % before a cleanup job happened to run

      | Near miss | In short |
      | --- | --- |
      | When | 20 November 2026 |
      | Services | orders-db |
      | Would customers have felt it | Yes. Every checkout in the evening peak. |
      | If it had happened | Severe (major outage, data loss), likely to recur (monthly): 4 × 4 = 16, act now |
      | Left between this and harm | One untested barrier |
      | Saved by | Timing, not designed to |
      | Found in | Production, a resource close to its limit |
      | Themes | disk-capacity, muted-alerts |
      | Status | Captured |

      ## What almost happened

      The orders database would have gone read-only, and checkout with it.

      ## What stood in the way

      1. **Trigger** Write volume doubled after the migration
      2. **Failed** Capacity review: ran before the migration
      3. **Failed** Alert at 90 %: muted since the migration
      4. **Stopped it** Nightly cleanup job, not designed to
      5. **Untested** Read-only fallback, assumed to work
      6. **Harm** Checkout down in the evening peak

      ## What saved us

      The nightly cleanup job. Not built for this; it ran forty minutes before the disk filled.

      ## How close it was

      6 % of disk, about **40 minutes**. The 90 % alert had been muted since the migration.

      ## Would customers have felt it

      Yes, every checkout in the evening peak.

      ## Latent issue exposed

      A muted alert stays muted for ever, and capacity review ran before the migration doubled writes.

      ## Actions, by what could have happened

      | Action | Kind | Owner | Due |
      | --- | --- | --- | --- |
      | Page at 80 % | Detect | Ana | 5 Dec 2026 |
      | Exercise the read-only fallback | Learn | Lee | 16 Jan 2027 |

      Walked through on 21 November 2026 by Ana with 5 people, 24 minutes.

      Thank you, Sam, for raising it.
      "
    `);
  });

  it.each([
    ['```js\ncode', '\n```'],
    ['~~~~\ncode\n~~~', '\n~~~~'],
    ['text\n\n<!-- a comment', '\n-->'],
    ['<pre>\ncode', '\n</pre>'],
    ['<?php', '\n?>'],
    ['<![CDATA[ x', '\n]]>'],
    ['<details><summary>More</summary>\n\ntext', '\n\n</details>'],
    ['<div><b>x', '\n\n</b></div>'],
  ])('are ended where they were left open: %j', (open, end) => {
    expect(closeMarkdown(open)).toBe(open + end);
  });

  it.each([
    '- ```\n  in an item',
    '> ```\n> quoted',
    '```\nclosed\n```',
    '<br>\n<img src=x>',
    '`<div>` in code, and a < b',
    '<details>\n\nx\n\n</details>',
    '- ```\n  a\n  ```',
  ])('are left alone where they were not: %j', (closed) => {
    expect(closeMarkdown(closed)).toBe(closed);
  });

  it('never swallow what follows', () => {
    const opener = fc.constantFrom(
      ...[
        '```',
        '~~~',
        '````',
        '<!--',
        '-->',
        '<?',
        '<!x',
        '<![CDATA[',
        '<pre>',
        '<script',
        '<div',
      ],
      ...[
        '\n',
        '\n\n',
        '  ',
        '    ',
        '- ',
        '> ',
        '1. ',
        'a',
        '`',
        '</pre>',
        '|',
        '[a]: <',
        '[^1]: ',
      ],
    );
    fc.assert(
      fc.property(fc.array(opener, { maxLength: 14 }), (pieces) => {
        const section = pieces.join('').trim();
        const page = handbookPage(record({}, { almost: section, latent: 'Next.' }), CONFIG);
        const tree = parseMarkdown(toMarkdown(page));
        const titles = tree.children.filter((child) => child.type === 'heading').map(text);
        expect(titles).toContain('Latent issue exposed');
      }),
      { numRuns: 1000 },
    );
  });

  it('too hard to read are still exported, at once', () => {
    const bomb = `\`\`\`\n${'>'.repeat(100_000)}`;
    let hard = '';
    const took = cpuTime(() => {
      hard = toMarkdown(handbookPage(record({}, { almost: bomb, latent: 'Next.' }), CONFIG));
    });
    expect(took).toBeLessThan(1000);
    expect(hard).toContain(`${bomb}\n\`\`\`\n\n## Latent issue exposed`);
  });
});
