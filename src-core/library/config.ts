// close-call.yml: what the team shares. Whatever is missing or wrong falls back to the defaults,
// and is said; nothing in it can keep a library from opening.

import { z } from 'zod';
import { RECURRENCES, type Recurrence, SEVERITIES, type Severity } from '../record/model';
import { type Plain, parseYamlSource, YamlRefused } from '../record/yaml-source';
import { DEFAULT_TIME_BOXES, STEP_KEYS, type TimeBoxes } from '../session/steps';
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
  /** Folder of the handbook, relative to the library; '' when not set. */
  handbook: string;
  /** What could not be used, in words. */
  problems: string[];
}

export const DEFAULT_SEVERITY: Record<Severity, string> = {
  negligible: 'nobody would notice',
  minor: 'a few people are slowed',
  major: 'many customers see errors',
  severe: 'major outage, data loss',
  catastrophic: 'data lost for good, breach',
};

export const DEFAULT_RECURRENCE: Record<Recurrence, string> = {
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
    handbook: '',
    problems: [],
  };
}

const text = z.string();
const words = z.array(z.string());
const minutes = z.coerce.number().positive().max(600);
const score = z.coerce.number().int().min(1).max(25);

/** Reads close-call.yml; `fallbackName` is used where it names nothing. Never throws. */
export function readConfig(source: string, fallbackName: string): LibraryConfig {
  const config = defaultConfig(fallbackName);
  let value: Plain;
  try {
    value = parseYamlSource(source.replace(/^\uFEFF/, '')).value;
  } catch (error) {
    if (!(error instanceof YamlRefused)) throw error;
    config.problems.push(`${CONFIG_FILE}, line ${error.line}: ${error.message}`);
    return config;
  }
  const root = isMap(value) ? value : {};
  const read = <T>(schema: z.ZodType<T>, from: Plain | undefined, name: string): T | undefined => {
    if (from === undefined || from === '') return undefined;
    const parsed = schema.safeParse(from);
    if (parsed.success) return parsed.data;
    config.problems.push(`${CONFIG_FILE}: “${name}” could not be used, so the default stands in`);
    return undefined;
  };
  const part = (key: string): { [key: string]: Plain } => {
    const map = root[key];
    return isMap(map) ? map : {};
  };
  config.name = read(text, root.name, 'name') ?? fallbackName;
  config.services = read(words, root.services, 'services') ?? [];
  config.handbook = read(text, root.handbook, 'handbook') ?? '';
  for (const word of SEVERITIES) {
    config.severity[word] = read(text, part('severity')[word], word) ?? config.severity[word];
  }
  for (const word of RECURRENCES) {
    config.recurrence[word] = read(text, part('recurrence')[word], word) ?? config.recurrence[word];
  }
  const bands = part('bands');
  config.bands.actNow = read(score, bands['act now'], 'act now') ?? config.bands.actNow;
  config.bands.investigate =
    read(score, bands.investigate, 'investigate') ?? config.bands.investigate;
  for (const step of ['opening', ...STEP_KEYS] as const) {
    config.boxes[step] = read(minutes, part('session')[step], step) ?? config.boxes[step];
  }
  return config;
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
