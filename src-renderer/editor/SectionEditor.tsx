// The rich text editor of one section of a record. Promises: opening a section changes nothing in
// it; an edit changes the blocks it touches and no others (see markdown/); what cannot be carried
// without loss is shown as source, and saved word for word.

import type { Upon } from '@core/record/merge-typing';
import type { CaretPlace, ReadCaret } from '@core/session/session';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { COMMAND_PRIORITY_EDITOR } from 'lexical';
import { useEffect, useEffectEvent, useLayoutEffect } from 'react';
import { LinkField } from './links/LinkField';
import { OPEN_LINK_COMMAND } from './links/link-extension';
import type { LineEnd } from './markdown/line-ends';
import styles from './SectionEditor.module.css';
import { SectionEditorExtension } from './section-editor-extension';
import type { SectionSource } from './section-source';
import { FormattingToolbar } from './toolbar/FormattingToolbar';
import { useSection } from './use-section';

export interface SectionEditorProps {
  /** The section's heading, which is the editor's accessible name. */
  label: string;
  /** The section's Markdown. What is not an answer to `onChange` is taken in, block by block. */
  source: SectionSource;
  /** On each edit, with what it was made of; never for what was loaded. */
  onChange(markdown: string, upon: Upon): void;
  /** The caret may have moved; `read` tells where it is when that is wanted. */
  onCaret?(read: ReadCaret): void;
  /** Someone wants to follow a link: https or mailto. */
  onOpenLink?(href: string): void;
  /** Where the caret was, to resume there; as near as the content still allows. */
  caret?: CaretPlace | undefined;
  autoFocus?: boolean;
  readOnly?: boolean;
  placeholder?: string;
  /** On a record's page, or as large as a room needs. */
  size?: 'page' | 'room';
  toolbar?: 'always' | 'focus' | 'none';
  /** The record's line end, for a section that has none of its own yet. */
  lineEnd?: LineEnd;
}

export default function SectionEditor(props: SectionEditorProps) {
  return (
    <LexicalExtensionComposer extension={SectionEditorExtension} contentEditable={null}>
      <Section {...props} />
    </LexicalExtensionComposer>
  );
}

function Section({
  label,
  source,
  onChange,
  onCaret,
  onOpenLink,
  caret,
  autoFocus = false,
  readOnly = false,
  placeholder = '',
  size = 'page',
  toolbar = 'always',
  lineEnd = '\n',
}: SectionEditorProps) {
  const [editor] = useLexicalComposerContext();

  useLayoutEffect(() => editor.setEditable(!readOnly), [editor, readOnly]);
  useSection(editor, { source, lineEnd, caret, autoFocus, onChange, onCaret });

  const open = useEffectEvent((href: string) => onOpenLink?.(href));
  useEffect(
    () =>
      editor.registerCommand(
        OPEN_LINK_COMMAND,
        (href) => {
          open(href);
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor],
  );

  const content = {
    className: styles.content,
    'aria-label': label,
    'aria-multiline': true,
    spellCheck: true,
    // A section that cannot be edited can still be reached and read.
    tabIndex: 0,
  };
  return (
    <div className={styles.editor} data-size={size}>
      {toolbar !== 'none' && !readOnly && (
        <FormattingToolbar editor={editor} label={label} when={toolbar} />
      )}
      <LinkField editor={editor} />
      <div className={styles.surface}>
        {placeholder === '' ? (
          <ContentEditable {...content} />
        ) : (
          <ContentEditable
            {...content}
            aria-placeholder={placeholder}
            placeholder={<span className={styles.placeholder}>{placeholder}</span>}
          />
        )}
      </div>
    </div>
  );
}
