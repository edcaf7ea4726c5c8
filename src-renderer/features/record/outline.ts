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

function isSameOutline(one: RecordOutline, other: RecordOutline): boolean {
  return (
    isSame(one, other, ['content', 'save', 'revision']) &&
    isSame(one.content, other.content, ['sections'])
  );
}

/** Whether two things differ in nothing but these keys. */
function isSame<T extends object>(one: T, other: T, but: readonly string[]): boolean {
  const keys = Object.keys({ ...one, ...other }).filter((key) => !but.includes(key));
  return keys.every((key) => one[key as keyof T] === other[key as keyof T]);
}
