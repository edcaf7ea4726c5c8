// close-call.yml: what the team shares. Whatever is missing or wrong falls back to the defaults,
// and is said; nothing in it can keep a library from opening.

import { z } from 'zod';
import { RECURRENCES, type Recurrence, SEVERITIES, type Severity } from '../record/model';
import { type Plain, parseYamlSource, YamlRefused } from '../record/yaml-source';
import { CUE_PARTS, type Cue, type OwnCues } from '../session/cues';
import { DEFAULT_TIME_BOXES, STEP_KEYS, type StepKey, type TimeBoxes } from '../session/steps';
import { type Bands, DEFAULT_BANDS } from '../triage/triage';

export const CONFIG_FILE = 'close-call.yml';

export interface LibraryConfig {
  name: string;
  services: string[];
  /** What each word means to this team. */
  severity: Record<Severity, string>;
  recurrence: Record<Recurrence, string>;
  bands: Bands;
  boxes: TimeBoxes;
  /** What stands under the question of a step; steps without one keep the usual prompt. */
  prompts: Partial<Record<StepKey, string>>;
  /** What a facilitator reads in the place of the usual cues; the rest keeps its words. */
  cues: OwnCues;
  /** Folder of the handbook, relative to the library; '' when not set. */
  handbook: string;
  /** What could not be used, in words. */
  problems: string[];
}

const DEFAULT_SEVERITY: Record<Severity, string> = {
  negligible: 'nobody would notice',
  minor: 'a few people are slowed',
  major: 'many customers see errors',
  severe: 'major outage, data loss',
  catastrophic: 'data lost for good, breach',
};

const DEFAULT_RECURRENCE: Record<Recurrence, string> = {
  rare: 'once in years',
  unlikely: 'once a year',
  possible: 'a few a year',
  likely: 'monthly',
  'almost certain': 'weekly',
};

export function defaultConfig(name: string): LibraryConfig {
  return {
    name,
    services: [],
    severity: { ...DEFAULT_SEVERITY },
    recurrence: { ...DEFAULT_RECURRENCE },
    bands: { ...DEFAULT_BANDS },
    boxes: { ...DEFAULT_TIME_BOXES },
    prompts: {},
    cues: {},
    handbook: '',
    problems: [],
  };
}

const text = z.string().trim();
const words = z.array(z.string()).transform((list) => list.filter((word) => word.trim() !== ''));
/** One sentence, or a list of them. */
const sentences = z.preprocess((value) => (typeof value === 'string' ? [value] : value), words);
const minutes = z.coerce.number().positive().max(600);
const score = z.coerce.number().int().min(1).max(25);

/** Reads close-call.yml; `fallbackName` is used where it names nothing. Never throws. */
export function readConfig(source: string, fallbackName: string): LibraryConfig {
  const config = defaultConfig(fallbackName);
  try {
    const { value } = parseYamlSource(source.replace(/^\uFEFF/, ''), 'The file');
    fill(config, new Part(value, CONFIG_FILE, config.problems));
  } catch (error) {
    if (!(error instanceof YamlRefused)) throw error;
    config.problems.push(`${CONFIG_FILE}, line ${error.line}: ${error.message}`);
  }
  return config;
}

function fill(config: LibraryConfig, root: Part): void {
  config.name = root.read(text, 'name', config.name);
  config.services = root.read(words, 'services', config.services);
  config.handbook = root.read(text, 'handbook', config.handbook);
  const severity = root.part('severity');
  for (const word of SEVERITIES) {
    config.severity[word] = severity.read(text, word, config.severity[word]);
  }
  const recurrence = root.part('recurrence');
  for (const word of RECURRENCES) {
    config.recurrence[word] = recurrence.read(text, word, config.recurrence[word]);
  }
  const bands = root.part('bands');
  config.bands.actNow = bands.read(score, 'act now', config.bands.actNow);
  config.bands.investigate = bands.read(score, 'investigate', config.bands.investigate);
  const boxes = root.part('session');
  for (const step of ['opening', ...STEP_KEYS] as const) {
    config.boxes[step] = boxes.read(minutes, step, config.boxes[step]);
  }
  const prompts = root.part('prompts');
  for (const step of STEP_KEYS) {
    const prompt = prompts.read(text, step, '');
    if (prompt) config.prompts[step] = prompt;
  }
  config.cues = readCues(root.part('cues'));
}

/** The stages as the file names them. */
const CUE_STAGES = [
  ['opening', 'opening'],
  ...STEP_KEYS.map((step) => [step, step] as const),
  ['closing', 'read-out'],
] as const;

function readCues(cues: Part): OwnCues {
  const own: OwnCues = {};
  for (const [name, stage] of CUE_STAGES) {
    const part = cues.part(name);
    const cue: Partial<Cue> = {};
    const say = part.read(sentences, CUE_PARTS.say, []);
    if (say.length > 0) cue.say = say;
    for (const key of ['listen', 'quiet', 'leave'] as const) {
      const words = part.read(text, CUE_PARTS[key], '');
      if (words) cue[key] = words;
    }
    part.sayUnknown(Object.values(CUE_PARTS));
    if (Object.keys(cue).length > 0) own[stage] = cue;
  }
  cues.sayUnknown(CUE_STAGES.map(([name]) => name));
  return own;
}

/** A map in the file, from which values are read that may be missing or wrong. */
class Part {
  private readonly map: { [key: string]: Plain };
  private readonly name: string;
  private readonly problems: string[];

  constructor(value: Plain | undefined, name: string, problems: string[]) {
    this.name = name;
    this.problems = problems;
    this.map = isMap(value) ? value : {};
    if (!isMap(value) && value !== undefined && value !== '') this.notUsed(name);
  }

  part(key: string): Part {
    return new Part(this.map[key], key, this.problems);
  }

  read<T>(schema: z.ZodType<T>, key: string, fallback: T): T {
    const value = this.map[key];
    if (value === undefined || (typeof value === 'string' && value.trim() === '')) return fallback;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    this.notUsed(key);
    return fallback;
  }

  /** Says which keys mean nothing here: a slip of the pen would go unnoticed. */
  sayUnknown(known: readonly string[]): void {
    for (const key of Object.keys(this.map)) {
      if (known.includes(key)) continue;
      this.problems.push(
        `${CONFIG_FILE}: “${key}” under “${this.name}” is not one of ${known.join(', ')}`,
      );
    }
  }

  private notUsed(name: string): void {
    this.problems.push(`${CONFIG_FILE}: “${name}” could not be used, so the default stands in`);
  }
}

/** close-call.yml for a new library. */
export function newConfigText(name: string): string {
  return `# What the team shares about its near misses. Every line may be changed or left out.
close-call: 1
name: ${JSON.stringify(name)}
services: []

# From which product of severity × recurrence a near miss is acted on or investigated.
bands:
  act now: ${DEFAULT_BANDS.actNow}
  investigate: ${DEFAULT_BANDS.investigate}

# Minutes for each step of a session.
session:
${['opening' as const, ...STEP_KEYS].map((key) => `  ${key}: ${DEFAULT_TIME_BOXES[key]}`).join('\n')}
`;
}

function isMap(value: Plain | undefined): value is { [key: string]: Plain } {
  return typeof value === 'object' && !Array.isArray(value);
}
