// Rules about a person where a condition belongs: from "who" to "what" and "how".

import type { Rule } from './rule';
import { DET, MAYBE_REST, ONE, REST, SIMPLY, WHO, WHOSE } from './vocabulary';

const MISTAKE =
  '(?:mistakes?|fault|errors?|blunders?|carelessness|negligence|ignorance|oversights?|sloppiness|incompetence|screw-?ups?|lack of (?:attention|care|discipline))' +
  '(?! (?:budgets?|rates?|pages?|messages?|logs?|codes?|counts?|counters?|handling|handlers?|tracking|tracker|reports?|reporting|injection|domains?|tolerance)\\b)';
const CARELESS =
  '(?:careless|sloppy|lazy|negligent|incompetent|reckless|clumsy|stupid|inattentive|complacent|irresponsible|thoughtless)';
const BE = "(?:is|are|was|were|am|'re|'s)";
const NEGLECTED =
  '(?:checked?|tested?|read|followed|follow|verify|verified|ask(?:ed)?|tell|told|communicated?|double-check|think(?: of| about)?|look at|notice|review|warn)';

export const BLAME_RULES: readonly Rule[] = [
  {
    kind: 'blame',
    triggers: ['forg'],
    sees: `(?:${WHO}${SIMPLY} )?(?:has |had |have )?\\bforg(?:ot|ets?|otten) to unmute (?<it>${DET}(?: [\\w-]+){0,2}?)(?:(?<rest>\\s(?:after|before|when|during|on|at|in)\\s${REST})|(?=\\s*(?:$|[,;:()])))`,
    offers: [
      '{it} stayed muted {rest}; nothing prompted anyone to turn it back on',
      '{it} stayed muted; nothing prompted anyone to turn it back on.',
    ],
  },
  {
    kind: 'blame',
    triggers: ['forg'],
    sees: `(?:${WHO}${SIMPLY} )?(?:has |had |have )?\\bforg(?:ot|ets?|otten)(?: to (?<do>${REST})|(?: about)? (?<what>${REST})|\\b)`,
    unless: 'forgot(?:ten)? password',
    offers: [
      'nothing prompted anyone to {do}',
      'nothing brought {what} back to mind',
      'nothing prompted anyone to do it',
    ],
  },
  {
    kind: 'blame',
    triggers: ['mistake', 'fault', 'error', 'blunder', 'oversight', 'negligence', 'screw'],
    sees: `(?:(?:it|this|that) (?:is|was|were) )(?:all |just |simply |clearly |entirely |purely )?${WHOSE} (?:own )?${MISTAKE}(?: that (?<what>${REST}))?`,
    offers: [
      '{what}; what made that possible?',
      'what made this possible, and what let it through?',
    ],
  },
  {
    kind: 'blame',
    triggers: ['mistake', 'fault', 'blunder', 'oversight', 'negligence'],
    sees: `(?<!\\w)(?<what>${DET} [\\w-]+(?: [\\w-]+)??) (?:is|was|were) (?:all |just |simply |clearly |entirely |purely )?${WHOSE} (?:own )?${MISTAKE}`,
    offers: ['what made {what} possible?'],
  },
  {
    kind: 'blame',
    triggers: [
      'mistake',
      'fault',
      'error',
      'blunder',
      'oversight',
      'negligence',
      'screw',
      'carelessness',
      'ignorance',
      'sloppiness',
      'incompetence',
      'lack of',
    ],
    sees: `${WHOSE} (?:own )?(?:\\w+ )?${MISTAKE}`,
    offers: ['a step that was easy to get wrong'],
  },
  {
    kind: 'blame',
    triggers: ['mistake', 'error'],
    sees: `${ONE}${SIMPLY} (?:made|makes) (?:a|an|the|this|another)(?: \\w+)? (?:mistake|error)s?${MAYBE_REST}`,
    offers: ['a step was easy to get wrong {rest}', 'a step was easy to get wrong'],
  },
  {
    kind: 'blame',
    triggers: ['ignor', 'neglect', 'overlook', 'disregard'],
    sees: `${WHO}${SIMPLY} (?:has |had |have )?(?:ignored|ignores?|neglected|overlooked|disregarded) (?<what>${REST})`,
    offers: ['what made {what} easy to pass over?'],
  },
  {
    kind: 'blame',
    triggers: ['caused', 'triggered', 'brought down', 'took down'],
    sees: `${ONE}${SIMPLY} (?:has |had )?(?:caused|triggered|brought down|took down) (?<what>[^,;:()]+?) by (?<by>\\w+ing ${REST})`,
    offers: ['{by} led to {what}; what could have stood in between?'],
  },
  {
    kind: 'blame',
    triggers: [
      'caused',
      'broke',
      'brought down',
      'took down',
      'messed',
      'screwed',
      'botched',
      'mishandled',
      'ruined',
    ],
    sees: `${ONE}${SIMPLY} (?:has |had )?(?:caused|broke|brought down|took down|messed up|screwed up|botched|mishandled|ruined) (?<what>${REST})`,
    offers: ['what made {what} possible, and what let it through?'],
  },
  {
    kind: 'blame',
    triggers: ['bother', 'care', 'attention', 'hard enough'],
    sees: `${WHO}${SIMPLY} (?:(?:did not|didn't|does not|doesn't|do not|don't|could not|couldn't)${SIMPLY} (?:bother|care)|never (?:bothered|cared))(?: enough)? to (?<do>${REST})`,
    offers: ['what would have prompted anyone to {do}?'],
  },
  {
    kind: 'blame',
    triggers: ['attention'],
    sees: `${WHO}${SIMPLY} (?:(?:did not|didn't|was not|were not|wasn't|weren't)${SIMPLY} (?:pay|paying)|paid no|paid little)(?: any| enough| close)? attention(?: to (?<what>${REST}))?${MAYBE_REST}`,
    offers: [
      'what would have made {what} stand out?',
      'what else asked for attention {rest}?',
      'what else asked for attention at that moment?',
    ],
  },
  {
    kind: 'blame',
    triggers: ['down to'],
    sees: `\\b(?:is|was|were|comes?|came)(?: all)? down to ${WHO} not (?<doing>\\w+ing ${REST})`,
    offers: ['became possible because nothing asked for {doing}'],
  },
  {
    kind: 'blame',
    triggers: ['down to', 'because of', 'due to'],
    sees: `\\b(?:(?:is|was|were|comes?|came)(?: all)? down to|(?:only |just |all )?because of|due to) ${ONE}(?!'s?\\b)(?=\\s*(?:$|[,;.]|\\sthat\\b))`,
    offers: ['came of what the work looked like that day'],
  },
  {
    kind: 'blame',
    triggers: ['responsible', 'to blame', 'at fault', 'guilty'],
    sees: `${ONE}(?: (?:alone|himself|herself|themselves))? (?:is|are|was|were) (?:solely |entirely |fully |clearly |the one )?(?:to blame|at fault|guilty|responsible for (?:this|the (?:outage|incident|near miss|mistake|failure|error|mess)))(?: (?:for|of) (?<what>${REST}))?`,
    offers: ['what made {what} possible?', 'what made this possible?'],
  },
  {
    kind: 'blame',
    triggers: ['blame'],
    sees: `(?<!git )(?:${WHO} |let's |must |have to |can only )*\\bblam(?:e|ed|es|ing) (?<whom>${ONE}[^,;:()]*?(?=\\s*(?:$|[,;:()])))`,
    unless: 'nobody|no one|blameless',
    offers: ['how did this look to {whom} at the time?'],
  },
  {
    kind: 'blame',
    triggers: [
      'careless',
      'sloppy',
      'lazy',
      'negligent',
      'incompetent',
      'reckless',
      'clumsy',
      'stupid',
      'inattentive',
      'complacent',
      'irresponsible',
      'thoughtless',
    ],
    sees: `${WHO} ${BE}(?: \\w+)?? (?:too |so |very |a bit |rather |being )?${CARELESS}(?: (?:with|about|in) (?<what>${REST})| (?<rest>when ${REST}))?`,
    offers: [
      'what made {what} easy to get wrong?',
      'what made this easy to get wrong {rest}?',
      'what made this easy to get wrong?',
    ],
  },
  {
    kind: 'blame',
    triggers: ['careless', 'sloppy', 'stupid', 'reckless', 'thoughtless', 'lazy'],
    sees: `\\b(?:an? |the |this |that |some )?(?:careless|sloppy|stupid|reckless|thoughtless|lazy)(?:ly)? (?<what>\\w+)`,
    unless: 'lazy (?:load|loading|evaluation|init|initiali[sz]ation)',
    offers: ['a {what} that was easy to get wrong'],
  },
  {
    kind: 'blame',
    triggers: ['without'],
    sees: `${ONE}${SIMPLY} (?:has |had )?(?<did>\\w+(?:ed|an|ent)(?: [^,;:()]+?)?) without (?:even |first |ever )?(?<doing>(?:checking|testing|reading|asking|telling|thinking|looking|reviewing|verifying|understanding|informing)\\b${REST.replace('+?', '*?')})`,
    offers: ['nothing in the way asked for {doing} first'],
  },
  {
    kind: 'blame',
    triggers: ["didn't", 'did not', 'never'],
    sees: `${ONE}${SIMPLY} (?:did not|didn't|never)${SIMPLY} (?<do>${NEGLECTED}\\b(?:${REST})?)`,
    unless: '\\b(?:because|since|as|until)\\b',
    offers: ['what would have prompted anyone to {do}?'],
  },
  {
    kind: 'blame',
    triggers: [
      'dropped the ball',
      'asleep at',
      'let us down',
      'let the team down',
      'off the ball',
      'eye off',
    ],
    sees: `${WHO}${SIMPLY} (?:has |had |was |were )?(?:dropped the ball|asleep at the wheel|let (?:us|the team|everyone) down|took ${WHOSE} eyes? off [^,;:()]+)`,
    offers: ['what did the work ask of people at that moment?'],
  },
];
