// A cue in the words of one record: what saved it, who raised it, what set it off. What is not
// known yet is paraphrased, so that every sentence can be read aloud at any time.

import { saverIndex } from '../record/ladder';
import type { RecordFields } from '../record/model';
import { CUES, type Cue, type OwnCues } from './cues';
import type { Stage } from './session';
import { thanksTo, thanksToSaver } from './thanks';

/** Names that may stand in braces in a cue, for the explanation in close-call.yml. */
export const CUE_NAMES = [
  'title',
  'trigger',
  'harm',
  'saver',
  'reporter',
  'thanks',
  'thanksToSaver',
  'decision',
] as const;
type CueName = (typeof CUE_NAMES)[number];

/** The cue of a stage: the team's own words where it has some, filled from the record. */
export function cueFor(stage: Stage, own: OwnCues, fields: RecordFields): Cue {
  const words = cueWords(fields);
  const { say, listen, quiet, leave } = { ...CUES[stage], ...own[stage] };
  const fill = (text: string) => filled(text, words);
  return { say: say.map(fill), listen: fill(listen), quiet: fill(quiet), leave: fill(leave) };
}

function cueWords(fields: RecordFields): Record<CueName, string> {
  const saver = fields.barriers[saverIndex(fields.barriers)]?.name.trim() ?? '';
  const { decision } = fields.triage;
  return {
    title: quoted(fields.title) || 'this near miss',
    trigger: asPart(fields.trigger) || 'nothing yet',
    harm: asPart(fields.harm) || 'something that people would have felt',
    saver: quoted(saver) || 'what saved us',
    reporter: fields.reporter.trim() || 'whoever raised this',
    thanks: thanksTo(fields.reporter),
    thanksToSaver: thanksToSaver(fields.barriers) || 'What saved us has no name yet.',
    decision: decision ? `We have decided: ${decision}.` : 'There is no decision yet.',
  };
}

/** In single marks: the cue itself stands in double ones. */
function quoted(words: string): string {
  return words.trim() && `‘${words.trim()}’`;
}

/** As part of a sentence that brings its own full stop. */
function asPart(words: string): string {
  return words.trim().replace(/[.\s]+$/, '');
}

/** Unknown names in braces stay as they are. A name that begins a sentence begins with a capital. */
function filled(text: string, words: Record<CueName, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string, offset: number) => {
    if (!Object.hasOwn(words, name)) return whole;
    const word = words[name as CueName];
    const begins = /(?:^|[.!?] )$/.test(text.slice(0, offset));
    return begins ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
}
