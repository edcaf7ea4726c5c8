// Which class each part of the text has: the editor's DOM is Lexical's, its look is content.module.css.

import type { EditorThemeClasses } from 'lexical';
import styles from './content.module.css';

const of = (name: string): string => styles[name] ?? '';

export const theme: EditorThemeClasses = {
  paragraph: of('paragraph'),
  quote: of('quote'),
  code: of('code'),
  sourceBlock: of('source'),
  hr: of('rule'),
  hrSelected: of('selected'),
  inlineSource: of('inlineSource'),
  link: of('link'),
  heading: {
    h1: of('heading'),
    h2: of('heading'),
    h3: of('heading'),
    h4: of('smallHeading'),
    h5: of('smallHeading'),
    h6: of('smallHeading'),
  },
  list: {
    ul: of('list'),
    ol: of('list'),
    listitem: of('item'),
    listitemChecked: of('done'),
    listitemUnchecked: of('task'),
    nested: { listitem: of('nested') },
  },
  table: of('table'),
  tableCell: of('cell'),
  tableCellHeader: of('headerCell'),
  tableCellSelected: of('selected'),
  tableScrollableWrapper: of('tableWrapper'),
  text: {
    bold: of('bold'),
    italic: of('italic'),
    strikethrough: of('struck'),
    code: of('inlineCode'),
  },
};
