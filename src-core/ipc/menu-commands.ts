// The commands that the menu has too, with the names and keys that both the menu and the page show.

interface MenuItemWords {
  name: string;
  /** As Electron writes it. */
  accelerator?: string;
  /** Where macOS has a custom of its own. */
  macAccelerator?: string;
}

export const MENU_ITEMS = {
  capture: { name: 'Capture a near miss', accelerator: 'CmdOrCtrl+N' },
  'quick-capture': { name: 'Quick capture' },
  'start-session': { name: 'Start a session' },
  'open-room': { name: 'Open the room window', accelerator: 'CmdOrCtrl+Shift+R' },
  'move-room': { name: 'Move the room window to the next display' },
  'close-room': { name: 'Close the room window' },
  'show-facilitator': { name: 'Open the facilitator window', accelerator: 'CmdOrCtrl+Shift+F' },
  search: { name: 'Search the library', accelerator: 'CmdOrCtrl+F' },
  settings: { name: 'Settings…', accelerator: 'CmdOrCtrl+,' },
  home: { name: 'Library' },
  triage: { name: 'To triage' },
  actions: { name: 'Actions' },
  'open-library': { name: 'Open library…', accelerator: 'CmdOrCtrl+O' },
  'create-library': { name: 'Create a library…' },
  import: { name: 'Import…' },
  'export-markdown': { name: 'Export Markdown…' },
  'export-pdf': { name: 'Export PDF…' },
  undo: { name: 'Undo', accelerator: 'CmdOrCtrl+Z' },
  redo: { name: 'Redo', accelerator: 'Ctrl+Shift+Z', macAccelerator: 'Shift+Cmd+Z' },
  palette: { name: 'Find a command or a near miss…', accelerator: 'CmdOrCtrl+K' },
  keys: { name: 'Keys' },
  tour: { name: 'How it works' },
} as const satisfies Record<string, MenuItemWords>;

export type MenuCommand = keyof typeof MENU_ITEMS;

export const MENU_COMMANDS = Object.keys(MENU_ITEMS) as MenuCommand[];
