// The places of the app with their counts, and below them the library and its save state.

import { countAttention } from '../features/library/selectors';
import { SaveState } from '../features/record/SaveState';
import { NOT_SAVED, saveWords } from '../features/record/save-words';
import { useStore } from '../store/store';
import { usePlaceCounts } from './place-counts';
import styles from './Sidebar.module.css';
import type { Route } from './shell-slice';

interface Place {
  name: string;
  route: Route;
  count?: number;
}

export function Sidebar() {
  const route = useStore((state) => state.route);
  const listing = useStore((state) => state.listing);
  const library = useStore((state) => state.library);
  const counts = usePlaceCounts();
  const { go, triageNow } = useStore.getState();

  const places: (Place & { onSelect: () => void; current: boolean })[] = [
    {
      name: 'Near misses',
      route: { name: 'home' },
      count: listing.records.length,
      onSelect: () => go({ name: 'home' }),
      current: route.name === 'home' || 'key' in route,
    },
    {
      name: 'To triage',
      route: { name: 'triage' },
      count: counts.toTriage,
      onSelect: () => triageNow(),
      current: route.name === 'triage',
    },
    place('Actions', { name: 'actions' }, counts.actions),
    ...(countAttention(listing) > 0
      ? [place('Needs attention', { name: 'attention' }, countAttention(listing))]
      : []),
    ...(listing.trash.length > 0 ? [place('Trash', { name: 'trash' }, listing.trash.length)] : []),
    place('Settings', { name: 'settings' }),
  ];

  function place(name: string, to: Route, count?: number) {
    return {
      name,
      route: to,
      ...(count === undefined ? {} : { count }),
      onSelect: () => go(to),
      current: route.name === to.name,
    };
  }

  return (
    <nav className={styles.sidebar} aria-label="Places">
      <div className={styles.brand}>Close Call</div>
      {places.map(({ name, count, current, onSelect }) => (
        <button
          key={name}
          type="button"
          className={styles.place}
          aria-current={current ? 'page' : undefined}
          onClick={onSelect}
        >
          {name} {count !== undefined && <span>{count}</span>}
        </button>
      ))}
      {library && (
        <div className={styles.library}>
          <div className={styles.name}>{library.name}</div>
          <div className={styles.folder} title={library.folder}>
            {library.folder}
          </div>
          <SaveLine />
          {!library.writable && <div>This folder can only be read</div>}
          <button type="button" onClick={() => void useStore.getState().showFolder()}>
            Show the folder
          </button>
          <button type="button" onClick={() => void useStore.getState().closeLibrary()}>
            Close this library
          </button>
        </div>
      )}
    </nav>
  );
}

/** The save state of whatever was edited last. */
function SaveLine() {
  const isSaid = useStore((state) => saveWords(state) !== null);
  const failed = useStore(({ open }) =>
    Object.values(open).find(({ save }) => save.kind === 'not-saved'),
  );
  if (!failed) return isSaid && <SaveState />;
  const { title } = failed.content.fields;
  return (
    <button
      type="button"
      className={styles.failed}
      onClick={() => useStore.getState().go({ name: 'record', key: failed.key })}
    >
      {NOT_SAVED}: {title || failed.path}
    </button>
  );
}
