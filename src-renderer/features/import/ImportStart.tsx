// Where an import begins: files from the system's own dialog, a drop, or a text.

import { useRef } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/fields';
import page from '../../ui/page.module.css';
import styles from './ImportPage.module.css';

/** What a field still takes without becoming slow; more is read without being shown. */
const MAX_SHOWN = 20_000;

export function ImportStart() {
  const { importText, draftImport } = useStore.getState();
  const text = useStore((state) => state.importDraft);
  return (
    <>
      <p className={page.lead}>
        From a chat, a spreadsheet or Markdown files. You see what it becomes before anything is
        written, and the files stay as they are.
      </p>
      <div className={styles.start}>
        <section className={styles.drop} aria-labelledby="import-files">
          <h2 id="import-files">Files</h2>
          <p>Drop Markdown, CSV or text files here, or a folder of Markdown files.</p>
          <ChooseFiles />
        </section>
        <form
          className={styles.paste}
          onSubmit={(event) => {
            event.preventDefault();
            draftImport('');
            void importText(text);
          }}
        >
          <h2>Text</h2>
          <TextArea
            label="Reports from a chat, or rows of a table"
            rows={8}
            value={text}
            onChange={draftImport}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/plain');
              if (pasted.length <= MAX_SHOWN) return;
              event.preventDefault();
              void importText(pasted);
            }}
          />
          <Button type="submit" look="primary" disabled={text.trim() === ''}>
            Show what it becomes
          </Button>
        </form>
      </div>
    </>
  );
}

/** The system's dialog hands the page the files, and no path. */
export function ChooseFiles({ name = 'Choose files…' }: { name?: string }) {
  const { importFiles } = useStore.getState();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to import"
        accept=".md,.markdown,.txt,.csv,.tsv"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file can be chosen again.
          target.value = '';
          if (files.length > 0) void importFiles(files);
        }}
      />
      <Button onClick={() => input.current?.click()}>{name}</Button>
    </>
  );
}
