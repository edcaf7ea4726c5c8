// The two faces of the printed page, as rules that carry their fonts inside themselves: a page that
// may load nothing still prints in them. Latin and Latin Extended; other scripts fall back to the
// system's fonts. In a file of its own, so that 400 kB are only read when something is printed.

import uiExtItalic from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-italic.woff2?inline';
import uiExt from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?inline';
import uiItalic from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2?inline';
import ui from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?inline';
import proseExtItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-italic.woff2?inline';
import proseExt from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2?inline';
import proseItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2?inline';
import prose from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline';

/** What each file covers, as its package says. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,' +
  'U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXT =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,' +
  'U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,' +
  'U+A720-A7FF';

interface Face {
  family: string;
  weights: string;
  style: 'normal' | 'italic';
  range: string;
  uri: string;
}

const UI = { family: 'Atkinson Hyperlegible Next', weights: '200 800' };
const PROSE = { family: 'Source Serif 4', weights: '200 900' };

const FACES: readonly Face[] = [
  { ...UI, style: 'normal', range: LATIN_EXT, uri: uiExt },
  { ...UI, style: 'normal', range: LATIN, uri: ui },
  { ...UI, style: 'italic', range: LATIN_EXT, uri: uiExtItalic },
  { ...UI, style: 'italic', range: LATIN, uri: uiItalic },
  { ...PROSE, style: 'normal', range: LATIN_EXT, uri: proseExt },
  { ...PROSE, style: 'normal', range: LATIN, uri: prose },
  { ...PROSE, style: 'italic', range: LATIN_EXT, uri: proseExtItalic },
  { ...PROSE, style: 'italic', range: LATIN, uri: proseItalic },
];

function fontFace({ family, weights, style, range, uri }: Face): string {
  return (
    `@font-face{font-family:'${family}';font-style:${style};font-weight:${weights};` +
    `font-display:block;src:url(${uri}) format('woff2');unicode-range:${range}}`
  );
}

/** The `@font-face` rules of the page. */
export const PAGE_FONTS_CSS: string = FACES.map(fontFace).join('\n');

/** The upright face of the small print, for the footer, which is a document of its own. */
export const FOOTER_FONTS_CSS: string = FACES.slice(0, 2).map(fontFace).join('\n');
