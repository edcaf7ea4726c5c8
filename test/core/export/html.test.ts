// @vitest-environment jsdom
// The printed document: nothing in it can load, run or link anywhere it should not, its headings
// and tables make sense without seeing them, and no text makes it fail.

import { PRINT_POLICY, toPrintHtml } from '@core/export/html';
import { isSafeLink } from '@core/export/html-section';
import { handbookPage } from '@core/export/page';
import type { RecordContent } from '@core/record/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../record/runs';
import { CONFIG, ordersDisk, record } from './records';

const OPTIONS = { paper: 'A4', fontsCss: '', lang: 'en' } as const;
const print = (content: RecordContent) => toPrintHtml(handbookPage(content, CONFIG), OPTIONS);
const parser = new DOMParser();
const dom = (content: RecordContent) => parser.parseFromString(print(content), 'text/html');
const section = (almost: string) => dom(record({ title: 'T' }, { almost }));
const tags = (document: Document) =>
  [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((h) => h.tagName.toLowerCase());

describe('the document', () => {
  const document = dom(ordersDisk());

  it('says its language, its title and what it may load', () => {
    expect(document.compatMode).toBe('CSS1Compat');
    expect(document.documentElement.lang).toBe('en');
    expect(document.title).toBe('Orders disk hit 94 % before a cleanup job happened to run');
    const policy = document.querySelector('meta[http-equiv=Content-Security-Policy]');
    expect(policy?.getAttribute('content')).toBe(PRINT_POLICY);
    expect(PRINT_POLICY).toBe("default-src 'none'; style-src 'unsafe-inline'; font-src data:");
  });

  it('has tables whose headers say what they head', () => {
    const headers = [...document.querySelectorAll('th')];
    expect(headers.length).toBeGreaterThan(10);
    expect(headers.every((th) => ['row', 'col'].includes(th.getAttribute('scope') ?? ''))).toBe(
      true,
    );
    expect([...document.querySelectorAll('.actions thead th')].map((th) => th.textContent)).toEqual(
      ['Action', 'Kind', 'Owner', 'Due'],
    );
    expect(document.querySelectorAll('ol.ladder > li')).toHaveLength(6);
  });

  it('does not repeat what a row says already, nor the line above the title', () => {
    const rows = [...document.querySelectorAll('.facts th')].map((th) => th.textContent);
    expect(rows).not.toContain('When');
    expect([...document.querySelectorAll('h2')].map((h) => h.textContent)).not.toContain(
      'Would customers have felt it',
    );
  });

  it('is for the chosen paper', () => {
    const page = handbookPage(ordersDisk(), CONFIG);
    expect(toPrintHtml(page, { ...OPTIONS, paper: 'Letter' })).toContain('@page { size: Letter;');
  });
});

describe('sections', () => {
  it('put their headings below their own, in order and without a gap', () => {
    const document = section('# A\n\n### B\n\n###### C\n\n## D\n\n# E\n\n#### F');
    expect(tags(document)).toEqual(['h1', 'h2', 'h3', 'h4', 'h5', 'h4', 'h3', 'h4']);
  });

  it('show raw HTML as text', () => {
    const document = section('<script>alert(1)</script>\n\nA <b onclick=x>b</b>\n\n<!-- c -->');
    expect(document.querySelectorAll('script, b[onclick]')).toHaveLength(0);
    const text = document.querySelector('.prose')?.textContent ?? '';
    for (const source of ['<script>alert(1)</script>', '<b onclick=x>b</b>', '<!-- c -->']) {
      expect(text).toContain(source);
    }
  });

  it('show images as their words, and load none', () => {
    const document = section('![a *chart*](https://e.org/x.png) ![r][r] ![](y.png)\n\n[r]: z.png');
    expect(document.querySelectorAll('img')).toHaveLength(0);
    expect([...document.querySelectorAll('.image')].map((i) => i.textContent)).toEqual([
      'a chart',
      'r',
      'an image',
    ]);
    expect(document.documentElement.outerHTML).not.toContain('.png');
  });

  it.each([
    ['[x](https://example.org/a)', 'https://example.org/a'],
    ['https://example.org', 'https://example.org'],
    ['<ana@example.org>', 'mailto:ana@example.org'],
    ['[x](http://example.org)', null],
    ['[x](javascript:alert(1))', null],
    ['[x](JaVaScRiPt:alert(1))', null],
    ['[x](data:text/html,x)', null],
    ['[x](file:///etc/passwd)', null],
    ['[x](//example.org)', null],
    ['[x](../other.md)', null],
    ['[x](https:/\\\\example.org)', null],
  ])('keep only safe links: %s', (markdown, href) => {
    const link = section(markdown).querySelector('.prose a');
    expect(link?.getAttribute('href') ?? null).toBe(href);
    expect(section(markdown).querySelector('.prose')?.textContent).not.toBe('');
  });

  it('know a link that only looks safe', () => {
    for (const href of ['https:// a', 'https:\\a', 'https:///a', 'mailto:', ' https://a', '']) {
      expect(isSafeLink(href)).toBe(false);
    }
  });

  it('show tasks, notes and tables without controls', () => {
    const document = section('- [x] a\n- [ ] b\n\nx[^1]\n\n[^1]: note\n\n| a |\n|--:|\n| 1 |');
    expect(document.querySelectorAll('input, a')).toHaveLength(0);
    expect([...document.querySelectorAll('.box')].map((b) => b.getAttribute('aria-label'))).toEqual(
      ['Done', 'Not done'],
    );
    expect(document.querySelector('.footnotes')?.parentElement?.textContent).toContain('note');
    expect(document.querySelector('.prose th')?.getAttribute('scope')).toBe('col');
  });

  it('find definitions that stand in another section', () => {
    const content = record(
      {},
      { almost: '[a][x] and b[^n]', notes: '[x]: https://e.org\n[^n]: N' },
    );
    const document = dom(content);
    expect(document.querySelector('a')?.getAttribute('href')).toBe('https://e.org');
    expect(document.querySelector('main')?.textContent).toContain('N');
  });

  it('show an unknown heading with its own markup', () => {
    const document = dom(record({}, {}, [{ heading: 'A `b` <i>', text: 'x' }]));
    expect(document.querySelector('h2')?.innerHTML).toBe('A <code>b</code> &lt;i&gt;');
  });
});

describe('hostile text', () => {
  const bombs: [string, string][] = [
    ['quotes', '>'.repeat(200_000)],
    ['lists', '- '.repeat(50_000)],
    ['brackets', '['.repeat(100_000)],
    ['stars', '*a_ '.repeat(50_000)],
    ['quotes below the limit', `${'> '.repeat(59)}a\n`.repeat(30)],
    ['one long word', 'x'.repeat(5_000_000)],
    ['definitions', '[a]: b\n'.repeat(20_000)],
    ['an open comment', '<!--'],
    ['a lone surrogate', '\ud800 \udc00'],
  ];

  it.each(bombs)('neither hangs nor throws: %s', (_name, bomb) => {
    let html = '';
    const took = cpuTime(() => {
      html = print(record({ title: bomb.slice(0, 100_000) }, { almost: bomb, notes: bomb }));
    });
    expect(html.endsWith('</html>')).toBe(true);
    expect(took).toBeLessThan(3000);
  });

  it('never makes an element that could load, run or leave', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '</style>',
        '</title>',
        '<img src=x onerror=y>',
        '<script>',
        '[a](',
        ')',
      ],
      ...[
        'javascript:',
        'https://e.org',
        '![',
        '](',
        '|',
        '\n',
        '```',
        '<svg onload=x>',
        '&lt;',
        '-->',
      ],
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, text, (title, almost, heading) => {
        const document = dom(
          record({ title, trigger: title, reporter: almost }, { almost }, [
            { heading, text: almost },
          ]),
        );
        const forbidden = document.querySelectorAll(
          'script, img, svg, iframe, object, embed, link, base, form, input, video, audio',
        );
        expect(forbidden).toHaveLength(0);
        expect(document.querySelectorAll('style')).toHaveLength(1);
        for (const element of document.querySelectorAll('*')) {
          for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^src|^style$/);
        }
        for (const link of document.querySelectorAll('a')) {
          expect(link.getAttribute('href')).toMatch(/^(https:\/\/|mailto:)/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
