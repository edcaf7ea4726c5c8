// Settings of one person on one machine: the part that a person changes, and its defaults.

import type { TimeBoxes } from '../session/steps';
import { type CaptureShortcut, DEFAULT_SHORTCUT } from './shortcut';

export const THEMES = ['system', 'light', 'dark'] as const;
/** 'locale' follows the system: Letter where that is the custom, A4 elsewhere. */
export const PAPERS = ['locale', 'A4', 'Letter'] as const;

export interface Settings {
  theme: (typeof THEMES)[number];
  paper: (typeof PAPERS)[number];
  /** Own time boxes in minutes; null to use the library's. */
  boxes: TimeBoxes | null;
  /** The cards that say how it works have been seen, or are not wanted. */
  toured: boolean;
  /** Opens the small capture window from anywhere. */
  captureShortcut: CaptureShortcut;
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  paper: 'locale',
  boxes: null,
  toured: false,
  captureShortcut: DEFAULT_SHORTCUT,
};
