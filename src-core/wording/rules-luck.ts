// Rules about luck told as skill, about "human error", and about absolute words.

import type { Rule } from './rule';
import { DET, MAYBE_REST, REST, SIMPLY, THING, WHO, WHOSE } from './vocabulary';

const SKILL =
  '(?:quick|fast|swift|alert|vigilant|attentive|sharp|careful|experienced|prepared|professional|on it|on top of it)';
const SKILLS =
  '(?:reactions?|response|thinking|action|experience|expertise|vigilance|skills?|diligence|alertness|attentiveness|instincts?|work|teamwork|effort|efforts|monitoring skills)';

export const LUCK_RULES: readonly Rule[] = [
  {
    kind: 'luck',
    triggers: ['fortunately', 'luckily', 'thankfully'],
    sees: `(?<!\\bun)\\b(?:fortunately|luckily|thankfully),? (?<what>(?:${WHO}|${WHOSE} ${SKILLS}) ${REST})`,
    offers: ['it was luck that {what}; what would have caught it otherwise?'],
  },
  {
    kind: 'luck',
    triggers: ['thanks to', 'due to', 'because of'],
    sees: `\\b(?:thanks to|due to|because of) (?:${WHOSE}|the|some|a bit of)(?: [\\w-]+)?? ?(?:${SKILLS})\\b(?: (?:of|by) ${WHO})?`,
    unless: '(?:response|work) (?:time|code|size|body|header|queue|item|load)',
    offers: ['because someone happened to be there'],
  },
  {
    kind: 'luck',
    triggers: ['handled', 'dealt with', 'managed'],
    sees: `${WHO}${SIMPLY} (?:handled|managed|dealt with) (?:it|that|this|the (?:situation|incident|problem|near miss|whole thing))(?: (?:very |really |so |pretty )?(?:well|fine|quickly|smoothly|nicely|perfectly|calmly|professionally|like pros))?`,
    offers: ['what stopped it, and was it built for that?'],
  },
  {
    kind: 'luck',
    triggers: ['in the end', 'ended well', 'all good', 'went fine', 'worked out', 'all well'],
    sees: `\\b(?:in the end,? )?(?:it|this|that|everything|all|things) (?:was|were|went|ended|ended up|turned out|came out|worked out|is)(?: (?:just |all |to be |perfectly )?(?:fine|well|okay|ok|good|right|alright))?(?: in the end)?\\b`,
    unless:
      '^(?:in the end,? )?(?:it|this|that|everything|all|things) (?:was|were|went|ended|ended up|turned out|came out|is)(?! (?:just |all |to be |perfectly )?(?:fine|well|okay|ok|good|alright))',
    offers: ['what made it end this way, and was that by design?'],
  },
  {
    kind: 'luck',
    triggers: ['harm', 'nothing came', 'nothing happened', 'nothing bad', 'big deal', 'no damage'],
    sees: `\\b(?:no (?:real )?(?:harm|damage) (?:was )?done|nothing (?:really |bad |serious )?(?:came of it|happened)|no big deal|not a big deal)\\b`,
    unless: 'nothing (?:really )?happened (?:to|on|in|when|after|for|until)',
    offers: ['what kept it from doing harm?'],
  },
  {
    kind: 'luck',
    triggers: [
      'saved the day',
      'hero',
      'quick thinking',
      'on the ball',
      'under control',
      'great work',
      'great job',
      'good job',
      'excellent',
      'teamwork',
      'well done',
    ],
    sees: `(?:(?:${WHO}|${WHOSE}(?: [\\w-]+)?? ${SKILLS}) )(?:had (?:it|this|everything|the situation) under control|(?:were|was) on the ball|saved (?:the day|us|it)|did an? (?:great|excellent|good|amazing|fantastic) job|(?:was|were|is|are) (?:an? |the |real )*hero(?:es)?)\\b`,
    offers: ['what put it in front of someone in time, and was that by chance?'],
  },
  {
    kind: 'luck',
    triggers: ['great', 'excellent', 'quick', 'good', 'amazing', 'fantastic'],
    sees: `(?:${WHOSE} |\\b(?:some|the|a bit of) )?\\b(?:great|excellent|quick|good|amazing|fantastic) (?:teamwork|thinking|job|reflexes|instincts?)\\b`,
    offers: ['someone who happened to be there'],
  },
  {
    kind: 'luck',
    triggers: [
      'quick',
      'fast',
      'swift',
      'alert',
      'vigilant',
      'attentive',
      'sharp',
      'on it',
      'experienced',
      'prepared',
      'on top',
    ],
    sees: `${WHO} (?:was|were) (?:very |so |really |just |luckily |quick and )*${SKILL}(?: enough)?(?:(?: to | and )(?<do>${REST}))?(?=\\s*(?:$|[,;:()]|\\s\\w))`,
    unless: 'prepared (?:for|the)|alerted',
    offers: ['what made it visible in time, and was that by chance?'],
  },
  {
    kind: 'luck',
    triggers: ['just in time', 'in time'],
    sees: `${WHO}${SIMPLY} (?:caught|spotted|noticed|fixed|stopped|saved|reacted|acted|responded)(?: ${THING})?(?: just)? in time`,
    offers: ['what put it in front of someone in time, and was that by chance?'],
  },
  {
    kind: 'luck',
    triggers: ['quickly', 'immediately', 'swiftly', 'right away', 'promptly'],
    sees: `${WHO}${SIMPLY} (?:quickly|immediately|swiftly|promptly) (?:reacted|acted|responded|fixed|solved|resolved|spotted|noticed|caught|saved|recognised|realised)(?: ${REST})?|${WHO} (?:reacted|acted|responded) (?:very |so |really )?(?:quickly|immediately|swiftly|promptly|right away)${MAYBE_REST}`,
    offers: ['what made it visible in time, and was that by chance?'],
  },
];

export const HUMAN_ERROR_RULES: readonly Rule[] = [
  {
    kind: 'human error',
    triggers: [
      'human',
      'operator',
      'user',
      'manual',
      'pilot',
      'finger',
      'typing',
      'admin',
      'engineer',
      'people',
    ],
    sees: `\\b(?:an? (?:\\w+ )?case of )?(?:an? |the |some |just |simple |pure |plain |classic |typical |another )*(?:human|operator|user|manual|pilot|finger|typing|admin|engineer) (?:errors?|mistakes?|failures?|slips?)\\b(?! (?:messages?|rates?|pages?|logs?|codes?|budgets?|screens?|reports?|counts?|handling|handlers?|class|classes|types?|states?|metrics?|tickets?|analysis|reporting|strings?|text|banner)\\b)`,
    unless:
      '(?:called|as|labelled|filed under|category|cause) (?:of )?human error|\\b(?:are|is) (?:shown|logged|returned|counted|reported|mapped)',
    offers: ['a step that was easy to get wrong'],
  },
  {
    kind: 'human error',
    triggers: ['fat-finger', 'fat finger', 'pebkac', 'human factor'],
    sees: `(?:${WHO} )?\\b(?:fat[- ]fingered (?<what>${REST})|fat[- ]finger(?:ed|s|ing)?|pebkac|the human factor)`,
    offers: ['what made {what} easy to get wrong?', 'a step that was easy to get wrong'],
  },
];

const VERB =
  '(?!(?:be|been|began|bought|broke|brought|built|came|caught|chose|cut|did|drew|drove|fell|felt|found|gave|got|had|has|heard|held|hit|kept|knew|left|let|lost|made|meant|met|paid|put|ran|read|said|saw|seen|sent|set|showed|spent|spoke|stood|taught|thought|told|took|understood|was|went|were|woke|wrote)\\b|\\w+ed\\b)[a-z]+';

export const ABSOLUTE_RULES: readonly Rule[] = [
  {
    kind: 'absolute',
    triggers: ['everyone', 'everybody', 'nobody', 'no one', 'all of us', 'anyone'],
    sees: `\\b(?:everyone|everybody|all of us|anyone)(?: on the team| here| in the team)? (?:knows?|knew|agrees?|agreed|understands?|understood)(?: (?:that )?(?<what>${REST}))?`,
    unless: '^anyone (?:agree|know|understand)\\b|knew (?:of|about)',
    offers: ['what shows that {what}?', 'what shows it?'],
  },
  {
    kind: 'absolute',
    triggers: ['nobody', 'no one', 'no-one'],
    sees: `\\b(?:nobody|no one|no-one) ever (?:reads?|checks?|looks? at|tests?|uses?|updates?|opens?|reviews?|watches|follows?) (?<what>${REST})`,
    offers: ['when did anyone last look at {what}?'],
  },
  {
    kind: 'absolute',
    triggers: ['nobody', 'no one', 'no-one'],
    sees: `\\b(?:nobody|no one|no-one) (?:ever |really |actually )?(?:cares|understands)(?: (?:that |about )?(?<what>${REST}))?`,
    offers: ['what is known of {what}?', 'what is known of it?'],
  },
  {
    kind: 'absolute',
    triggers: ['always', 'never'],
    sees: `(?<who>${WHO}) (?:has|have) always (?<done>\\w+(?:ed|ne|wn|en|ade))(?: (?<what>${REST}))?`,
    offers: ['how often have {who} {done} {what}?', 'how often have {who} {done}?'],
  },
  {
    kind: 'absolute',
    triggers: ['always', 'never'],
    sees: `(?<who>${WHO})(?:'ll| will| would| do| just)? (?:always|never)(?: ever)? (?<do>${VERB}\\b(?: ${REST})?)`,
    offers: ['how often do {who} {do}?'],
  },
  {
    kind: 'absolute',
    triggers: ['always', 'never'],
    sees: `(?<who>${WHO}) (?:always|never)(?: ever)? (?<do>${VERB}\\b(?: ${REST})?)`,
    offers: ['how often is it that {who} {do}?'],
  },
  {
    kind: 'absolute',
    triggers: ['always'],
    sees: `${WHO} always (?:\\w+ed)\\b(?: ${REST})?`,
    offers: ['how often, and how do we know?'],
  },
  {
    kind: 'absolute',
    triggers: ['never'],
    sees: `(?<it>\\b(?:this|it|that|such a thing|${DET} [\\w-]+(?: [\\w-]+)??)) (?:can |could |will |would |should |simply )*never(?: ever)? (?<do>happen|fail|break|go wrong|occur|crash|go down)(?:s|es)?\\b(?! over| back)(?<rest>\\s${REST})?`,
    unless: 'never (?:ever )?happens? again',
    offers: ['what would it take for {it} to {do} {rest}?', 'what would it take for {it} to {do}?'],
  },
  {
    kind: 'absolute',
    triggers: ['always'],
    sees: `(?<it>\\b(?:this|it|that|${DET} [\\w-]+(?: [\\w-]+)??)) (?:has |have )?always (?:just )?(?:works?|worked|been fine|been (?:like this|this way|safe|reliable)|succeeds?)(?:${REST})?`,
    offers: ['when did anyone last see {it} work?'],
  },
  {
    kind: 'absolute',
    triggers: [
      'safe',
      'reliable',
      'impossible',
      'no way',
      'no risk',
      'zero risk',
      'guaranteed',
      'foolproof',
      'bulletproof',
    ],
    sees: `\\b(?<it>it|this|that|${DET} [\\w-]+(?: [\\w-]+)??) (?:is|was|are) (?<how>(?:completely|perfectly|totally|absolutely|100 ?%|always) (?:safe|reliable|fine|secure)|foolproof|bulletproof)`,
    offers: ['how do we know that {it} is {how}?'],
  },
  {
    kind: 'absolute',
    triggers: [
      'every single time',
      'nothing ever',
      'no way that',
      'could not possibly',
      "couldn't possibly",
      'every time',
    ],
    sees: `\\b(?:every single time|nothing ever (?:goes wrong|happens|breaks|fails)|there (?:is|was) no way (?:that )?(?:this|it)[^,;:()]*|(?:could not|couldn't|cannot|can't) possibly (?:happen|fail|break|go wrong))`,
    offers: ['how often, and how do we know?'],
  },
];
