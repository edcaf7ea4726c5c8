// @ts-check
// Promises a large library whose records read like records and differ from each other as they do:
// own vocabulary, sections of several lengths, ladders, triage, actions. The same for the same seed.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const words = (/** @type {string} */ text) => text.trim().split(/\s+/);
const SERVICES = words(
  'orders-db gateway checkout pricing ledger billing search inventory shipping sessions mailer reports media identity payouts catalogue',
);
const THEMES = words(
  'disk-capacity muted-alerts expired-certificates retry-storms flag-defaults untested-fallbacks clock-skew connection-pools stale-caches schema-drift manual-steps quota-limits',
);
const PEOPLE = words('Ana Sam Noor Ines Marek Tomás Yuki Priya Lars Chidi Mina Oskar');
const THINGS = words(
  'replica queue certificate migration cache limiter index partition snapshot token webhook scheduler router proxy shard exporter backup tunnel buffer ledger importer consumer publisher balancer',
);
const DEEDS = words(
  'filled stalled expired drifted doubled vanished overflowed restarted deadlocked leaked diverged retried lagged throttled truncated reordered',
);
const QUALITIES = words(
  'silent nightly stale shared forgotten primary secondary regional temporary legacy internal half-open unbounded oversized',
);
const PLACES = words(
  'staging production canary Frankfurt Dublin Oregon rack-seven night-shift peak-hour weekend release-train on-call',
);
const LINKS = words('because while although until after before when unless once whenever');
const MARGINS = words(
  'minutes seconds percent megabytes connections requests retries hours kilobytes messages',
);
const SECTIONS = [
  'What almost happened',
  'What saved us',
  'How close it was',
  'What could have happened',
  'Would customers have felt it',
  'Latent issue exposed',
  'Notes',
];
const BARRIER_KINDS = [
  'automated gate',
  'alert',
  'review',
  'procedure',
  'person by chance',
  'timing',
  'luck',
  'isolation or limit',
];
const SEVERITIES = ['negligible', 'minor', 'major', 'severe', 'catastrophic'];
const RECURRENCES = ['rare', 'unlikely', 'possible', 'likely', 'almost certain'];
const STATUSES = ['captured', 'triaged', 'investigating', 'logged', 'learned'];

/**
 * A small generator of numbers from 0 to 1 (mulberry32).
 * @param {number} seed
 */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {number} seed */
function teller(seed) {
  const next = random(seed);
  const below = (/** @type {number} */ limit) => Math.floor(next() * limit);
  const one = (/** @type {readonly string[]} */ list) => list[below(list.length)] ?? '';
  const some = (/** @type {readonly string[]} */ list) => [
    ...new Set([one(list), ...(below(3) ? [] : [one(list)])]),
  ];
  /** Names that only a few records know, as hosts and tickets have them. */
  const rare = () => `${one(THINGS)}-${below(4000).toString(36)}`;
  const clause = () =>
    `the ${one(QUALITIES)} ${one(THINGS)} of ${below(3) ? one(SERVICES) : rare()} ${one(DEEDS)} in ${one(PLACES)}`;
  const sentence = () => {
    const text = `${clause()} ${one(LINKS)} ${clause()}${below(2) ? `, ${below(95) + 2} ${one(MARGINS)} from the limit` : ''}`;
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = (/** @type {number} */ most) =>
    Array.from({ length: 1 + below(most) }, sentence).join(' ');
  return { below, one, some, clause, sentence, paragraph };
}

/**
 * @param {ReturnType<typeof teller>} tell
 * @param {number} n
 */
function recordText(tell, n) {
  const { below, one, some, clause, sentence, paragraph } = tell;
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  const year = 2019 + below(8);
  const day = `${year}-${two(1 + below(12))}-${two(1 + below(28))}`;
  const id = `0${Array.from({ length: 25 }, () => CROCKFORD[below(32)]).join('')}`;
  const status = one(STATUSES);
  const title = `${clause()
    .replace(/^the /, '')
    .replace(/^./, (first) => first.toUpperCase())}`;
  const barriers = Array.from({ length: below(5) }, (_, index) => [
    `  - name: ${one(QUALITIES)} ${one(THINGS)} ${index + 1}`,
    `    state: ${one(['failed', 'stopped', 'untested', 'absent'])}`,
    `    kind: ${one(BARRIER_KINDS)}`,
    ...(below(2) ? [`    by-design: ${one(['yes', 'no'])}`] : []),
    ...(below(2) ? [`    note: ${clause()}`] : []),
  ]).flat();
  const actions = Array.from({ length: below(4) }, (_, index) => [
    `  - id: a${index + 1}`,
    `    what: Watch ${clause()}`,
    `    kind: ${one(['fix', 'detect', 'reinforce', 'learn'])}`,
    `    owner: ${one(PEOPLE)}`,
    `    due: ${year + 1}-${two(1 + below(12))}-01`,
    `    effort: ${one(['small', 'medium', 'large'])}`,
    ...(below(2) ? [`    done: ${year + 1}-02-0${1 + below(9)}`] : []),
  ]).flat();
  const front = [
    'close-call: 1',
    `id: ${id}`,
    `title: ${title}`,
    `status: ${status}`,
    `occurred: ${day}`,
    `reported: ${day}`,
    ...(below(4) ? [`reporter: ${one(PEOPLE)}`] : []),
    `found-in: ${one(['production', 'staging', 'canary', 'review'])}`,
    `kind: ${one(['resource', 'late catch', 'near page', 'hunch'])}`,
    `services: [${some(SERVICES).join(', ')}]`,
    `themes: [${some(THEMES).join(', ')}]`,
    `customer-impact: ${one(['yes', 'no', 'maybe'])}`,
    `trigger: ${clause().replace(/^t/, 'T')}`,
    `harm: ${clause().replace(/^t/, 'T')}`,
    ...(barriers.length > 0 ? ['barriers:', ...barriers] : []),
    ...(status === 'captured'
      ? []
      : [
          'triage:',
          `  severity: ${one(SEVERITIES)}`,
          `  recurrence: ${one(RECURRENCES)}`,
          `  decision: ${one(['act now', 'investigate', 'log'])}`,
        ]),
    ...(actions.length > 0 ? ['actions:', ...actions] : []),
  ];
  const sections = SECTIONS.filter((_, index) => index === 0 || below(4) > 0).map((heading) => {
    const list = below(4) ? '' : `\n\n- ${sentence()}\n- ${sentence()}`;
    return `## ${heading}\n\n${paragraph(5)}${list}\n`;
  });
  const name = `${year}/${day}-near-miss-${n}.md`;
  return { name, text: `---\n${front.join('\n')}\n---\n\n# ${title}\n\n${sections.join('\n')}` };
}

/**
 * @param {string} folder where to write; made if missing
 * @param {number} count
 * @param {number} [seed]
 */
export function makeVariedLibrary(folder, count, seed = 1) {
  const tell = teller(seed);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'close-call.yml'), `close-call: 1\nname: ${count} near misses\n`);
  for (let n = 0; n < count; n += 1) {
    const { name, text } = recordText(tell, n);
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}
