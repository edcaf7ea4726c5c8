// The page says what the record says, in the words and the order of the mock, and guesses nothing.

import { readdirSync } from 'node:fs';
import { toPrintHtml } from '@core/export/html';
import { toMarkdown } from '@core/export/markdown';
import { type HandbookPage, handbookPage, type Part } from '@core/export/page';
import { describe, expect, it } from 'vitest';
import { action, barrier, CONFIG, ordersDisk, record, sample } from './records';

const facts = (page: HandbookPage) =>
  Object.fromEntries(page.facts.map(({ label, value }) => [label, value]));
const headings = (page: HandbookPage) => page.parts.map((part) => part.heading);
const part = <K extends Part['kind']>(page: HandbookPage, kind: K) =>
  page.parts.find((p): p is Extract<Part, { kind: K }> => p.kind === kind);

describe('the page of the mock', () => {
  const page = handbookPage(ordersDisk(), CONFIG);

  it('has its title and the line above it', () => {
    expect(page.title).toBe('Orders disk hit 94 % before a cleanup job happened to run');
    expect(page.kicker).toBe('Near miss · 20 November 2026 · orders-db');
  });

  it('has its rows, in its words and its order', () => {
    expect(page.facts.filter((fact) => !fact.inKicker).map((f) => [f.label, f.value])).toEqual([
      ['Would customers have felt it', 'Yes. Every checkout in the evening peak.'],
      [
        'If it had happened',
        'Severe (major outage, data loss), likely to recur (monthly): 4 × 4 = 16, act now',
      ],
      ['Left between this and harm', 'One untested barrier'],
      ['Saved by', 'Timing, not designed to'],
      ['Found in', 'Production, a resource close to its limit'],
      ['Themes', 'disk-capacity, muted-alerts'],
      ['Status', 'Captured'],
    ]);
    expect(facts(page)).toMatchObject({ When: '20 November 2026', Services: 'orders-db' });
  });

  it('has its ladder', () => {
    expect(part(page, 'ladder')?.rows.map((row) => [row.label, row.text])).toEqual([
      ['Trigger', 'Write volume doubled after the migration'],
      ['Failed', 'Capacity review: ran before the migration'],
      ['Failed', 'Alert at 90 %: muted since the migration'],
      ['Stopped it', 'Nightly cleanup job, not designed to'],
      ['Untested', 'Read-only fallback, assumed to work'],
      ['Harm', 'Checkout down in the evening peak'],
    ]);
  });

  it('has its sections in order, without the empty one', () => {
    expect(headings(page)).toEqual([
      'What almost happened',
      'What stood in the way',
      'What saved us',
      'How close it was',
      'Would customers have felt it',
      'Latent issue exposed',
      'Actions, by what could have happened',
    ]);
  });

  it('has its actions by what could have happened, the session and the thanks', () => {
    expect(part(page, 'actions')?.rows).toEqual([
      { what: 'Page at 80 %', kind: 'Detect', owner: 'Ana', due: '5 Dec 2026', done: '' },
      {
        what: 'Exercise the read-only fallback',
        kind: 'Learn',
        owner: 'Lee',
        due: '16 Jan 2027',
        done: '',
      },
    ]);
    expect(page.session).toBe(
      'Walked through on 21 November 2026 by Ana with 5 people, 24 minutes.',
    );
    expect(page.thanks).toEqual(['Thank you, Sam, for raising it.']);
  });
});

describe('what nobody said', () => {
  it('is left out', () => {
    const page = handbookPage(record({}), CONFIG);
    expect(page).toEqual({
      title: 'Untitled near miss',
      kicker: 'Near miss',
      facts: [],
      parts: [],
      session: '',
      thanks: ['Thank you to whoever raised this.'],
    });
  });

  it.each([
    [{ severity: 'minor' as const }, 'Minor (a few people are slowed)'],
    [{ recurrence: 'almost certain' as const }, 'Almost certain to recur (weekly)'],
    [
      { severity: 'major' as const, recurrence: 'rare' as const },
      'Major (many customers see errors), rare (once in years): 3 × 1 = 3, which suggests log',
    ],
    [
      { severity: 'severe' as const, recurrence: 'likely' as const, decision: 'log' as const },
      'Severe (major outage, data loss), likely to recur (monthly): 4 × 4 = 16, which suggests act now; decided: log',
    ],
  ])('leaves only its own part of a triage empty: %o', (known, expected) => {
    const triage = {
      severity: null,
      recurrence: null,
      decision: null,
      reason: '',
      review: '',
      ...known,
    };
    expect(facts(handbookPage(record({ triage }), CONFIG))['If it had happened']).toBe(expected);
  });

  it.each([
    ['log' as const, '18 February 2027'],
    ['act now' as const, undefined],
  ])('says of the decision %s that it is looked at again on: %s', (decision, expected) => {
    const { fields } = ordersDisk();
    const triage = { ...fields.triage, decision, review: '2027-02-18' };
    expect(facts(handbookPage(record({ triage }), CONFIG))['Looked at again']).toBe(expected);
  });

  it('uses the words and bands of the library', () => {
    const config = {
      ...CONFIG,
      severity: { ...CONFIG.severity, severe: 'we are on the news' },
      bands: { actNow: 20, investigate: 5 },
    };
    const { fields } = ordersDisk();
    const page = handbookPage(record({ triage: { ...fields.triage, decision: null } }), config);
    expect(facts(page)['If it had happened']).toBe(
      'Severe (we are on the news), likely to recur (monthly): 4 × 4 = 16, which suggests investigate',
    );
  });

  it.each([
    [{ held: '2026-11-21' }, 'Walked through on 21 November 2026.'],
    [{ facilitator: 'Ana', people: 1 }, 'Walked through by Ana with 1 person.'],
    [{ held: 'last week', minutes: 1 }, 'Walked through on last week, 1 minute.'],
  ])('shortens the line about the session: %o', (known, expected) => {
    const session = { held: '', minutes: null, facilitator: '', people: null, ...known };
    expect(handbookPage(record({ session }), CONFIG).session).toBe(expected);
  });
});

describe('would customers have felt it', () => {
  const said = (customers: string, customerImpact: 'yes' | 'no' | 'maybe' | null = 'yes') => {
    const page = handbookPage(record({ customerImpact }, { customers }), CONFIG);
    const section = part(page, 'section');
    return [facts(page)['Would customers have felt it'], section?.saidAbove ?? false];
  };

  it.each([
    ['Yes, every checkout.', ['Yes. Every checkout.', true]],
    ['every *checkout*, `all` of them', ['Yes. Every checkout, all of them', true]],
    ['YES: all', ['Yes. All', true]],
    ['Yes.', ['Yes', true]],
    ['Yesterday all of them', ['Yes. Yesterday all of them', true]],
    ['Every checkout.\n\nAnd refunds.', ['Yes. Every checkout.', false]],
    ['Every [checkout](https://example.org).', ['Yes. Every checkout.', false]],
    ['- one\n- two', ['Yes', false]],
    ['<b>bold</b>', ['Yes. <b>bold</b>', false]],
    ['', ['Yes', false]],
  ])('%j', (section, expected) => {
    expect(said(section)).toEqual(expected);
  });

  it('leaves the answer to the section where there is none', () => {
    expect(said('Maybe some.', null)).toEqual([undefined, false]);
  });
});

describe('what saved it, and thanks', () => {
  const barriers = [
    barrier({ name: 'Alert on 429s', state: 'stopped', kind: 'alert', byDesign: 'yes' }),
    barrier({ name: 'Somebody', state: 'stopped', byDesign: 'no', note: 'passing by' }),
    barrier({ name: '', state: 'untested', known: 'known', note: 'found\nlater' }),
    barrier({ name: 'Drill', state: 'absent' }),
    barrier({ name: 'Backup' }),
  ];
  const page = handbookPage(record({ barriers }), CONFIG);

  it('lists every barrier that stopped it, by its kind or else its name', () => {
    expect(facts(page)['Saved by']).toBe('Alert, by design; Somebody, not designed to');
  });

  it('keeps a rung on one line, with its note', () => {
    expect(part(page, 'ladder')?.rows.map((row) => `${row.label}: ${row.text}`)).toEqual([
      'Stopped it: Alert on 429s, by design',
      'Stopped it: Somebody, not designed to: passing by',
      'Untested: A barrier without a name, known to be there: found later',
      'Absent: Drill',
      'Not said: Backup',
    ]);
  });

  it('thanks in confidence, and the barrier that was built for this', () => {
    expect(page.thanks).toEqual([
      'Thank you to whoever raised this.',
      'Thanks to the barrier that worked, built for this: Alert on 429s.',
    ]);
  });

  it('says nothing was left', () => {
    const bare = [barrier({ name: 'Luck', state: 'stopped' })];
    expect(facts(handbookPage(record({ barriers: bare }), CONFIG))).toMatchObject({
      'Left between this and harm': 'Nothing',
    });
  });
});

describe('sections the format does not know', () => {
  it('are kept: text before the sections first, the others before the actions', () => {
    const content = record(
      { actions: [action('a1', 'Do it', null, '', '')] },
      { almost: 'A story', notes: 'A note' },
      [
        { heading: '', text: 'Before' },
        { heading: 'Timeline', text: '14:05' },
        { heading: 'Later', text: '' },
        { heading: 'Notes', text: 'More' },
      ],
    );
    expect(headings(handbookPage(content, CONFIG))).toEqual([
      '',
      'What almost happened',
      'Notes',
      'Timeline',
      'Later',
      'Notes',
      'Actions, by what could have happened',
    ]);
  });
});

describe('the sample library', () => {
  const folder = new URL('../../../resources/sample-library/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^\d{4}.+\.md$/.test(file))
    .map((file) => file.replaceAll('\\', '/'));

  it('has records', () => expect(files.length).toBeGreaterThan(20));

  it.each(files)('%s is exported whole', (file) => {
    const content = sample(file);
    const page = handbookPage(content, CONFIG);
    const markdown = toMarkdown(page);
    const html = toPrintHtml(page, { paper: 'A4', fontsCss: '', lang: 'en' });
    for (const text of Object.values(content.sections)) expect(markdown).toContain(text);
    expect(html).toContain('</html>');
    expect(page.facts.every(({ value }) => value !== '' && !/undefined|null/.test(value))).toBe(
      true,
    );
  });
});
