// A file a person has to look at: what is to be said of it and can be done about it, to read as text
// or find in its folder. It is never changed here.

import type { AttentionFile, RecordKey } from '@core/library/listing';
import { type ReactNode, useState } from 'react';
import { client } from '../../ipc/client';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './AttentionPage.module.css';

interface Props {
  file: { key: RecordKey; path: string; line?: number };
  title: string;
  children: ReactNode;
  /** What else can be done about it. */
  actions?: ReactNode;
}

export function FileItem({ file, title, children, actions }: Props) {
  const [text, setText] = useState<string | null>(null);
  const { complain } = useStore.getState();
  const show = () =>
    client
      .call('library:read-file', { key: file.key })
      .then((read) => setText(read.text))
      .catch(complain);
  return (
    <li className={styles.file}>
      <b>{title}</b>
      {children}
      <div className={styles.buttons}>
        {actions}
        {text === null ? (
          <Button onClick={() => void show()}>Show the text</Button>
        ) : (
          <Button onClick={() => setText(null)}>Hide the text</Button>
        )}
        <Button
          look="quiet"
          onClick={() => void client.call('record:show-file', { key: file.key }).catch(complain)}
        >
          Show in folder
        </Button>
      </div>
      {text !== null && <NumberedText text={text} line={file.line ?? 0} path={file.path} />}
    </li>
  );
}

/** Why it cannot be read as a near miss, and where. */
export function Reason({ file: { reason, line } }: { file: AttentionFile }) {
  return (
    <p>
      {reason}
      {line > 0 && <span>, line {line}</span>}
    </p>
  );
}

function NumberedText({ text, line, path }: { text: string; line: number; path: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable.
    <section className={styles.text} tabIndex={0} aria-label={`Text of ${path}`}>
      {text.split(/\r\n|\n|\r/).map((content, index) => (
        <div key={index} className={index + 1 === line ? styles.marked : undefined}>
          <span aria-hidden="true">{index + 1}</span>
          <code>{content || ' '}</code>
        </div>
      ))}
    </section>
  );
}
