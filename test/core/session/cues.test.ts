// Proves that whoever leads a room for the first time has something to say at every stage, in
// words about what and how, whatever is known of the record so far.

import { emptyFields, type RecordFields } from '@core/record/model';
import { CUE_NAMES, cueFor } from '@core/session/cue-words';
import { CUES, type Cue } from '@core/session/cues';
import { STAGES } from '@core/session/session';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { barrier } from '../record/records';

const FULL: RecordFields = {
  ...emptyFields(),
  title: 'Orders disk hit 94 %',
  trigger: 'Write volume doubled after the migration.',
  harm: 'Checkout down in the evening peak',
  reporter: 'Sam',
  barriers: [
    barrier('Alert at 90 %', { state: 'failed' }),
    barrier('Nightly cleanup job', { state: 'stopped', byDesign: 'no' }),
  ],
  triage: { ...emptyFields().triage, decision: 'investigate' },
};

const allWords = ({ say, listen, quiet, leave }: Cue) => [...say, listen, quiet, leave];
const everyCue = (fields: RecordFields) => STAGES.map((stage) => cueFor(stage, {}, fields));

describe('the cues', () => {
  test.each(STAGES)('of %s are complete', (stage) => {
    const { say } = CUES[stage];
    expect(say.length).toBeGreaterThanOrEqual(2);
    expect(say.length).toBeLessThanOrEqual(3);
    for (const words of allWords(CUES[stage])) expect(words).toMatch(/^\S.*[.?}]$/);
  });

  it('ask what and how, never who and why', () => {
    for (const cue of everyCue(FULL)) {
      const questions = allWords(cue).flatMap((words) => words.match(/[^.?!:]+\?/g) ?? []);
      for (const question of questions) expect(question).not.toMatch(/\b(?:who|whose|why)\b/i);
    }
  });

  it('name the four habits of thought', () => {
    const text = STAGES.map((stage) => CUES[stage].listen).join(' ');
    for (const bias of ['Attribution', 'Confirmation', 'Hindsight', 'Negativity']) {
      expect(text).toContain(bias);
    }
  });
});

describe('a cue', () => {
  it('is in the words of the record', () => {
    expect(cueFor('close', {}, FULL).say[0]).toBe(
      'Without ‘Nightly cleanup job’, what would have noticed next, and how long after?',
    );
    expect(cueFor('opening', {}, FULL).say.slice(0, 2)).toEqual([
      'Thank you, Sam, for raising it. It takes something to bring up what nobody else has seen.',
      'This almost happened: Checkout down in the evening peak. We talk about it as if it had, because next time it may.',
    ]);
    expect(cueFor('read-out', {}, FULL).say).toEqual([
      'I will read what we have written. Please stop me where it is not what you saw.',
      'We have decided: investigate. These are the actions, with their owners and days.',
      'Thank you, Sam, for raising it. What saved us was luck: Nightly cleanup job. Nothing else stopped it.',
    ]);
  });

  it('can be read aloud while nothing is known, and tells no name in confidence', () => {
    for (const cue of everyCue(emptyFields())) {
      for (const words of allWords(cue)) expect(words).not.toMatch(/[{}]| {2}|‘’| [.,:]/);
    }
    expect(cueFor('close', {}, emptyFields()).say[0]).toBe(
      'Without what saved us, what would have noticed next, and how long after?',
    );
    expect(cueFor('opening', {}, emptyFields()).say[0]).toMatch(
      /^Thank you to whoever raised it\./,
    );
  });

  it('is the team’s own where it has one, filled the same way', () => {
    const own = { close: { say: ['{saver} was there. {reporter} saw it in {title}.', '{What}'] } };
    const cue = cueFor('close', own, FULL);
    expect(cue.say).toEqual([
      '‘Nightly cleanup job’ was there. Sam saw it in ‘Orders disk hit 94 %’.',
      '{What}',
    ]);
    expect(cue.listen).toBe(CUES.close.listen);
    expect(cueFor('close', own, emptyFields()).say[0]).toBe(
      'What saved us was there. Whoever raised this saw it in this near miss.',
    );
  });

  it('takes what people wrote as it is', () => {
    const odd = fc.constantFrom(...CUE_NAMES.map((name) => `{${name}}`), '$&', '$1', '{', '“”');
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1 }), (parts) => {
        const title = parts.join('');
        const own = { close: { say: ['In {title}, then.'] } };
        const cue = cueFor('close', own, { ...emptyFields(), title });
        expect(cue.say).toEqual([`In ‘${title}’, then.`]);
      }),
    );
  });
});
