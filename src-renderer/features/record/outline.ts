// A record as it is drawn around its words. Promises that it stays the same object for as long as
// nothing changes but what is written in the sections and how saving goes, which is with each letter:
// who needs those listens for them where they are shown.

import type { RecordView } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { RecordContent, SectionKey, Sections } from '@core/record/model';
import { useRef } from 'react';
import { useStore } from '../../store/store';

/** All of a record but what changes with each letter. */
export type RecordOutline = Omit<RecordView, 'content' | 'save' | 'revision'> & {
  content: Omit<RecordContent, 'sections'>;
};

/** The outline of a record that is open; undefined when it is not, or when there is no key. */
export function useOutline(key: RecordKey | undefined): RecordOutline | undefined {
  const last = useRef<RecordOutline>(undefined);
  return useStore((state) => {
    const view = key === undefined ? undefined : state.open[key];
    if (!view || !last.current || !isSameOutline(last.current, view)) last.current = view;
    return last.current;
  });
}

/** The words of a record's sections as they are now; none of a record that is not open. */
export function useSections(key: RecordKey): Sections | undefined {
  return useStore((state) => state.open[key]?.content.sections);
}

/** The words of one section; '' where there are none, or no section. */
export function useSection(key: RecordKey, section: SectionKey | null): string {
  return useStore((state) => (section && state.open[key]?.content.sections[section]) ?? '');
}

/** With each letter it is asked by whoever draws a record. */
function isSameOutline(one: RecordOutline, other: RecordOutline): boolean {
  return (
    one === other ||
    (isSame(one, other, NOT_DRAWN) && isSame(one.content, other.content, NOT_OF_CONTENT))
  );
}

const NOT_DRAWN = new Set(['content', 'save', 'revision']);
const NOT_OF_CONTENT = new Set(['sections']);

/** Whether two things differ in nothing but these keys. */
function isSame<T extends object>(one: T, other: T, but: ReadonlySet<string>): boolean {
  for (const key in other) if (!(key in one)) return false;
  for (const key in one) if (!but.has(key) && one[key] !== other[key]) return false;
  return true;
}
