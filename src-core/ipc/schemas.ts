// The payload of every channel, parsed at the door. Checked against the contract: a schema that
// accepts something else than the contract says does not compile.

import { z } from 'zod';
import type { KeptForm } from '../capture/form';
import { MAX_ITEMS, MAX_SIZE } from '../import/limits';
import { libraryViewsSchema } from '../library/list-view-schema';
import type { RecordEdit } from '../record/edit';
import type { Change } from '../record/merge-typing';
import {
  ACTION_KINDS,
  BARRIER_KINDS,
  BARRIER_STATES,
  DECISIONS,
  EFFORTS,
  FOUND_IN,
  IMPACTS,
  KNOWLEDGE,
  RECORD_KINDS,
  RECURRENCES,
  SECTION_KEYS,
  SEVERITIES,
  STATUSES,
  YES_NO,
} from '../record/model';
import { MAX_BYTES } from '../record/parse';
import { MAX_YAML } from '../record/yaml-source';
import type { EstimateKind, Estimates } from '../session/estimates';
import { type Facilitation, MOST_DISMISSED } from '../session/facilitation';
import { type Session, type SessionEvent, STAGES, type Stage } from '../session/session';
import { STEP_KEYS } from '../session/steps';
import { settingsPatchSchema } from '../settings/settings-schema';
import type { Channel, Input, KeptCapture } from './contract';

const nothing = z.undefined().transform(() => undefined);
const key = z.string().min(1).max(200);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const line = z.string().max(MAX_YAML);
/** A section is far below the 5 MiB a record may have. */
const markdown = z.string().max(MAX_BYTES);
/** What is too long for front matter is not refused here: it is kept, and that is said. */
const value = markdown;
const oneOf = <T extends string>(words: readonly T[]) => z.enum(words as readonly [T, ...T[]]);

const barrier = z.object({
  name: value,
  state: oneOf(BARRIER_STATES).nullable(),
  kind: oneOf(BARRIER_KINDS).nullable(),
  byDesign: oneOf(YES_NO).nullable(),
  known: oneOf(KNOWLEDGE).nullable(),
  note: value,
});
const action = z.object({
  id: value,
  what: value,
  kind: oneOf(ACTION_KINDS).nullable(),
  owner: value,
  due: value,
  effort: oneOf(EFFORTS).nullable(),
  done: value,
});
const fieldsShape = z.object({
  id: value,
  title: value,
  status: oneOf(STATUSES).nullable(),
  occurred: value,
  reported: value,
  reporter: value,
  foundIn: oneOf(FOUND_IN).nullable(),
  kind: oneOf(RECORD_KINDS).nullable(),
  services: z.array(value).max(200),
  themes: z.array(value).max(200),
  customerImpact: oneOf(IMPACTS).nullable(),
  trigger: value,
  harm: value,
  barriers: z.array(barrier).max(200),
  triage: z.object({
    severity: oneOf(SEVERITIES).nullable(),
    recurrence: oneOf(RECURRENCES).nullable(),
    decision: oneOf(DECISIONS).nullable(),
    reason: value,
    review: value,
  }),
  actions: z.array(action).max(500),
  incidents: z.array(value).max(500),
  session: z.object({
    held: value,
    minutes: z.number().nonnegative().nullable(),
    facilitator: value,
    people: z.number().nonnegative().nullable(),
  }),
});

/** An edit as it crosses processes and stands in the journal. */
export const recordEditSchema: z.ZodType<RecordEdit> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fields'), fields: fieldsShape.exactPartial().strict() }),
  z.object({ kind: z.literal('section'), section: oneOf(SECTION_KEYS), text: markdown }),
]);

const changeSchema: z.ZodType<Change> = z
  .object({
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
    text: markdown,
  })
  .refine(({ start, end }) => start <= end);

const stage: z.ZodType<Stage> = oneOf(STAGES);
const byStage = z.partialRecord(stage as z.ZodEnum<{ [K in Stage]: K }>, z.number());

const caretPlace = z.object({
  path: z.array(z.number().int().min(0)).max(64),
  offset: z.number().min(0),
});
const people = z.array(line).max(200);
const boxes = z.record(z.enum(['opening', ...STEP_KEYS]), z.number().positive().max(600));

/** A session as it stands in the journal. */
export const sessionSchema: z.ZodType<Session> = z.object({
  recordKey: key,
  stage,
  held: line,
  facilitator: line,
  people,
  boxes,
  spent: byStage,
  extra: byStage,
  paused: z.boolean(),
  asOf: z.number(),
  saverRemoved: z.boolean(),
  caret: z.object({ stage, place: caretPlace }).nullable(),
});

const estimates: z.ZodType<Estimates> = z.object({
  values: z.array(z.number().int().min(1).max(5)).max(500),
  revealed: z.boolean(),
});
const byKind: { [K in EstimateKind]: typeof estimates } = {
  close: estimates,
  severity: estimates,
  recurrence: estimates,
};

/** What belongs to the facilitator alone, as it stands in its journal. */
export const facilitationSchema: z.ZodType<Facilitation> = z.object({
  held: line,
  notes: z.string().max(200_000),
  // Journals of earlier versions have none.
  parking: z.string().max(20_000).default(''),
  estimates: z.object(byKind),
  dismissed: z.array(z.string().max(20)).max(MOST_DISMISSED),
});

const bare = <T extends string>(type: T) => z.object({ type: z.literal(type) });
const sessionEvent: z.ZodType<SessionEvent> = z.discriminatedUnion('type', [
  bare('next'),
  bare('back'),
  z.object({ type: z.literal('go'), stage }),
  bare('tick'),
  bare('pause'),
  bare('continue'),
  bare('add-minute'),
  bare('remove-saver'),
  bare('put-back'),
  z.object({ type: z.literal('caret'), place: caretPlace }),
  z.object({
    type: z.literal('set'),
    facilitator: line.exactOptional(),
    people: people.exactOptional(),
    held: line.exactOptional(),
    boxes: boxes.exactOptional(),
  }),
]);

const byKey = z.object({ key });
const unsaved = z.object({ title: value, reason: value });

const keptForm: z.ZodType<KeptForm> = z.object({
  title: markdown,
  almost: markdown,
  saved: markdown,
  close: markdown,
  impact: oneOf(IMPACTS).nullable(),
  customers: markdown,
  latent: markdown,
  could: markdown,
  notes: markdown,
  occurred: line,
  services: z.array(line).max(200),
  themes: z.array(line).max(200),
  inConfidence: z.boolean(),
});

/** What is typed into the small capture window, as it crosses processes and stands on the disk. */
export const keptCaptureSchema: z.ZodType<KeptCapture> = z.object({
  form: keptForm,
  waiting: z.array(keptForm).max(50),
});
const newRecord = z.object({
  fields: fieldsShape.exactPartial().extend({ title: value }).strict(),
  sections: z.partialRecord(oneOf(SECTION_KEYS), markdown),
});
/** Each with what a record may hold; the page keeps them below that together. */
const importItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), record: newRecord }),
  z.object({ kind: z.literal('copy'), title: line, text: markdown }),
]);

export const schemas: { [C in Channel]: z.ZodType<Input<C>> } = {
  'app:state': nothing,
  'app:flushed': z.object({ left: z.array(unsaved).max(100_000) }),
  'app:dismiss-notice': z.object({ id: key }),
  'app:show': nothing,
  'capture:open': nothing,
  'capture:state': nothing,
  'capture:keep': z.object({ kept: keptCaptureSchema.nullable() }),
  'capture:import': z.object({ text: z.string().max(MAX_SIZE) }),
  'capture:close': nothing,
  'settings:keep-views': z.object({ views: libraryViewsSchema }),
  'settings:change': z.object({ change: settingsPatchSchema }),
  'library:open': nothing,
  'library:create': nothing,
  'library:try-sample': nothing,
  'library:open-recent': z.object({ id: z.number().int().min(0).max(100) }),
  'library:close': nothing,
  'library:list': nothing,
  'library:excerpts': byKey,
  'library:search': z.object({ query: z.string().max(1000) }),
  'library:find': z.object({
    query: z.string().max(1000),
    table: z.string().max(100).nullable(),
  }),
  'library:snippets': z.object({
    keys: z.array(key).max(500),
    terms: z.array(z.string().max(1000)).max(5000),
  }),
  'library:show-folder': nothing,
  'library:read-file': byKey,
  'record:create': newRecord,
  'record:open': byKey,
  'record:edit': z.object({
    key,
    edit: recordEditSchema,
    base: recordEditSchema,
    seen: z.number().exactOptional(),
  }),
  'record:type': z.object({ key, section: oneOf(SECTION_KEYS), change: changeSchema }),
  'record:save': byKey,
  'record:save-copy': byKey,
  'record:history': byKey,
  'record:version': z.object({ key, hash }),
  'record:restore-version': z.object({ key, hash }),
  'record:rename-file': byKey,
  'record:trash': byKey,
  'record:restore': z.object({ trashId: key }),
  'record:trash-many': z.object({ keys: z.array(key).min(1).max(100_000) }),
  'record:restore-many': z.object({ trashIds: z.array(key).min(1).max(100_000) }),
  'record:show-file': byKey,
  'copy:open': byKey,
  'copy:resolve': z.object({ key, hash, edits: z.array(recordEditSchema).max(100) }),
  'session:begin': byKey,
  'session:resume': nothing,
  'session:do': z.object({ event: sessionEvent }),
  'session:leave': nothing,
  'session:drop': nothing,
  'session:take-back': nothing,
  'facilitator:open': byKey,
  'facilitator:keep': z.object({ key, facilitation: facilitationSchema }),
  'import:add': z.object({ items: z.array(importItem).min(1).max(MAX_ITEMS) }),
  'import:cancel': nothing,
  'import:handed-over': nothing,
  'import:copy-rows': z.object({ text: z.string().max(2 * MAX_SIZE) }),
  'room:open': z.object({ display: z.number().nullable() }),
  'room:close': nothing,
  'room:show-facilitator': nothing,
  'room:read': z.object({ place: z.string().max(40) }),
  'export:save': z.object({
    format: z.enum(['markdown', 'pdf']),
    keys: z.array(key).min(1).max(100_000),
  }),
  'export:cancel': nothing,
  'export:copy-markdown': byKey,
  'export:show': nothing,
  'link:open': z.object({ href: z.string().max(4000) }),
};
