// The home page: near misses by status or as found, and a reading pane for the one picked out.

import { memo, useEffect, useMemo } from 'react';
import { runCommand } from '../../shell/commands/run';
import { fetchNextPages } from '../../shell/pages';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { useAtRest } from '../../ui/use-at-rest';
import { BulkBar } from '../bulk/BulkBar';
import { CaptureButton } from '../capture/CaptureButton';
import { CopiesBanner } from '../copies/CopiesBanner';
import { ExportMenu } from '../export/ExportMenu';
import { Tour } from '../welcome/Tour';
import styles from './Home.module.css';
import { ListBar } from './ListBar';
import { ReadingPane } from './ReadingPane';
import { RecordList } from './RecordList';
import { ResumeBanner } from './ResumeBanner';
import { SearchField } from './SearchField';
import { ShownCount } from './ShownCount';
import { type Shown, shownOf } from './shown';

/** Painted and ready to be used: what start-up is measured by. */
function useUsableMark() {
  useEffect(() => {
    requestAnimationFrame(() => performance.mark('usable'));
    const idle = requestIdleCallback(fetchNextPages);
    return () => cancelIdleCallback(idle);
  }, []);
}

/** In a quiet moment, and again when the library is another. */
function useReadySearch() {
  const records = useStore((state) => state.listing.records);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is prepared is for these records
  useEffect(() => {
    const idle = requestIdleCallback(() => useStore.getState().prepareSearch());
    return () => cancelIdleCallback(idle);
  }, [records]);
}

export function Home() {
  useUsableMark();
  useReadySearch();
  const empty = useStore((state) => state.listing.records.length === 0);
  return (
    <main className={styles.home}>
      <section className={styles.list} aria-label="Near misses">
        <header className={styles.header}>
          <h1>Near misses</h1>
          <Button shortcut="S" aria-keyshortcuts="S" onClick={() => runCommand('start-session')}>
            Start a session
          </Button>
          <CaptureButton />
        </header>
        <ResumeBanner />
        <Tour />
        <CopiesBanner />
        {empty ? (
          <Empty />
        ) : (
          <>
            <div className={styles.tools}>
              <SearchField />
              <ExportShown />
            </div>
            <ListBar />
            <ShownCount />
            <RecordList />
            <BulkBar />
          </>
        )}
      </section>
      <ReadingPane />
    </main>
  );
}

/** Exports what the list shows: everything, what the filters leave, or what was found. */
function ExportShown() {
  return <ExportAll order={useAtRest(useStore(shownOf).order)} />;
}

const ExportAll = memo(function ExportAll({ order }: Pick<Shown, 'order'>) {
  const keys = useMemo(() => order.map(({ key }) => key), [order]);
  if (keys.length === 0) return null;
  return (
    <ExportMenu keys={keys} name={`Export ${keys.length === 1 ? 'it' : `all ${keys.length}`}…`} />
  );
});

function Empty() {
  const library = useStore((state) => state.library);
  if (library?.gone) {
    return (
      <div className={styles.empty} role="status">
        <h2>The folder is gone</h2>
        <p>
          {library.folder} cannot be found: it was moved, or its disk is not there. The near misses
          appear again as soon as it is back.
        </p>
        <p>What you typed is kept, and is saved then.</p>
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <h2>No near misses yet</h2>
      <p>
        Something almost went wrong and did not: a disk that hit 94 %, a bad change caught by luck,
        a failure that stopped one hop short. One line is enough to keep it.
      </p>
      <p>Each one becomes a Markdown file in this folder, yours to read, edit and keep in git.</p>
    </div>
  );
}
