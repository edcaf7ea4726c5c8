// Which addresses a link may have.

import { isAllowedLink, toLink } from '@renderer/editor/links/link-address';
import { expect, it } from 'vitest';

it.each([
  ['https://a.b/c?d#e', 'https://a.b/c?d#e'],
  [' a.b/c ', 'https://a.b/c'],
  ['me@a.b', 'mailto:me@a.b'],
  ['mailto:me@a.b?subject=c', 'mailto:me@a.b?subject=c'],
  ['HTTPS://A.B', 'HTTPS://A.B'],
  ['https://localhost:8080/a', 'https://localhost:8080/a'],
])('%j becomes %j', (typed, address) => {
  expect(toLink(typed)).toBe(address);
});

it.each([
  ...['', ' ', 'a', 'http://a.b', 'javascript:alert(1)', 'java\tscript:a.b', 'data:text/html,a.b'],
  ...[
    'file:///a.b',
    'https:a.b',
    'https://',
    'a.b c',
    '<a.b>',
    'ftp://a.b',
    'vbscript:a.b',
    './a.md',
  ],
])('%j is no address', (typed) => {
  expect(toLink(typed)).toBeUndefined();
  expect(isAllowedLink(typed)).toBe(false);
});

it('allows an address only as it would be written', () => {
  expect(isAllowedLink('https://a.b')).toBe(true);
  expect(isAllowedLink('mailto:a@b.c')).toBe(true);
  expect(isAllowedLink('a.b')).toBe(false);
});
