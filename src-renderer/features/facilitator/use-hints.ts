// The wording hints of a record while it is typed: read again when the typing rests, and then only
// what has changed. The names of who is here are known while this is shown, and are kept nowhere.

import type { RecordView } from '@core/ipc/contract';
import { SECTION_KEYS, type SectionKey } from '@core/record/model';
import type { Session } from '@core/session/session';
import { type Hint, hintReader } from '@core/wording/hints';
import { useEffect, useMemo, useState } from 'react';

/** Milliseconds without a change. */
const RESTS = 400;

export interface PlacedHint {
  /** The same for the same words wherever they move while the room types on. */
  id: string;
  section: SectionKey;
  hint: Hint;
}

/** Everyone the record and the session name. */
export function namesIn(session: Session, { content }: RecordView): string[] {
  const { reporter, actions } = content.fields;
  const owners = actions.map(({ owner }) => owner);
  const names = [...session.people, session.facilitator, reporter, ...owners];
  return [...new Set(names.map((name) => name.trim()).filter(Boolean))];
}

/** Hints of all sections, those of `first` first. */
export function useHints(
  view: RecordView,
  people: readonly string[],
  first: SectionKey | null,
): PlacedHint[] {
  const { sections } = view.content;
  const [settled, setSettled] = useState(sections);
  useEffect(() => {
    if (settled === sections) return;
    const timer = setTimeout(() => setSettled(sections), RESTS);
    return () => clearTimeout(timer);
  }, [sections, settled]);

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

function withIds(section: SectionKey, hints: readonly Hint[]): PlacedHint[] {
  const times = new Map<string, number>();
  return hints.map((hint) => {
    const time = (times.get(hint.seen) ?? 0) + 1;
    times.set(hint.seen, time);
    return { id: `${section} ${time} ${hint.seen}`, section, hint };
  });
}
