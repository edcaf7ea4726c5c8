// Settings of one person on one machine. Anything that does not parse falls back to its default.

import { z } from 'zod';
import { STEP_KEYS, type TimeBoxes } from '../session/steps';

export const THEMES = ['system', 'light', 'dark'] as const;
export const PAPERS = ['locale', 'A4', 'Letter'] as const;

const boxes = z.record(z.enum(['opening', ...STEP_KEYS]), z.number().positive().max(600));

export const settingsSchema = z.object({
  theme: z.enum(THEMES).catch('system'),
  /** 'locale' follows the system: Letter where that is the custom, A4 elsewhere. */
  paper: z.enum(PAPERS).catch('locale'),
  /** Own time boxes in minutes; null to use the library's. */
  boxes: boxes.nullable().catch(null),
  /** Folders of libraries, most recent first. */
  recent: z.array(z.string()).max(20).catch([]),
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

/** The part of the settings a person changes. */
export interface Settings {
  theme: (typeof THEMES)[number];
  paper: (typeof PAPERS)[number];
  boxes: TimeBoxes | null;
}

export const settingsPatchSchema = z.object({
  theme: z.enum(THEMES).exactOptional(),
  paper: z.enum(PAPERS).exactOptional(),
  boxes: boxes.nullable().exactOptional(),
});

export const DEFAULT_SETTINGS: Settings = { theme: 'system', paper: 'locale', boxes: null };
