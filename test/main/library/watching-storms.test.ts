// Row 8: whatever order the watcher's events come in, late, doubled or not at all, text that is not
// saved yet is never replaced, and in the end nothing typed is gone. CLOSE_CALL_DURABILITY=long for
// 10,000 runs; CLOSE_CALL_SEED repeats them.

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hasCode } from '@core/errors';
import type { Events } from '@core/ipc/contract';
import { applyEdit } from '@core/record/edit';
import type { SectionKey } from '@core/record/model';
import { parseRecord } from '@core/record/parse';
import type { FolderEvents } from '@main/storage/folder-watcher';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { contentsOf, fill, scratch } from '../support';
import { openLibrary, QUICK, recordText, section } from './open';

/** Stands in for the system's events: the test says what comes when. */
const told = vi.hoisted(() => new Map<string, FolderEvents>());
vi.mock('@main/storage/folder-watcher', () => ({
  FolderWatcher: class {
    constructor(root: string, events: FolderEvents) {
      told.set(root, events);
    }
    async start() {}
    stop() {}
  },
}));

const RUNS = process.env.CLOSE_CALL_DURABILITY === 'long' ? 10_000 : 300;
const SEED = Number(process.env.CLOSE_CALL_SEED ?? Date.now() % 1_000_000);
/** Runs side by side: most of a run is waiting. */
const AT_ONCE = 12;
/** Milliseconds; short, so that saves, retries and events fall into one another. */
const HASTY = { ...QUICK, quiet: 4, latest: 10, retries: [5], gather: 5, grace: 8, poll: 10 };

/** Milliseconds until all saves must have come to their end, on however busy a machine. */
const SETTLED = { timeout: 30_000, interval: 20 };

const KEYS = ['A', 'B'] as const;
const SECTIONS = ['almost', 'saved'] as const satisfies readonly SectionKey[];
type Key = (typeof KEYS)[number];
const pathOf = (key: Key) => `2026/${key}.md`;

const CHANGES = ['write', 'put'] as const;

type Step =
  | { do: 'type'; key: Key; section: SectionKey }
  /** Another program adds a line to a section: in place, or by putting a new file there. */
  | { do: (typeof CHANGES)[number]; key: Key; section: SectionKey }
  | { do: 'take away'; key: Key; for: number }
  | { do: 'tell'; keys: Key[] }
  | { do: 'miss' }
  | { do: 'save'; key: Key }
  | { do: 'wait'; for: number };

const kind = <Name extends string>(name: Name) => fc.constant(name);
const key = fc.constantFrom(...KEYS);
const place = { key, section: fc.constantFrom(...SECTIONS) };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: kind('type'), ...place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom(...CHANGES), ...place }) },
  { weight: 1, arbitrary: fc.record({ do: kind('take away'), key, for: fc.nat(15) }) },
  // Of files that were changed, or not, or long ago; some twice.
  { weight: 4, arbitrary: fc.record({ do: kind('tell'), keys: fc.array(key, { maxLength: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ do: kind('miss') }) },
  { weight: 1, arbitrary: fc.record({ do: kind('save'), key }) },
  { weight: 3, arbitrary: fc.record({ do: kind('wait'), for: fc.nat(8) }) },
);

interface Counts {
  typed: number;
  shown: number;
  conflicts: number;
}

async function play(steps: readonly Step[], counts: Counts): Promise<void> {
  const root = await fill(
    await scratch(),
    Object.fromEntries(KEYS.map((one) => [pathOf(one), recordText(one, one)])),
  );
  /** What is typed in a record and not yet said to be saved. */
  const unsaved: Record<Key, Set<string>> = { A: new Set(), B: new Set() };
  const typed: Record<Key, string[]> = { A: [], B: [] };
  /** How often a record was said to be saved. */
  const saves: Record<Key, number> = { A: 0, B: 0 };
  const replaced: string[] = [];
  const opened = await openLibrary(root, {
    timing: HASTY,
    send: (event, payload) => {
      if (event === 'record:save-state') {
        const { key, save } = payload as Events['record:save-state'];
        if (save.kind !== 'saved') return;
        saves[key as Key] += 1;
        unsaved[key as Key].clear();
      } else if (event === 'record:changed') {
        const { key, view } = payload as Events['record:changed'];
        counts.shown += 1;
        const shown = JSON.stringify(view?.content.sections ?? null);
        for (const token of unsaved[key as Key]) {
          if (!shown.includes(token)) replaced.push(`${token} in ${shown}`);
        }
      }
    },
  });
  const { records } = opened.library;
  // Both are open, as for someone who types in them: then no event can make them unknown.
  for (const where of KEYS) await records.open(where);
  const events = told.get(opened.root);
  if (!events) throw new Error('The library watches nothing.');
  const late: Promise<unknown>[] = [];
  let count = 0;

  const type = async (where: Key, part: SectionKey) => {
    const token = `typed${count}.`;
    const before = (await records.record(where)).view().content.sections[part];
    typed[where].push(token);
    counts.typed += 1;
    const savesBefore = saves[where];
    await records
      .edit(where, section(part, `${before}\n${token}`.trim()), section(part, before))
      .catch((error) => {
        if (!hasCode(error, 'conflict')) throw error;
        counts.conflicts += 1;
      });
    // Saved while it was being journalled: whether it was in that, nobody can say from here.
    if (saves[where] === savesBefore) unsaved[where].add(token);
  };
  const change = (where: Key, part: SectionKey, inPlace: boolean) => {
    const path = join(root, pathOf(where));
    const text = readFileSync(path, 'utf8');
    const parsed = parseRecord(text);
    if (parsed.kind !== 'record') throw new Error(`${where} is broken`);
    const before = parsed.record.sections[part];
    const after = applyEdit(text, section(part, `outside${count}\n${before}`.trim()));
    if (inPlace) return writeFileSync(path, after);
    writeFileSync(join(root, 'put'), after);
    renameSync(join(root, 'put'), path);
  };
  /** Another program takes the file away and puts it back, as git and sync tools do. */
  const takeAway = async (where: Key, milliseconds: number) => {
    const path = join(root, pathOf(where));
    const away = join(root, `away-${count}`);
    renameSync(path, away);
    await delay(milliseconds);
    // What has been saved there meanwhile is saved, said or not, and this program writes over it.
    const meanwhile = existsSync(path) ? readFileSync(path, 'utf8') : '';
    for (const token of unsaved[where]) if (meanwhile.includes(token)) unsaved[where].delete(token);
    renameSync(away, path);
  };

  for (const one of steps) {
    count += 1;
    if (one.do === 'type') await type(one.key, one.section);
    else if ('section' in one) change(one.key, one.section, one.do === 'write');
    else if (one.do === 'take away') await takeAway(one.key, one.for);
    else if (one.do === 'tell') events.touched(one.keys.map(pathOf));
    else if (one.do === 'miss') events.missed();
    else if (one.do === 'save') late.push(records.save(one.key));
    else await delay(one.for);
  }
  await Promise.all(late);
  expect(replaced).toEqual([]);

  // In the end everything typed is in the file, beside what was changed there outside, or, when
  // another program wrote over it after it was saved, in the history.
  events.missed();
  let beside = '';
  for (const where of KEYS) {
    await vi.waitFor(async () => {
      const save = await records.save(where);
      if (save.kind === 'saved') return;
      if (save.kind !== 'not-saved' || !save.conflicts) throw new Error(JSON.stringify(save));
      beside += JSON.stringify(save.conflicts);
    }, SETTLED);
  }
  await opened.library.close();
  told.delete(opened.root);
  const all = beside + JSON.stringify([await contentsOf(root), await contentsOf(opened.userData)]);
  const gone = Object.values(typed)
    .flat()
    .filter((token) => !all.includes(token));
  expect({ gone, replaced }).toEqual({ gone: [], replaced: [] });
}

test(`row 8: ${RUNS} storms of late, doubled and missing events replace nothing unsaved`, async () => {
  const counts: Counts = { typed: 0, shown: 0, conflicts: 0 };
  const steps = fc.array(step, { minLength: 8, maxLength: 24, size: 'max' });
  const storms = fc.array(steps, { minLength: AT_ONCE, maxLength: AT_ONCE });
  const numRuns = Math.ceil(RUNS / AT_ONCE);
  await fc.assert(
    fc.asyncProperty(storms, async (several) => {
      await Promise.all(several.map((one) => play(one, counts)));
    }),
    { numRuns, seed: SEED, endOnFailure: true },
  );
  console.log(
    `row 8: ${numRuns * AT_ONCE} storms, seed ${SEED}: ${counts.typed} edits, ${counts.shown} ` +
      `changes shown to the window, ${counts.conflicts} conflicts; 0 unsaved texts replaced, 0 gone`,
  );
}, 3_600_000);
