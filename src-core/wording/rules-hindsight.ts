// Rules about knowing it afterwards: from "should have" to what could be seen then.

import type { Rule } from './rule';
import {
  DET,
  DONE,
  MAYBE_REST,
  NOTICED,
  ONE,
  REST,
  SIMPLY,
  SOMEBODY,
  THING,
  WHO,
} from './vocabulary';

const SHOULD = "(?:should|ought to|shouldn't|should not|needed to)(?:'ve| have|ve)";

export const HINDSIGHT_RULES: readonly Rule[] = [
  {
    kind: 'hindsight',
    triggers: ['should', 'ought to'],
    sees: `${WHO}${SIMPLY} ${SHOULD}(?: \\w+ly)? ${NOTICED}(?: (?:that )?(?<what>${REST}))?`,
    offers: ['what would have made {what} noticeable?', 'what would have made it noticeable?'],
  },
  {
    kind: 'hindsight',
    triggers: ['should', 'ought to'],
    sees: `${WHO}${SIMPLY} ${SHOULD}(?: \\w+)?? known(?: that)?(?: (?<what>(?!better)${REST}))?`,
    offers: ['what would have shown that {what}?', 'what would have made it known?'],
  },
  {
    kind: 'hindsight',
    triggers: ['should', 'ought to'],
    sees: `(?:${WHO})${SIMPLY} ${SHOULD}(?: \\w+ly| just| at least| first)?? (?<done>${DONE}) (?<what>${THING})(?<rest>\\s${REST})?`,
    offers: [
      'what would have led to {what} being {done} {rest}?',
      'what would have led to {what} being {done}?',
    ],
  },
  {
    kind: 'hindsight',
    triggers: ['should', 'ought to'],
    sees: `${WHO}${SIMPLY} ${SHOULD}(?: \\w+ly| just| at least| first)?? (?<done>${DONE})\\b(?:${REST})?`,
    offers: ['what would have prompted that at the time?'],
  },
  {
    kind: 'hindsight',
    triggers: ['should', 'ought to'],
    sees: `(?<what>(?<![\\w])${DET}(?: [\\w-]+){0,4}?) ${SHOULD}(?: \\w+ly| simply| just)?? been(?: \\w+ly)?? (?<done>${DONE})(?<rest>\\s${REST})?`,
    offers: [
      'what would have led to {what} being {done} {rest}?',
      'what would have led to {what} being {done}?',
    ],
  },
  {
    kind: 'hindsight',
    triggers: ['should', 'ought to'],
    sees: `\\b${SHOULD}(?: \\w+ly)?? been (?:obvious|clear|easy|noticed)(?: (?:that|to) (?<what>${REST}))?`,
    offers: [
      'what would have shown that {what}?',
      'was to be seen only later: what would have shown it then?',
    ],
  },
  {
    kind: 'hindsight',
    triggers: ['obvious'],
    sees: `\\b(?:it|this|that) (?:is|was|has been|had been|seems|seemed)(?: so| quite| pretty| very| always| really| rather| all too)? obvious(?: (?:to (?:everyone|anyone|us|all) )?that (?<what>${REST})| (?:from|in) (?<where>${REST}))?`,
    offers: [
      'what showed at the time that {what}?',
      'what did {where} show at the time?',
      'what showed it at the time?',
    ],
  },
  {
    kind: 'hindsight',
    triggers: ['obviously'],
    sees: `(?<!\\b(?:not|less|isn't|wasn't|as|more) )\\bobviously,? (?<what>${REST})`,
    offers: ['what showed at the time that {what}?'],
  },
  {
    kind: 'hindsight',
    triggers: ['obvious'],
    sees: `\\b(?:an |the |such an |all the |so many )?(?<!\\b(?:no|not|less|any|not an|no such) )obvious (?<what>mistakes?|signs?|flaws?|risks?|problems?|bugs?|errors?|causes?|dangers?|gaps?|warnings?)`,
    offers: ['{what} that can be seen now'],
  },
  {
    kind: 'hindsight',
    triggers: ['missed', 'misread', 'misjudged', 'underestimated', 'did not see', "didn't see"],
    sees: `${WHO}${SIMPLY} (?:have |has |had )?(?:missed|misread|misjudged|underestimated) (?<what>(?:the|all|every|this|that|an?|its?|such)\\b[^,;:()]*\\b(?:signs?|warnings?|alerts?|alarms?|clues?|hints?|pages?|risks?|bugs?|problems?|regressions?|signals?|symptoms?|mistakes?)\\b)`,
    offers: ['what made {what} hard to see at the time?'],
  },
  {
    kind: 'hindsight',
    triggers: ['clearly'],
    sees: `(?:^clearly,?|\\b(?:${WHO}|it|this|that) (?:was |were |had )?clearly) (?<what>${REST})`,
    offers: ['what showed at the time that {what}?'],
  },
  {
    kind: 'hindsight',
    triggers: ['fail'],
    sees: `${WHO}${SIMPLY} (?:have |has |had )?fail(?:ed|s|ing)? to (?<do>${REST})`,
    offers: ['what would have made it possible to {do}?'],
  },
  {
    kind: 'hindsight',
    triggers: ['could', 'would', 'might'],
    sees: `(?<!\\w)${DET}(?: [\\w-]+){0,4}? (?:could|would|might)(?: so)?(?: easily| simply| just)?(?:'ve| have)(?: so)?(?: easily| simply| just| all)?(?: been)?(?: easily| simply)? (?<done>avoided|prevented|caught|stopped|noticed|spotted|foreseen|averted)(?: (?:so |quite )?easily)?(?: (?:with|by|through|if \\w+ had(?: \\w+ed)?) (?<what>${REST}))?`,
    unless:
      'would (?:not )?have (?!been)|could have (?:caught|stopped|noticed|spotted|prevented|avoided) (?:it|this|the)',
    offers: ['what would have put {what} in the way?', 'what could have stood in the way?'],
  },
  {
    kind: 'hindsight',
    triggers: ['could'],
    sees: `${SOMEBODY} could(?: so)?(?: easily| simply| just)?(?:'ve| have)(?: so)?(?: easily| simply| just)? (?<done>${NOTICED}|acted|asked|averted|avoided|checked|fixed|found|known|paged|prevented|reviewed|reverted|stopped|tested|told|verified|warned)\\b(?: (?<what>${THING})(?<rest> ${REST})?| ${REST})?`,
    offers: [
      'what would have led to {what} being {done} {rest}?',
      'what would have led to {what} being {done}?',
      'what would have prompted that at the time?',
    ],
  },
  {
    kind: 'hindsight',
    triggers: ['hindsight', 'retrospect', 'looking back'],
    sees: `\\b(?:(?:in|with)(?: the benefit of)? (?:hindsight|retrospect)|looking back),? (?<what>${REST})`,
    offers: ['{what}; how did it look at the time?'],
  },
  {
    kind: 'hindsight',
    triggers: ['hindsight', 'retrospect'],
    sees: `\\b(?:in|with) (?:hindsight|retrospect)\\b`,
    offers: ['as far as could be seen then'],
  },
  {
    kind: 'hindsight',
    triggers: [
      'writing was on',
      'signs were',
      'matter of time',
      'waiting to happen',
      'bound to',
      'had it coming',
    ],
    sees: `(?:\\bthe writing was on the wall|\\b(?:all )?the (?:warning )?signs were (?:all )?there|\\b(?:it|this|that) was (?:only |just )?a matter of time|(?:(?<!\\w)${DET}(?: [\\w-]+){0,4}? (?:was|were) )?(?:just |only )?(?:an? \\w+ )?waiting to happen|(?<!\\w)${DET}(?: [\\w-]+){0,4}? (?:was|were) bound to (?:happen|fail|break|go wrong))`,
    offers: ['what could be seen of it at the time?'],
  },
  {
    kind: 'hindsight',
    triggers: ['if only'],
    sees: `\\bif only (?<who>${WHO}|nobody|no one) had (?<done>${REST})`,
    offers: ['nobody had {done}; what would have prompted it?'],
  },
  {
    kind: 'hindsight',
    triggers: ['if only'],
    sees: `\\bif only (?:${DET}|there|${WHO}) [^,;:()]*?\\b(?:had|were|was|would)\\b(?:${REST})?`,
    offers: ['what would have made that likely at the time?'],
  },
  {
    kind: 'hindsight',
    triggers: ['would have', 'could have', "would've", 'should have', 'can see'],
    sees: `\\b(?:anyone|anybody|everyone|everybody|any (?:\\w+ ){0,2}(?:engineer|developer|operator|person|team|reviewer))(?: with \\w+)? (?:would|could|should|must)(?:'ve| have)(?: easily)? (?:${NOTICED}|known)(?: (?:that )?(?<what>${REST}))?`,
    offers: ['what made {what} hard to see at the time?', 'what made it hard to see at the time?'],
  },
  {
    kind: 'hindsight',
    triggers: ['how could', 'how did'],
    sees: `\\bhow (?:could|can|did) (?:${WHO}|nobody|no one)(?: possibly| ever)? (?:not |be so |miss |overlook |let )(?<what>${REST})`,
    offers: ['how did it make sense at the time?'],
  },
  {
    kind: 'hindsight',
    triggers: ['why did'],
    sees: `\\bwhy (?:did not|didn't|did)(?: (?<who>anyone|anybody))?(?: ${WHO}| nobody| no one)? (?:not )?(?<do>(?!${DET} )[a-z]${REST})`,
    offers: ['what would have prompted anyone to {do}?'],
  },
  {
    kind: 'hindsight',
    triggers: ['had to do'],
    sees: `\\ball (?:that )?${WHO} had to do was (?:to )?(?<do>${REST})`,
    offers: ['what would have prompted anyone to {do}?'],
  },
  {
    kind: 'hindsight',
    triggers: ['common sense', 'should know better', 'known better'],
    sees: `(?:${ONE}|\\bit (?:is|was)|\\b) ?(?:just |simply |plain )?(?:should (?:have )?know(?:n)? better|common sense)${MAYBE_REST}`,
    offers: ['what was known at the time?'],
  },
];
