// The history of a record: its versions by day, and what differs between one of them and what is
// there now, or the version before it. Any of them comes back with a button, and that is undone
// like everything else. Escape goes back to the record.

import type { Version } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import { useEffect, useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { SaveState } from '../record/SaveState';
import { SaveTrouble } from '../trouble/SaveTrouble';
import { Comparison } from './Comparison';
import styles from './HistoryPage.module.css';
import { VersionList } from './VersionList';
import { firstToShow } from './version-list';

export default function HistoryPage({ recordKey }: { recordKey: RecordKey }) {
  const view = useStore((state) => state.open[recordKey]);
  const { go, openRecord } = useStore.getState();
  const versions = useVersions(recordKey);
  const [picked, setPicked] = useState<Version | null>(null);
  useEffect(() => {
    if (!view) void openRecord(recordKey);
  }, [view, recordKey, openRecord]);
  useEscape(() => go({ name: 'record', key: recordKey }));

  const shown =
    versions?.find((one) => isSame(one, picked)) ??
    firstToShow(versions ?? [], new Date()) ??
    versions?.[0];
  const title = view?.content.fields.title || 'A near miss without a title';
  return (
    <main className={styles.page} aria-busy={versions === null}>
      <header className={styles.bar}>
        <Button look="quiet" onClick={() => go({ name: 'record', key: recordKey })}>
          ← Back to the near miss
        </Button>
        <h1>
          History <span title={title}>{title}</span>
        </h1>
        <SaveState recordKey={recordKey} />
      </header>
      <SaveTrouble recordKey={recordKey} />
      {versions && !shown && (
        <p className={styles.empty} role="status">
          No earlier versions yet. Each save is kept for 30 days.
        </p>
      )}
      {versions && shown && (
        <div className={styles.columns}>
          <VersionList versions={versions} shown={shown} onShow={setPicked} />
          <Comparison
            key={`${shown.at} ${shown.hash}`}
            recordKey={recordKey}
            versions={versions}
            version={shown}
            readOnly={view?.readOnly ?? true}
            revision={view?.revision ?? 0}
          />
        </div>
      )}
    </main>
  );
}

/** The versions, read anew when the file has been written or changed; null until they are there. */
function useVersions(key: RecordKey): Version[] | null {
  const [versions, setVersions] = useState<Version[] | null>(null);
  const revision = useStore((state) => state.open[key]?.revision);
  const savedAt = useStore((state) => {
    const save = state.open[key]?.save;
    return save?.kind === 'saved' ? save.at : null;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the two say when there may be a new one.
  useEffect(() => {
    let isOld = false;
    void useStore
      .getState()
      .versionsOf(key)
      .then((read) => {
        if (!isOld && read) setVersions(read);
      });
    return () => {
      isOld = true;
    };
  }, [key, revision, savedAt]);
  return versions;
}

function useEscape(leave: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"]')) return;
      leave();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}

function isSame(one: Version, other: Version | null): boolean {
  return other !== null && one.hash === other.hash && one.at === other.at;
}
