// Import: what was dropped, chosen or pasted, as the near misses it would become. Each can be looked
// at, changed and left out; nothing is written before the button that says how many.

import { type ClipboardEvent, useMemo } from 'react';
import { useStore } from '../../store/store';
import page from '../../ui/page.module.css';
import { textField } from '../../ui/text-fields';
import { ColumnMatching } from './ColumnMatching';
import { EntryList } from './EntryList';
import { ImportBar } from './ImportBar';
import styles from './ImportPage.module.css';
import { ImportStart } from './ImportStart';
import { shownImport } from './import-entries';
import { ProblemList } from './ProblemList';

export default function ImportPage() {
  const importing = useStore((state) => state.importing);
  const records = useStore((state) => state.listing.records);
  const isReading = useStore((state) => state.readingImport);
  const { importText } = useStore.getState();
  const { entries, problems } = useMemo(
    () => shownImport(importing, records),
    [importing, records],
  );
  const { sources } = importing;
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (textField(event.target) || text.trim() === '') return;
    event.preventDefault();
    void importText(text);
  };
  const tables = sources.filter(({ content }) => content.kind === 'table');
  const isStart = sources.length === 0;
  return (
    <main className={`${page.page} ${styles.page}`} onPaste={onPaste} aria-busy={isReading}>
      <h1>Import</h1>
      {isStart && <ImportStart />}
      <p role="status" className={styles.reading}>
        {isReading && 'Reading…'}
      </p>
      {!isStart && (
        <>
          <ImportBar entries={entries} problems={problems.length} />
          <div className={styles.columns}>
            <EntryList entries={entries} />
            {(tables.length > 0 || problems.length > 0) && (
              <div className={styles.aside}>
                <ProblemList problems={problems} />
                {tables.map((source) => (
                  <ColumnMatching key={source.id} source={source} />
                ))}
              </div>
            )}
          </div>
        </>
      )}
    </main>
  );
}
