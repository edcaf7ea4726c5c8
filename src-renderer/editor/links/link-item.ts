// The toolbar's way to the link field.

import { Link } from 'lucide-react';
import type { ToolbarItem } from '../toolbar/toolbar-item';
import { isRich } from '../toolbar/toolbar-state';
import { EDIT_LINK_COMMAND } from './link-extension';

export const linkItem: ToolbarItem = {
  name: 'Link',
  keys: 'K',
  icon: Link,
  isOn: (state) => state.isLink,
  isEnabled: isRich,
  run: (editor) => {
    editor.dispatchCommand(EDIT_LINK_COMMAND, undefined);
  },
};
