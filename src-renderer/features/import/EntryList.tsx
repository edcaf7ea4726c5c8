// The near misses of an import, one row each: ticked or not, and opened to be read or changed.

import { useEffect, useRef, useState } from 'react';
import { useStore } from '../../store/store';
import { EntryRow } from './EntryRow';
import styles from './ImportPage.module.css';
import type { ShownEntry } from './import-entries';

export function EntryList({ entries }: { entries: readonly ShownEntry[] }) {
  const [open, setOpen] = useState<string | null>(null);
  const { tickEntries } = useStore.getState();
  const ids = entries.map(({ entry }) => entry.id);
  const ticked = entries.filter((shown) => shown.ticked).length;
  if (entries.length === 0) {
    return <p className={styles.nothing}>There is no near miss in it that can be imported.</p>;
  }
  return (
    <section className={styles.list} aria-labelledby="import-entries">
      <header>
        <h2 id="import-entries">Near misses</h2>
        {entries.length > 1 && (
          <TickAll
            all={ticked === entries.length}
            some={ticked > 0}
            onChange={(tick) => tickEntries(ids, tick)}
          />
        )}
      </header>
      <ol>
        {entries.map((shown) => (
          <EntryRow
            key={shown.entry.id}
            shown={shown}
            isOpen={open === shown.entry.id}
            onToggle={() => setOpen(open === shown.entry.id ? null : shown.entry.id)}
          />
        ))}
      </ol>
    </section>
  );
}

interface TickAllProps {
  all: boolean;
  some: boolean;
  onChange: (ticked: boolean) => void;
}

function TickAll({ all, some, onChange }: TickAllProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = some && !all;
  }, [some, all]);
  return (
    <label className={styles.tick}>
      <input
        ref={input}
        type="checkbox"
        checked={all}
        onChange={({ target }) => onChange(target.checked)}
      />
      All of them
    </label>
  );
}
