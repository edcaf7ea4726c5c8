// Pieces of the patterns: people, the rest of a clause, past participles. No pattern holds a name:
// before the rules look, all people in a sentence are replaced by runs of a sign (people.ts). That
// keeps names out of the rules, and the rules short and fast.

/** In the place of someone in particular: a known name, a role, he, she, they. */
export const ONE_SIGN = '\uE000';
/** In the place of the room itself, or of people at large: we, I, you, people. */
export const ROOM_SIGN = '\uE001';
/** In the place of his, her, their, my, our, your. */
export const WHOSE_SIGN = '\uE002';
/** In the place of what is not to be read: code, quotations, addresses. */
export const UNREAD_SIGN = '\uFFFC';

/** Someone in particular. */
export const ONE = `${ONE_SIGN}+`;
/** Someone in particular, or the room itself. */
export const SOMEBODY = `[${ONE_SIGN}${ROOM_SIGN}]+`;
/** Anyone who could be meant. */
export const WHO = `(?:${SOMEBODY}|\\bany(?:one|body))`;
/** "Sam's", "the engineer's", "their". */
export const WHOSE = `(?:${ONE_SIGN}+'s?|${WHOSE_SIGN}+)`;

/** Up to two adverbs that change nothing. */
export const SIMPLY =
  '(?: (?:just|simply|really|completely|totally|also|again|then|clearly|obviously|apparently)){0,2}';

/** The rest of the clause: up to a comma, a colon, a bracket, or a clause that begins with but. */
export const REST = '[^,;:()]+?(?= ?(?:$|[,;:()]| (?:but|because|so|while|although) ))';
/** The same, or nothing. */
export const MAYBE_REST = `(?: (?<rest>${REST}))?`;
const THING_END =
  '(?= ?(?:$|[,;:()]| (?:before|after|when|while|during|on|at|in|earlier|sooner|first|by|with|but|because|so|and|although|until|since|months|weeks|days|long)\\b))';
/** What a thing begins with. */
export const DET = `(?:the|an?|this|that|these|those|every|each|all|its?|${WHOSE_SIGN}+)`;
/** A thing: what stands before a word of time, place or manner, or before the clause's end. */
export const THING = `(?:(?:it|this|that|them)${THING_END}|${DET} [^,;:()]+?${THING_END})`;

/** Of verbs that people do, in the passive or after "have". */
export const DONE =
  '(?:\\w{2,}ed|been|begun|bought|brought|built|caught|chosen|come|done|drawn|felt|found|given|gone|got|heard|held|kept|known|left|let|made|meant|met|paid|put|read|run|said|seen|sent|set|shown|shut|spoken|spent|stood|taken|taught|thought|told|understood|woken|written)';
/** Of verbs of noticing. */
export const NOTICED = '(?:noticed|seen|spotted|caught|realised|realized|recognised|recognized)';
