// What people wrote, to read. The reader of Markdown is loaded apart: until it is there, the words
// hold their place unseen.

import { later } from './later';
import styles from './Markdown.module.css';
import type { MarkdownProps } from './MarkdownTree';

export const Markdown = later(() => import('./MarkdownTree'), Place);

function Place({ source }: MarkdownProps) {
  return <div className={styles.waiting}>{source}</div>;
}
