// Bold, italic, strikethrough and code.

import { FORMAT_TEXT_COMMAND, type TextFormatType } from 'lexical';
import { Bold, Code, Italic, type LucideIcon, Strikethrough } from 'lucide-react';
import type { ToolbarItem } from '../toolbar/toolbar-item';
import { isRich } from '../toolbar/toolbar-state';

const mark = (format: TextFormatType, name: string, icon: LucideIcon): ToolbarItem => ({
  name,
  icon,
  isOn: (state) => state.marks.has(format),
  isEnabled: isRich,
  run: (editor) => {
    editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
  },
});

export const markItems: ToolbarItem[] = [
  { ...mark('bold', 'Bold', Bold), keys: 'B' },
  { ...mark('italic', 'Italic', Italic), keys: 'I' },
  mark('strikethrough', 'Strikethrough', Strikethrough),
  mark('code', 'Code', Code),
];
