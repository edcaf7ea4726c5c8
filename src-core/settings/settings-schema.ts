// Settings as they are stored. Anything that does not parse falls back to its default.

import { z } from 'zod';
import { libraryViewsSchema } from '../library/list-view-schema';
import { STEP_KEYS } from '../session/steps';
import { DEFAULT_SETTINGS, PAPERS, THEMES } from './settings';
import { isShortcut } from './shortcut';

const theme = z.enum(THEMES);
const paper = z.enum(PAPERS);
const boxes = z
  .record(z.enum(['opening', ...STEP_KEYS]), z.number().positive().max(600))
  .nullable();
const captureShortcut = z.object({ keys: z.string().max(60).refine(isShortcut), on: z.boolean() });

export const settingsSchema = z.object({
  theme: theme.catch(DEFAULT_SETTINGS.theme),
  paper: paper.catch(DEFAULT_SETTINGS.paper),
  boxes: boxes.catch(DEFAULT_SETTINGS.boxes),
  toured: z.boolean().catch(DEFAULT_SETTINGS.toured),
  captureShortcut: captureShortcut.catch(DEFAULT_SETTINGS.captureShortcut),
  /** Folders of libraries, most recent first. */
  recent: z.array(z.string()).max(20).catch([]),
  /** Of the lists of libraries, by their folders, changed last first. */
  views: z.array(z.object({ folder: z.string(), views: libraryViewsSchema })).catch([]),
  /** Where the last export went. */
  exportFolder: z.string().catch(''),
  window: z
    .object({
      x: z.number().optional(),
      y: z.number().optional(),
      width: z.number().min(400),
      height: z.number().min(300),
      maximized: z.boolean(),
    })
    .nullable()
    .catch(null),
});

export type StoredSettings = z.output<typeof settingsSchema>;

/** A change of what a person changes. */
export const settingsPatchSchema = z.object({
  theme: theme.exactOptional(),
  paper: paper.exactOptional(),
  boxes: boxes.exactOptional(),
  toured: z.boolean().exactOptional(),
  captureShortcut: captureShortcut.exactOptional(),
});
