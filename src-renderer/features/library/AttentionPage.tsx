// What a person has to look at: near misses with another version, to merge, and files that cannot
// be read as records, each with its reason. None of them is changed unasked.

import { useEffect } from 'react';
import { focusHeading } from '../../shell/use-page-focus';
import { useStore } from '../../store/store';
import page from '../../ui/page.module.css';
import { OtherVersions } from '../copies/OtherVersions';
import styles from './AttentionPage.module.css';
import { FileItem, Reason } from './FileItem';
import { countAttention, unreadableFiles } from './selectors';

export default function AttentionPage() {
  const listing = useStore((state) => state.listing);
  const files = unreadableFiles(listing);
  useFocusAfter(countAttention(listing));
  const hasCopies = listing.copies.length > 0;
  return (
    <main className={page.page}>
      <h1>Needs attention</h1>
      {!hasCopies && files.length === 0 && <p role="status">Nothing needs attention any more.</p>}
      {hasCopies && (
        <section className={styles.part} aria-labelledby="other-versions">
          <h2 id="other-versions">Other versions</h2>
          <p className={page.lead}>
            A program that keeps folders in step, or Git, has left another version of these near
            misses. Compare the two and choose; nothing is merged or removed before you say so.
          </p>
          <OtherVersions />
        </section>
      )}
      {files.length > 0 && (
        <section className={styles.part} aria-labelledby="unreadable">
          <h2 id="unreadable">Files that cannot be read</h2>
          <p className={page.lead}>
            These files could not be read as near misses. They are left exactly as they are; mend
            them in any editor and they appear in the list by themselves.
          </p>
          <ul className={styles.files}>
            {files.map((file) => (
              <FileItem key={file.key} file={file} title={file.path}>
                <Reason file={file} />
              </FileItem>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

/** An item goes with its buttons: whoever was on one of them goes on from the heading. */
function useFocusAfter(count: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count says that an item has gone.
  useEffect(() => {
    if (document.activeElement === document.body) focusHeading();
  }, [count]);
}
