// Pieces of the patterns: people, the rest of a clause, past participles. Names of people are
// never in a pattern: before the rules look, each known name in the text is replaced by a run of
// one sign (passages.ts), and that sign stands for "someone we know".

/** In the place of each letter of a known name. */
export const NAME_SIGN = '\uE000';
/** In the place of what is not to be read: code, quotations, addresses. */
export const UNREAD_SIGN = '\uFFFC';

const NAME = `${NAME_SIGN}+`;
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
  'interns?',
  'juniors?',
  'leads?',
  'maintainers?',
  'managers?',
  'newcomers?',
  'on-call(?:er)?s?',
  'operators?',
  'owners?',
  'people',
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
const ROLE =
  `(?:(?:the|our|an?|one of (?:the|our)|some|another|this|that|their|my|two|both)\\s+)` +
  `(?:[\\w-]+\\s+){0,2}?(?:${ROLES})\\b(?!['-])`;
const OF_TEAM = '(?:\\s+(?:on|from|in|of)\\s+(?:the\\s+)?[\\w-]+(?:\\s+team)?)?';
const SOMEONE = `(?:someone|somebody)${OF_TEAM}`;

/** Someone in particular: a known name, a role, "someone on the platform team", he, she, they. */
export const ONE = `(?:${NAME}|\\b(?:he|she|they|${SOMEONE}|whoever(?:\\s+\\w+){1,3}?|${ROLE}${OF_TEAM}))`;
/** Anyone who could be meant, also the room itself. */
export const WHO = `(?:${ONE}|\\b(?:we|i|you|people|all of us|anyone|anybody))`;
/** "Sam's", "their", "the engineer's". */
export const WHOSE = `(?:${NAME}'s?|\\b(?:his|her|their|my|our|your|${ROLE.replace("(?!['-])", '')}'s?))`;

/** Up to two adverbs that change nothing. */
export const SIMPLY =
  '(?:\\s+(?:just|simply|really|completely|totally|also|again|then|clearly|obviously|apparently)){0,2}';

/** The rest of the clause: up to a comma, a colon, a bracket, or a clause that begins with but. */
export const REST = '[^,;:()]+?(?=\\s*(?:$|[,;:()]|\\s(?:but|because|so|while|although)\\s))';
/** The same, or nothing. */
export const MAYBE_REST = `(?:\\s+(?<rest>${REST}))?`;
/** A thing: what stands before a word of time, place or manner, or before the clause's end. */
export const THING =
  '[^,;:()]+?(?=\\s*(?:$|[,;:()]|\\s(?:before|after|when|while|during|on|at|in|earlier|sooner|first|by|with|but|because|so|and|although|until|since)\\b))';

/** Of verbs that people do, in the passive or after "have". */
export const DONE =
  '(?:\\w{2,}ed|been|begun|bought|brought|built|caught|chosen|come|done|drawn|felt|found|given|gone|got|heard|held|kept|known|left|let|made|meant|met|paid|put|read|run|said|seen|sent|set|shown|shut|spoken|spent|stood|taken|taught|thought|told|understood|woken|written)';
/** Of verbs of noticing. */
export const NOTICED = '(?:noticed|seen|spotted|caught|realised|realized|recognised|recognized)';
