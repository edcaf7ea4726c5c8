// A text with places marked in it: the words that were searched for.

import { Fragment, type ReactNode } from 'react';
import styles from './Marked.module.css';

interface Props {
  text: string;
  /** Where each begins and ends, in order. */
  marks: readonly (readonly [number, number])[];
}

export function Marked({ text, marks }: Props): ReactNode {
  if (marks.length === 0) return text;
  const last = marks.at(-1)?.[1] ?? 0;
  return (
    <>
      {marks.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(marks[index - 1]?.[1] ?? 0, from)}
          <mark className={styles.mark}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(last)}
    </>
  );
}
