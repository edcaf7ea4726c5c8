// The field for a link's address, between the toolbar and the text. Enter makes the link, Escape
// leaves everything as it was; both give the focus back to the text.

import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import {
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  type LexicalEditor,
} from 'lexical';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { $toolbarState, isRich } from '../toolbar/toolbar-state';
import styles from './LinkField.module.css';
import { toLink } from './link-address';
import { EDIT_LINK_COMMAND } from './link-extension';

interface Draft {
  address: string;
  isLink: boolean;
  isRefused: boolean;
}

function $draft(): Draft | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !isRich($toolbarState())) return null;
  const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
  return { address: link?.getURL() ?? '', isLink: link !== null, isRefused: false };
}

/** Links what is selected; with nothing selected, the address itself becomes the text. */
function setLink(editor: LexicalEditor, address: string): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const isInLink = $findMatchingParent(selection.anchor.getNode(), $isLinkNode) !== null;
    if (selection.isCollapsed() && !isInLink) {
      const text = $createTextNode(address.replace(/^mailto:/, ''));
      selection.insertNodes([text]);
      text.select(0, text.getTextContentSize());
    }
    editor.dispatchCommand(TOGGLE_LINK_COMMAND, address);
  });
}

export function LinkField({ editor }: { editor: LexicalEditor }) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const id = useId();

  useEffect(
    () =>
      editor.registerCommand(
        EDIT_LINK_COMMAND,
        () => {
          setDraft($draft());
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );

  if (draft === null) return null;

  const close = () => {
    setDraft(null);
    editor.focus();
  };
  const apply = () => {
    const address = toLink(draft.address);
    if (address === undefined) {
      setDraft({ ...draft, isRefused: true });
      return;
    }
    setLink(editor, address);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    // Neither key may do what it does in the page around the editor.
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (event.target instanceof HTMLInputElement) {
      event.preventDefault();
      apply();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field inside
    <div className={styles.field} onKeyDown={onKeyDown}>
      <label htmlFor={id}>Link address</label>
      <input
        id={id}
        data-own-undo
        // The person asked for the field with a key or a button: the next thing is to type.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        type="text"
        inputMode="url"
        spellCheck={false}
        autoComplete="off"
        placeholder="https://"
        value={draft.address}
        aria-invalid={draft.isRefused}
        aria-describedby={draft.isRefused ? `${id}-why` : undefined}
        onChange={(event) => setDraft({ ...draft, address: event.target.value, isRefused: false })}
      />
      <button type="button" onClick={apply}>
        {draft.isLink ? 'Change link' : 'Add link'}
      </button>
      {draft.isLink && (
        <button
          type="button"
          onClick={() => {
            editor.dispatchCommand(TOGGLE_LINK_COMMAND, null);
            close();
          }}
        >
          Remove link
        </button>
      )}
      <button type="button" onClick={close}>
        Cancel
      </button>
      {draft.isRefused && (
        <p id={`${id}-why`} role="alert">
          A link starts with https:// or mailto:
        </p>
      )}
    </div>
  );
}
