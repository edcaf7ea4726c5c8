// Who is meant in a sentence, made anonymous: known names, roles and pronouns become runs of a
// sign, as long as what they stand for. A pattern made of names lives as long as its reader.

import { ONE_SIGN, ROOM_SIGN, UNREAD_SIGN, WHOSE_SIGN } from './vocabulary';

const ROLES = [
  'admins?',
  'administrators?',
  'authors?',
  'colleagues?',
  'committers?',
  'contractors?',
  'crew',
  'dbas?',
  'developers?',
  'devs?',
  'engineers?',
  'folks',
  'guys?',
  'hires?',
  'interns?',
  'juniors?',
  'leads?',
  'maintainers?',
  'managers?',
  'newcomers?',
  'on-call(?:er)?s?',
  'operators?',
  'owners?',
  'persons?',
  'reviewers?',
  'squad',
  'sres?',
  'staff',
  'support',
  'teams?',
  'technicians?',
  'users?',
  'vendors?',
].join('|');
const TEAM = '(?: (?:on|from|in|of) (?:the )?[\\w-]+(?: team)?(?= (?!team)))?';
const ROLE =
  '(?:the|our|an?|one of (?:the|our)|some|another|this|that|their|my|two|both) ' +
  `(?:[\\w-]+ ){0,2}?(?:${ROLES})(?: (?:${ROLES}))?(?![\\w-])(?! (?:errors?|mistakes?|failures?|slips?)\\b)`;
/** Teams that need no article, where they do something. */
const TEAMS =
  "(?:support|ops|operations|management|security)(?= (?:neglected|ignored|forgot|should|failed|did|didn't|never|broke|missed|caused)\\b)";
const ONE = new RegExp(
  `\\b(?:${ROLE}${TEAM}|some(?:one|body)${TEAM}|whoever \\w+(?: (?:it|this|that|(?:the|an?) [\\w-]+))?|${TEAMS}|he|she|they)(?![\\w])`,
  'g',
);
const ROOM = /\b(?:we|i|you|people)\b(?!-)/g;
const WHOSE = /\b(?:his|her|their|my|our|your)\b/g;

/** A pattern for known names, longest first; null when there is none. */
export function namePattern(people: readonly string[]): RegExp | null {
  const names = new Set<string>();
  for (const person of people) {
    const whole = person.trim().replace(/\s+/g, ' ');
    for (const name of [whole, whole.split(' ')[0] ?? '']) if (name.length > 1) names.add(name);
  }
  if (names.size === 0) return null;
  const sorted = [...names].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sorted.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/** The sentence in lower case with people made anonymous; the same length. */
export function withoutPeople(sentence: string, names: RegExp | null): string {
  const known = names ? sentence.replace(names, (name) => hidden(name, ONE_SIGN)) : sentence;
  // Letters of English only: others may change their length.
  return known
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replace(ONE, (who) => hidden(who, ONE_SIGN))
    .replace(ROOM, (who) => hidden(who, ROOM_SIGN))
    .replace(WHOSE, (whose) => hidden(whose, WHOSE_SIGN));
}

function hidden(words: string, sign: string): string {
  return words.includes(UNREAD_SIGN) ? words : sign.repeat(words.length);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
