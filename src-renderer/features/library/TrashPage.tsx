// The library's own trash: nothing in it is ever deleted by the app.

import { longDate } from '@core/dates';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import page from '../../ui/page.module.css';
import styles from './TrashPage.module.css';

export default function TrashPage() {
  const trash = useStore((state) => state.listing.trash);
  const restore = useStore((state) => state.restore);
  return (
    <main className={page.page}>
      <h1>Trash</h1>
      <p className={page.lead}>
        Near misses moved here stay in the library’s folder, under .close-call/trash, until someone
        deletes the files by hand.
      </p>
      {trash.length === 0 ? (
        <p role="status">The trash is empty.</p>
      ) : (
        <ul className={styles.trash}>
          {trash.map(({ id, title, path, at }) => (
            <li key={id}>
              <div>
                <b>{title || path}</b>
                <p>
                  {path} · moved here on {longDate(at)}
                </p>
              </div>
              <Button onClick={() => void restore(id)}>Restore</Button>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
