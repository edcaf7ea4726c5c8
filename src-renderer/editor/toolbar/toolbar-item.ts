// What a feature of the editor offers in the toolbar: a name, an icon, what it does. The toolbar
// only lists such items; each is made in its feature's folder.

import type { LexicalEditor } from 'lexical';
import type { LucideIcon } from 'lucide-react';
import type { ToolbarState } from './toolbar-state';

export interface ToolbarItem {
  /** The button's accessible name. */
  name: string;
  /** Its keys, as shown beside the name. */
  keys?: string;
  icon: LucideIcon;
  run: (editor: LexicalEditor) => void;
  /** For a button that can be on; absent for one that only acts. */
  isOn?: (state: ToolbarState) => boolean;
  isEnabled?: (state: ToolbarState) => boolean;
  isShown?: (state: ToolbarState) => boolean;
}
