// A report in the template, as the lines "Label: value", in every disguise a chat, a mail, a wiki or
// a spreadsheet gives it; and what it says, read in the plainest way there is.

import type { CapturedFields } from '@core/capture/paste';

export type Disguise = (lines: readonly string[]) => string;

const bold = (line: string) => line.replace(/^([^:]+):/, '**$1:**');
const parts = (line: string) => line.split(/: (.*)/s).slice(0, 2) as [string, string];
const separated = (by: string) => (lines: readonly string[]) =>
  lines.map((l) => l.replace(/^([^:]+): /, `$1${by}`)).join('\n');
const ORDER = ['🚨', ':rotating_light:', '⚠️', ':four_leaf_clover:', '1️⃣', '👩🏽‍🚒', ':+1:', '🇩🇪'];
const emoji = (i: number) => ORDER[i % ORDER.length] ?? '';
const below = (by: string) => (lines: readonly string[]) =>
  lines.map((l) => l.replace(/^([^:]+): /, `$1${by}`)).join('\n');

/** Line by line, so that several can be put on top of each other. */
export const MARKS: Record<string, (line: string, i: number) => string> = {
  bold,
  'bold, colon outside': (l) => l.replace(/^([^:]+):/, '**$1**:'),
  'bold as in Slack': (l) => l.replace(/^([^:]+):/, '*$1:*'),
  'italic, colon outside': (l) => l.replace(/^([^:]+):/, '*$1*:'),
  underlined: (l) => l.replace(/^([^:]+):/, '__$1:__'),
  'emoji before': (l, i) => `${emoji(i)} ${l}`,
  'emoji before bold': (l, i) => `${emoji(i)} ${bold(l)}`,
  'emoji in bold': (l, i) => l.replace(/^([^:]+):/, `*${emoji(i)} $1:*`),
  'emoji behind': (l, i) => l.replace(/^([^:]+):/, `$1 ${emoji(i)}:`),
  'non-breaking spaces': (l) =>
    l.replace(/^([^:]+): /, (label) => `${label.replaceAll(' ', '\u00a0').trim()}\u00a0`),
  'French colons': (l) => l.replace(/^([^:]+):/, '$1\u00a0:'),
  'colons of full width': (l) => l.replace(/^([^:]+): /, '$1：'),
  shouted: (l) => l.replace(/^[^:]+/, (label) => label.toUpperCase()),
};
export const LISTS: Record<string, (line: string, i: number) => string> = {
  'no list': (l) => l,
  'hyphen bullets': (l) => `- ${l}`,
  'star bullets': (l) => `* ${l}`,
  'round bullets': (l) => `• ${l}`,
  'hollow bullets': (l) => `  ◦ ${l}`,
  'boxes to tick': (l) => `- [ ] ${l}`,
  numbered: (l, i) => `${i + 1}. ${l}`,
  'numbered in brackets': (l, i) => `(${i + 1}) ${l}`,
  indented: (l) => `    ${l}`,
};
export const FRAMES: Record<string, Disguise> = {
  bare: (lines) => lines.join('\n'),
  'final newline': (lines) => `${lines.join('\n')}\n`,
  'blank lines': (lines) => `\n\n${lines.join('\n\n')}\n\n\n`,
  quoted: (lines) => lines.map((l) => `> ${l}`).join('\n'),
  'quoted twice': (lines) => lines.map((l) => `> > ${l}`).join('\n'),
  'quoted twice, closely': (lines) => lines.map((l) => `>>${l}`).join('\n'),
  'quoted with blank lines': (lines) => lines.map((l) => `> ${l}`).join('\n>\n'),
  'quoted, as HTML writes it': (lines) => lines.map((l) => `&gt; ${l}`).join('\n'),
  CRLF: (lines) => lines.join('\r\n'),
  'byte-order mark': (lines) => `\uFEFF${lines.join('\n')}`,
  'between rules': (lines) => `---\n${lines.join('\n')}\n* * *\n`,
  'Slack: name and time': (lines) => `Sam Okafor  2:14 PM\n${lines.join('\n')}\n`,
  'Slack: a name above the time': (lines) =>
    `Sam Okafor :palm_tree:\n  2:14 PM\n${lines.join('\n')}\n(edited)\n:eyes: 3 :+1: 2\n4 replies`,
  'Slack: a handle': (lines) => `sam.okafor  14:02\n${lines.join('\n')}`,
  'Teams: name and date': (lines) => `Sam van Okafor 20/11/2026 14:02\n\n${lines.join('\n')}`,
  'Teams: time in brackets': (lines) => `[Yesterday 2:14 PM] Sam Okafor\n${lines.join('\n')}`,
  'Teams: on the first line': (lines) => `[20/11 14:02] Sam Okafor: ${lines.join('\n')}`,
  'Discord: name and day': (lines) => `Sam — Today at 2:14 PM\n${lines.join('\n')}`,
  'WhatsApp: on each line': (lines) =>
    lines.map((l) => `[20/11/2026, 14:02:11] Sam: ${l}`).join('\n'),
  'WhatsApp: with a dash': (lines) => `20/11/2026, 14:02 - Sam Okafor: ${lines.join('\n')}`,
};
const WHOLE: Record<string, Disguise> = {
  'another order': (lines) => lines.toReversed().join('\n'),
  'a third order': (lines) => [...lines.slice(5), ...lines.slice(0, 5)].join('\n'),
  'dashes for colons': separated(' - '),
  'en dashes for colons': separated(' – '),
  'em dashes for colons': separated(' — '),
  'arrows for colons': separated(' → '),
  'tabs for colons': separated('\t'),
  'value below': below(':\n'),
  'value below, without a colon': below('\n'),
  'value far below': below(':\n\n'),
  'hanging indent': below(':\n    '),
  'bold above the value': (lines) =>
    lines.map((l) => l.replace(/^([^:]+): /, '**$1**\n')).join('\n\n'),
  headings: (lines) => lines.map((l) => l.replace(/^([^:]+): /, '## $1\n\n')).join('\n\n'),
  'headings with emoji': (lines) =>
    lines.map((l, i) => l.replace(/^([^:]+): /, `### ${emoji(i)} $1\n`)).join('\n'),
  'a table': (lines) =>
    ['| | |', '|---|---|', ...lines.map((l) => `| ${parts(l).join(' | ')} |`)].join('\n'),
  'a table with a head and bold labels': (lines) =>
    [
      '| Question | Answer |',
      '| :-- | --- |',
      ...lines.map((l) => `| **${parts(l)[0]}:** | ${parts(l)[1]} |`),
    ].join('\n'),
  'a quoted table': (lines) => lines.map((l) => `> |${parts(l).join('|')}|`).join('\n'),
};

const byLine = (marks: typeof MARKS) =>
  Object.entries(marks).map(([name, mark]): [string, Disguise] => [
    name,
    (lines) => lines.map(mark).join('\n'),
  ]);

export const DISGUISES: Record<string, Disguise> = {
  ...FRAMES,
  ...Object.fromEntries(byLine(MARKS)),
  ...Object.fromEntries(byLine(LISTS)),
  ...WHOLE,
  'bold bullets': (lines) => lines.map((l) => `* ${bold(l)}`).join('\n'),
  'quoted bold bullets': (lines) => lines.map((l) => `> - ${bold(l)}`).join('\n>\n'),
};

/** What a case says, read in the plainest way there is. */
export function expectedFields(lines: readonly string[]): CapturedFields {
  const given = new Map(lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
  const list = (label: string) => given.get(label)?.split(', ') ?? [];
  const [word = '', rest = ''] =
    given.get('Would it have been customer-impacting')?.split(/, (.*)/s) ?? [];
  const reporter = given.get('Reported by');
  return {
    title: given.get('Title') ?? '',
    occurred: given.get('Date') ?? '',
    ...(reporter === 'in confidence' ? { confidential: true } : reporter ? { reporter } : {}),
    services: list('Services'),
    themes: list('Themes'),
    customerImpact: word as 'yes' | 'no' | 'maybe',
    sections: {
      almost: given.get('What almost happened') ?? '',
      saved: given.get('What saved us') ?? '',
      close: given.get('How close was it') ?? '',
      customers: `${rest.charAt(0).toUpperCase()}${rest.slice(1)}.`,
      latent: given.get('Latent issue exposed') ?? '',
    },
  };
}
