// What people wrote, to read. The reader of Markdown is loaded apart: until it is there, the words
// hold their place unseen.

import { lazy, Suspense } from 'react';
import styles from './Markdown.module.css';
import type { MarkdownProps } from './MarkdownTree';

const MarkdownTree = lazy(() => import('./MarkdownTree'));

export function Markdown(props: MarkdownProps) {
  return (
    <Suspense fallback={<div className={styles.waiting}>{props.source}</div>}>
      <MarkdownTree {...props} />
    </Suspense>
  );
}
