// No two exports get one name, and none the wrong ending.

import { exportName, freeName, uniqueNames, withExtension } from '@main/export/export-names';
import { describe, expect, it } from 'vitest';

describe('the name of an export', () => {
  it.each([
    ['2026/2026-11-20-orders-disk.md', 'pdf', '2026-11-20-orders-disk.pdf'],
    ['notes.MARKDOWN', 'markdown', 'notes.md'],
    ['.md', 'pdf', 'near-miss.pdf'],
  ] as const)('of %s as %s is %s', (path, format, name) => {
    expect(exportName(path, format)).toBe(name);
  });

  it.each([
    ['/a/b', 'markdown', '/a/b.md'],
    ['/a/close-call.yml', 'markdown', '/a/close-call.yml.md'],
    ['/a/b.MD', 'markdown', '/a/b.MD'],
    ['/a/b.markdown', 'markdown', '/a/b.markdown'],
    ['/a/b.md', 'pdf', '/a/b.md.pdf'],
  ] as const)('%s typed for %s goes to %s', (path, format, expected) => {
    expect(withExtension(path, format)).toBe(expected);
  });

  it('is unlike all others, whatever the file system folds', () => {
    expect(uniqueNames(['2025/a.md', '2026/a.md', 'A.md', 'é.md', 'e\u0301.md'], 'pdf')).toEqual([
      'a.pdf',
      'a-2.pdf',
      'A-3.pdf',
      'é.pdf',
      'e\u0301-2.pdf',
    ]);
    expect(freeName('a.md', new Set(['a.md', 'a-2.md']))).toBe('a-3.md');
  });
});
