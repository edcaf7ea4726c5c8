// Wording hints: what in a section's words puts it on a person, knows it afterwards, tells luck as
// skill, ends at "human error" or says always, and a rewording in terms of what and how. Offline,
// a function of the text and of who is here; it keeps no name. Nothing is ever changed by it.

import { type Passage, passagesOf, sentencesOf } from './passages';
import { namePattern } from './people';
import { type Readable, readable } from './readable';
import { fitted } from './rewording';
import { HINT_REASONS, type HintKind, type Rule } from './rule';
import { BLAME_RULES } from './rules-blame';
import { HINDSIGHT_RULES } from './rules-hindsight';
import { ABSOLUTE_RULES, HUMAN_ERROR_RULES, LUCK_RULES } from './rules-luck';
import { ONE_SIGN } from './vocabulary';

export interface Hint {
  kind: HintKind;
  /** Where it stands in the text, from the first character to after the last. */
  start: number;
  end: number;
  /** What was seen, as it was written. */
  seen: string;
  /** Follows what was seen: "puts it on a person." */
  why: string;
  /** To read: "the alert stayed muted; nothing prompted anyone to turn it back on." */
  rewording: string;
  /** What to put in its place to accept it; null where that would break a mark of emphasis. */
  edit: { start: number; end: number; text: string } | null;
}

const RULES: readonly Rule[] = [
  ...HUMAN_ERROR_RULES,
  ...BLAME_RULES,
  ...HINDSIGHT_RULES,
  ...LUCK_RULES,
  ...ABSOLUTE_RULES,
];

/** The rules by trigger. A trigger that begins with a shorter one is found by that. */
const BY_TRIGGER = rulesByTrigger();
const ANY_TRIGGER = new RegExp(`\\b(?:${[...BY_TRIGGER.keys()].join('|')})`, 'i');
/** At every word, so that no trigger hides another that begins inside it. */
const TRIGGERS = new RegExp(`\\b(?=(${[...BY_TRIGGER.keys()].join('|')}))`, 'g');

function rulesByTrigger(): ReadonlyMap<string, readonly Rule[]> {
  const all = [...new Set(RULES.flatMap(({ triggers }) => triggers))];
  const short = all.filter((word) => !all.some((o) => o !== word && word.startsWith(o)));
  return new Map(
    short.map((word) => [
      word,
      RULES.filter(({ triggers }) => triggers.some((other) => other.startsWith(word))),
    ]),
  );
}

interface Pattern {
  sees: RegExp;
  unless: RegExp | null;
}

/** Made when a rule is first tried: most never are. */
const PATTERNS = new Map<Rule, Pattern>();

function patternOf(rule: Rule): Pattern {
  const known = PATTERNS.get(rule);
  if (known) return known;
  const unless = rule.unless === undefined ? null : new RegExp(rule.unless);
  const made = { sees: new RegExp(rule.sees, 'dg'), unless };
  PATTERNS.set(rule, made);
  return made;
}

/** Reads texts one after another; what has not changed since the last one is not read again. */
export interface HintReader {
  read(markdown: string): Hint[];
}

/** The hints of a text, in its order, none overlapping. `people` are names of who is here. */
export function findHints(markdown: string, people: readonly string[]): Hint[] {
  return hintReader(people).read(markdown);
}

/** A reader for as long as the same people are here; forgotten with what holds it. */
export function hintReader(people: readonly string[]): HintReader {
  const names = namePattern(people);
  let known = new Map<string, readonly Hint[]>();
  return {
    read(markdown) {
      const now = new Map<string, readonly Hint[]>();
      const hints = passagesOf(markdown).flatMap(({ start, text }: Passage) => {
        const found = known.get(text) ?? readPassage(text, names);
        now.set(text, found);
        return found.map((hint) => moved(hint, start));
      });
      known = now;
      return hints;
    },
  };
}

function readPassage(passage: string, names: RegExp | null): Hint[] {
  if (!ANY_TRIGGER.test(passage)) return [];
  return sentencesOf(passage).flatMap(({ start, end }) => {
    const source = passage.slice(start, end).replace(/[.!?…]+$/, '');
    if (!ANY_TRIGGER.test(source)) return [];
    const hints = readSentence(readable(source, names), passage.slice(start, end));
    return hints.map((hint) => moved(hint, start));
  });
}

/** `source` is what stands there, from the sentence's beginning on. */
function readSentence(sentence: Readable, source: string): Hint[] {
  const found = [...sentence.masked.matchAll(TRIGGERS)].map(([, word = '']) => word);
  if (found.length === 0) return [];
  const rules = new Set(found.flatMap((word) => BY_TRIGGER.get(word) ?? []));
  const hints: Hint[] = [];
  for (const rule of RULES) {
    if (!rules.has(rule)) continue;
    const { sees, unless } = patternOf(rule);
    for (const match of sentence.masked.matchAll(sees)) {
      if (unless?.test(sentence.masked.slice(match.index))) continue;
      const hint = hintOf(sentence, source, rule, match);
      if (!hints.some((other) => hint.start < other.end && other.start < hint.end)) {
        hints.push(hint);
      }
    }
  }
  return hints.sort((a, b) => a.start - b.start);
}

function hintOf(sentence: Readable, source: string, rule: Rule, match: RegExpExecArray): Hint {
  const { plain, at } = sentence;
  const from = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
  const to = match.index + match[0].trimEnd().length;
  const start = at[from] ?? 0;
  const end = (at[to - 1] ?? source.length - 1) + 1;
  const rewording = filled(rule.offers, (group) => {
    const range = match.indices?.groups?.[group];
    return range ? inside(sentence, ...range) : '';
  });
  return {
    kind: rule.kind,
    start,
    end,
    seen: plain.slice(from, to),
    why: HINT_REASONS[rule.kind],
    rewording,
    edit: fitted(source, start, end, rewording),
  };
}

/** Words of the sentence as they stand inside another: without the capital it begins with. */
function inside({ plain, masked }: Readable, from: number, to: number): string {
  const words = plain.slice(from, to).trim();
  const begins = /^\W*$/.test(masked.slice(0, from));
  const isName = masked.startsWith(ONE_SIGN, from) && !NO_NAME.test(words);
  return begins && !isName && /^\p{Lu}(?:\p{Ll}|\s)/u.test(words) && !/^I\s/.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}

/** Someone in particular, told by another word than a name. */
const NO_NAME = /^(?:they|he|she|the|an?|one|some|another|this|that|two|both|who)/i;

/** The first wording whose every group has been seen. */
function filled(offers: readonly string[], group: (name: string) => string): string {
  for (const offer of offers) {
    const words = offer.replace(/\{(\w+)\}/g, (_whole, name: string) => group(name) || '\0');
    if (!words.includes('\0')) return words;
  }
  return offers.at(-1) ?? '';
}

function moved(hint: Hint, by: number): Hint {
  const { edit } = hint;
  return {
    ...hint,
    start: hint.start + by,
    end: hint.end + by,
    edit: edit && { ...edit, start: edit.start + by, end: edit.end + by },
  };
}
