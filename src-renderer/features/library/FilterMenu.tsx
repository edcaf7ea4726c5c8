// "Filter": every facet with its values, to switch on and off. What is chosen counts at once.

import { Popover } from '@base-ui/react/popover';
import {
  FACET_NAMES,
  FACET_VALUES,
  type Facet,
  type Filter,
  filterName,
  filterOf,
  isSameFilter,
  valueName,
} from '@core/library/facets';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useStore } from '../../store/store';
import { TextField } from '../../ui/fields';
import { sentenceCase } from '../../ui/words';
import styles from './FilterMenu.module.css';
import bar from './ListBar.module.css';
import { useWords } from './use-words';

/** Of the words in use, the most used; others are typed. */
const MOST_WORDS = 12;

export default function FilterMenu() {
  return (
    <Popover.Root>
      <Popover.Trigger className={bar.trigger} data-filter-trigger>
        <ListFilter size={15} aria-hidden="true" /> Filter
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner
          sideOffset={4}
          align="start"
          collisionPadding={12}
          collisionAvoidance={{ side: 'none', align: 'shift', fallbackAxisSide: 'none' }}
          className={styles.positioner}
        >
          <Popover.Popup className={styles.popup}>
            <Popover.Title className={styles.title}>Show only near misses with</Popover.Title>
            <Facets />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Facets() {
  const words = useWords();
  return (
    <>
      <Pills facet="status" values={FACET_VALUES.status} />
      <Pills facet="decision" values={FACET_VALUES.decision} />
      <OpenFacet facet="service" inUse={words.services} />
      <OpenFacet facet="theme" inUse={words.themes} />
      <Pills facet="saver" values={FACET_VALUES.saver} />
      <Pills facet="luck" values={FACET_VALUES.luck} />
      <Pills facet="kind" values={FACET_VALUES.kind} />
      <fieldset className={styles.facet}>
        <legend>Date</legend>
        <div className={styles.dates}>
          <DateField facet="after" />
          <DateField facet="before" />
        </div>
      </fieldset>
      <p className={styles.hint}>
        In the search field, the same is typed: <code>service:orders</code>, <code>saver:luck</code>
        , <code>before:2026-06</code>.
      </p>
    </>
  );
}

function Pills({ facet, values }: { facet: Facet; values: readonly string[] }) {
  return (
    <fieldset className={styles.facet}>
      <legend>{FACET_NAMES[facet]}</legend>
      <div className={styles.pills}>
        {values.map((value) => (
          <Pill key={value} filter={{ facet, value }} />
        ))}
      </div>
    </fieldset>
  );
}

function Pill({ filter }: { filter: Filter }) {
  const isOn = useStore(({ filters }) => filters.some((other) => isSameFilter(other, filter)));
  const { addFilter, removeFilter } = useStore.getState();
  const { facet, value } = filter;
  return (
    <button
      type="button"
      className={styles.pill}
      aria-pressed={isOn}
      onClick={() => (isOn ? removeFilter(filter) : addFilter(filter))}
    >
      {facet === 'luck' ? filterName(filter) : nameOf(facet, value)}
    </button>
  );
}

/** A word of the team's own stands as it is written. */
function nameOf(facet: Facet, value: string): string {
  const name = valueName(facet, value);
  return facet === 'service' || facet === 'theme' ? name : sentenceCase(name);
}

function OpenFacet({ facet, inUse }: { facet: 'service' | 'theme'; inUse: readonly string[] }) {
  const filters = useStore((state) => state.filters);
  const [text, setText] = useState('');
  const set = filters.filter((filter) => filter.facet === facet).map(({ value }) => value);
  const shown = inUse.slice(0, MOST_WORDS);
  const values = [...shown, ...set.filter((value) => !shown.includes(value))];
  const add = () => {
    const filter = filterOf(facet, text);
    if (filter) useStore.getState().addFilter(filter);
    setText('');
  };
  return (
    <fieldset className={styles.facet}>
      <legend>{FACET_NAMES[facet]}</legend>
      <div className={styles.pills}>
        {values.map((value) => (
          <Pill key={value} filter={{ facet, value }} />
        ))}
        {inUse.length > MOST_WORDS && (
          <input
            className={styles.other}
            aria-label={`Another ${facet}`}
            placeholder={`Another ${facet}…`}
            list={`other-${facet}`}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && add()}
            onBlur={add}
          />
        )}
        <datalist id={`other-${facet}`}>
          {inUse.slice(MOST_WORDS).map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
        {values.length === 0 && <span className={styles.hint}>None yet.</span>}
      </div>
    </fieldset>
  );
}

function DateField({ facet }: { facet: 'after' | 'before' }) {
  const filters = useStore((state) => state.filters);
  const { addFilter, removeFilter } = useStore.getState();
  const set = filters.find((filter) => filter.facet === facet);
  const [text, setText] = useState(set?.value ?? '');
  const isWrong = text.trim() !== '' && filterOf(facet, text) === null;
  const commit = () => {
    const filter = filterOf(facet, text);
    if (isWrong || (filter && set && isSameFilter(filter, set))) return;
    if (set) removeFilter(set);
    if (filter) addFilter(filter);
  };
  return (
    <TextField
      label={FACET_NAMES[facet]}
      value={text}
      onChange={setText}
      placeholder="2026-06"
      aria-invalid={isWrong || undefined}
      hint={isWrong ? 'a year, a month or a day: 2026, 2026-06, 2026-06-14' : undefined}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
