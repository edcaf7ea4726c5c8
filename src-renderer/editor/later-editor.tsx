// The section editor, loaded when the first one is shown or soon to be; until then the words are
// there, in its place and size.

import { useSyncExternalStore } from 'react';
import { later } from '../ui/later';
import { Markdown } from '../ui/Markdown';
import styles from './later-editor.module.css';
import type { SectionEditorProps } from './SectionEditor';

// With it comes what asks it to undo: a key is answered at once.
export const SectionEditor = later(async () => {
  const [editor] = await Promise.all([import('./SectionEditor'), import('./own-history')]);
  return editor;
}, Words);

function Words({ source, size = 'page', onOpenLink = () => {} }: SectionEditorProps) {
  const markdown = useSyncExternalStore(source.subscribe, source.read);
  return (
    <div className={`${styles.waiting} ${styles[size]}`}>
      <Markdown source={markdown} onOpenLink={onOpenLink} />
    </div>
  );
}
