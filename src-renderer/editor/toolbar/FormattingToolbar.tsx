// The toolbar: every item the features offer, in groups, as one stop for the Tab key with arrow
// keys inside. Clicking a button never takes the caret out of the text.

import { Toolbar } from '@base-ui/react/toolbar';
import { HistoryExtension } from '@lexical/history';
import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue';
import { IS_APPLE, type LexicalEditor } from 'lexical';
import { memo, useEffect, useState } from 'react';
import { codeItem } from '../code/code-item';
import { dissentItem } from '../dissent/dissent-item';
import { headingItems } from '../headings/heading-items';
import { linkItem } from '../links/link-item';
import { listItems } from '../lists/list-items';
import { markItems } from '../marks/mark-items';
import { quoteItem } from '../quotes/quote-item';
import { inTableItems, tableItem } from '../tables/table-items';
import { $selectInsideBlocks } from './chosen-blocks';
import styles from './FormattingToolbar.module.css';
import { historyItems } from './history-items';
import type { ToolbarItem } from './toolbar-item';
import { $toolbarState, noState, type ToolbarState, watchToolbarState } from './toolbar-state';

const GROUPS: ToolbarItem[][] = [
  markItems,
  [linkItem],
  headingItems,
  listItems,
  [quoteItem, codeItem, tableItem],
  inTableItems,
  [dissentItem],
];

export interface FormattingToolbarProps {
  editor: LexicalEditor;
  /** The accessible name of the section the toolbar is for. */
  label: string;
  /** Shown always, or only while the focus is in the section. */
  when: 'always' | 'focus';
}

/** Drawn anew for what it shows only: a letter typed beside it changes none of that. */
export const FormattingToolbar = memo(function FormattingToolbar({
  editor,
  label,
  when,
}: FormattingToolbarProps) {
  const state = useToolbarState(editor);
  const canUndo = useExtensionSignalValue(HistoryExtension, 'canUndo');
  const canRedo = useExtensionSignalValue(HistoryExtension, 'canRedo');
  const groups = [...GROUPS, historyItems(canUndo, canRedo)]
    .map((items) => items.filter(({ isShown }) => isShown?.(state) ?? true))
    .filter((items) => items.length > 0);
  return (
    <Toolbar.Root className={styles.toolbar} data-when={when} aria-label={`Formatting: ${label}`}>
      {groups.map((items) => (
        <Toolbar.Group key={items[0]?.name} className={styles.group}>
          {items.map((item) => (
            <ItemButton key={item.name} item={item} state={state} editor={editor} />
          ))}
        </Toolbar.Group>
      ))}
    </Toolbar.Root>
  );
});

interface ItemButtonProps {
  item: ToolbarItem;
  state: ToolbarState;
  editor: LexicalEditor;
}

function ItemButton({ item, state, editor }: ItemButtonProps) {
  const { icon: Icon, name, keys } = item;
  const title = keys ? `${name} (${IS_APPLE ? '⌘' : 'Ctrl+'}${keys})` : name;
  return (
    <Toolbar.Button
      className={styles.button}
      aria-label={name}
      title={title}
      {...(item.isOn ? { 'aria-pressed': item.isOn(state) } : {})}
      disabled={!(item.isEnabled?.(state) ?? true)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        editor.update($selectInsideBlocks, { discrete: true });
        item.run(editor);
      }}
    >
      <Icon aria-hidden="true" size={16} />
    </Toolbar.Button>
  );
}

const same = (a: ToolbarState, b: ToolbarState) =>
  [...a.marks].join() === [...b.marks].join() &&
  (Object.keys(a) as (keyof ToolbarState)[]).every((key) => key === 'marks' || a[key] === b[key]);

function useToolbarState(editor: LexicalEditor): ToolbarState {
  const [state, setState] = useState(noState);
  useEffect(() => {
    let shown = noState;
    const look = () => {
      const now = editor.getEditorState().read($toolbarState, { editor });
      if (same(shown, now)) return;
      shown = now;
      setState(now);
    };
    look();
    return watchToolbarState(editor, look);
  }, [editor]);
  return state;
}
