// The wording hints of a record while it is typed: read again when the typing rests, and then only
// what has changed. The names of who is here are known while this is shown, and are kept nowhere.

import type { RecordKey } from '@core/library/listing';
import { emptySections, SECTION_KEYS, type SectionKey, type Sections } from '@core/record/model';
import type { Session } from '@core/session/session';
import { type Hint, hintReader } from '@core/wording/hints';
import { useEffect, useMemo, useState } from 'react';
import { type State, useStore } from '../../store/store';
import type { RecordOutline } from '../record/outline';

/** Milliseconds without a change. */
const RESTS = 400;

export interface PlacedHint {
  /** The same for the same words wherever they move while the room types on. */
  id: string;
  section: SectionKey;
  hint: Hint;
}

/** Everyone the record and the session name. */
export function namesIn(session: Session, { content }: RecordOutline): string[] {
  const { reporter, actions } = content.fields;
  const owners = actions.map(({ owner }) => owner);
  const names = [...session.people, session.facilitator, reporter, ...owners];
  return [...new Set(names.map((name) => name.trim()).filter(Boolean))];
}

/** Hints of all sections, those of `first` first. */
export function useHints(
  key: RecordKey,
  people: readonly string[],
  first: SectionKey | null,
): PlacedHint[] {
  const settled = useSettled(key);

  const names = people.join('\n');
  const readers = useMemo(() => {
    const known = names.split('\n');
    return SECTION_KEYS.map((section) => ({ section, reader: hintReader(known) }));
  }, [names]);
  return useMemo(
    () =>
      readers
        .toSorted((a, b) => Number(b.section === first) - Number(a.section === first))
        .flatMap(({ section, reader }) => withIds(section, reader.read(settled[section]))),
    [readers, settled, first],
  );
}

/** The words of a record's sections when the typing rested last; nothing is drawn meanwhile. */
function useSettled(key: RecordKey): Sections {
  const [settled, setSettled] = useState(() => wordsOf(useStore.getState(), key));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => setSettled(wordsOf(useStore.getState(), key));
    const stop = useStore.subscribe((state, before) => {
      if (wordsOf(state, key) === wordsOf(before, key)) return;
      clearTimeout(timer);
      timer = setTimeout(read, RESTS);
    });
    read();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [key]);
  return settled;
}

const wordsOf = ({ open }: State, key: RecordKey) => open[key]?.content.sections ?? NO_WORDS;
const NO_WORDS = emptySections();

function withIds(section: SectionKey, hints: readonly Hint[]): PlacedHint[] {
  const times = new Map<string, number>();
  return hints.map((hint) => {
    const time = (times.get(hint.seen) ?? 0) + 1;
    times.set(hint.seen, time);
    return { id: `${section} ${time} ${hint.seen}`, section, hint };
  });
}
