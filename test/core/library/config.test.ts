// Proves that close-call.yml is read as far as it can be, that what could not be used is said,
// and that nothing in it keeps a library from opening.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultConfig, newConfigText, readConfig } from '@core/library/config';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { SAMPLE_LIBRARY } from '../../fixtures/sample-records';
import { anyText } from '../record/arbitrary';

describe('close-call.yml', () => {
  it('of the sample library says what it says', () => {
    const source = readFileSync(path.join(SAMPLE_LIBRARY, 'close-call.yml'), 'utf8');
    const config = readConfig(source, 'x');
    expect(config).toEqual({
      ...defaultConfig('Payments near misses'),
      services: expect.arrayContaining(['orders-db', 'search']),
      handbook: 'docs/near-misses',
    });
    expect(config.services).toHaveLength(12);
    expect(readConfig(`\uFEFF${source.replace(/\n/g, '\r\n')}`, 'x')).toEqual(config);
  });

  it('that is new says the defaults and the name it was given', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const expected = name.trim() === '' ? 'fallback' : name.trim();
        expect(readConfig(newConfigText(name), 'fallback')).toEqual(defaultConfig(expected));
      }),
    );
  });

  it('may change everything', () => {
    const config = readConfig(
      'name: N\nservices:\n  - a\n  -\nhandbook: h\nseverity: { severe: very }\nrecurrence: { almost certain: daily }\n' +
        'bands: { act now: 20, investigate: 5 }\nsession: { opening: 1, story: 7.5 }\nx: y',
      'x',
    );
    expect(config).toMatchObject({
      name: 'N',
      services: ['a'],
      handbook: 'h',
      severity: { severe: 'very', minor: 'a few people are slowed' },
      recurrence: { 'almost certain': 'daily', rare: 'once in years' },
      bands: { actNow: 20, investigate: 5 },
      boxes: { opening: 1, story: 7.5, saved: 4 },
      problems: [],
    });
  });

  test.each([
    ['', []],
    ['# nothing\n', []],
    ['name:\nservices:\nbands:\nsession:\nhandbook: " "', []],
    ['just text', ['close-call.yml']],
    ['- a', ['close-call.yml']],
    ['services: a', ['services']],
    ['services: [{ a: b }]', ['services']],
    ['name: [a]\nhandbook: { a: b }', ['name', 'handbook']],
    ['bands: 15', ['bands']],
    ['session: [1, 2]\nseverity: bad\nrecurrence: []', ['severity', 'recurrence', 'session']],
    ['bands: { act now: 26, investigate: many }', ['act now', 'investigate']],
    ['bands: { act now: 1.5 }', ['act now']],
    [
      'session: { opening: 0, story: -1, saved: 601, close: x }',
      ['opening', 'story', 'saved', 'close'],
    ],
  ])('%j falls back where it must, and says so', (source, names) => {
    const { problems, ...config } = readConfig(source, 'x');
    expect(problems).toEqual(
      names.map((name) =>
        expect.stringMatching(
          `^close-call.yml: “${name}” could not be used, so the default stands in$`,
        ),
      ),
    );
    expect({ ...config, problems: [] }).toEqual(defaultConfig('x'));
  });

  test.each([
    ['name: "open', 1, 'is not valid YAML'],
    ['name: a\nname: b', 2, 'says “name” twice'],
    ['name: a\nbands: !x y', 2, 'uses a YAML tag'],
    ['a: '.padEnd(200_000, '['), 1, '128 KiB'],
    ['a: '.padEnd(20_000, '['), 1, 'too deeply'],
  ])('%j stands aside', (source, line, reason) => {
    const { problems, ...config } = readConfig(source, 'x');
    expect(problems).toEqual([
      expect.stringMatching(`^close-call.yml, line ${line}: The file .*${reason}`),
    ]);
    expect({ ...config, problems: [] }).toEqual(defaultConfig('x'));
  });

  it('never throws, and never shares its defaults', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (source) => {
        const config = readConfig(source, 'x');
        config.bands.actNow = 0;
        config.services.push('y');
        config.boxes.story = 0;
        config.severity.minor = '';
        expect(defaultConfig('x')).toMatchObject({
          bands: { actNow: 15 },
          services: [],
          boxes: { story: 5 },
        });
        expect(defaultConfig('x').severity.minor).not.toBe('');
      }),
    );
  });
});

describe('prompts', () => {
  it('are the library’s own where it has some', () => {
    const { prompts, problems } = readConfig('prompts:\n  close: How near?\n  could: ""\n', 'x');
    expect({ prompts, problems }).toEqual({ prompts: { close: 'How near?' }, problems: [] });
  });

  it('of a wrong shape are said, and left out', () => {
    const { prompts, problems } = readConfig('prompts:\n  close: [a]\n', 'x');
    expect(prompts).toEqual({});
    expect(problems).toEqual([expect.stringContaining('“close”')]);
  });
});

describe('cues', () => {
  it('are the library’s own where it has some, a sentence or a list of them', () => {
    const { cues, problems } = readConfig(
      'cues:\n  close:\n    say: [One., Two.]\n    listen for: Luck\n  closing:\n' +
        '    say: Bye.\n    if the room goes quiet: ""\n    before you go on: 7\n  story:\n',
      'x',
    );
    expect({ cues, problems }).toEqual({
      cues: {
        close: { say: ['One.', 'Two.'], listen: 'Luck' },
        'read-out': { say: ['Bye.'], leave: '7' },
      },
      problems: [],
    });
  });

  test.each([
    ['cues: [a]', ['“cues” could not be used']],
    ['cues: { close: text }', ['“close” could not be used']],
    ['cues: { close: { say: { a: b }, listen for: [c] } }', ['“say” could', '“listen for” could']],
    [
      'cues: { clsoe: { say: a } }',
      [
        '“clsoe” under “cues” is not one of opening, story, saved, close, could, latent, actions, closing',
      ],
    ],
    [
      'cues: { close: { listen: a } }',
      [
        '“listen” under “close” is not one of say, listen for, if the room goes quiet, before you go on',
      ],
    ],
  ])('of a wrong shape are said, and left out: %j', (source, said) => {
    const { cues, problems } = readConfig(source, 'x');
    expect(cues).toEqual({});
    expect(problems).toEqual(said.map((words) => expect.stringContaining(words)));
  });

  it('in the sample library are explained by an example that can be used', () => {
    const file = path.join(SAMPLE_LIBRARY, 'close-call.yml');
    const source = readFileSync(file, 'utf8');
    const example = source.slice(source.indexOf('# cues:')).replace(/^# ?/gm, '');
    const { cues, problems } = readConfig(example, 'x');
    expect(problems).toEqual([]);
    expect(Object.keys(cues.close ?? {})).toEqual(['say', 'listen', 'quiet', 'leave']);
  });
});
