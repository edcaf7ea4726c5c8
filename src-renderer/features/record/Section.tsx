// One section of a record in its editor, which listens for its words by itself: nothing here is drawn
// for a letter.

import type { RecordKey } from '@core/library/listing';
import { SECTION_HEADINGS, type SectionKey } from '@core/record/model';
import type { CaretPlace, ReadCaret } from '@core/session/session';
import { useMemo } from 'react';
import { SectionEditor } from '../../editor/later-editor';
import type { SectionSource } from '../../editor/section-source';
import { type State, useStore } from '../../store/store';

interface Props {
  recordKey: RecordKey;
  section: SectionKey;
  size?: 'page' | 'room';
  autoFocus?: boolean;
  placeholder?: string;
  toolbar?: 'always' | 'focus' | 'none';
  caret?: CaretPlace | undefined;
  onCaret?: (read: ReadCaret) => void;
}

export function Section({
  recordKey,
  section,
  size = 'page',
  autoFocus = false,
  placeholder = '',
  toolbar = size === 'room' ? 'always' : 'focus',
  caret,
  onCaret,
}: Props) {
  const source = useMemo(() => sourceOf(recordKey, section), [recordKey, section]);
  const lineEnd = useStore((state) => state.open[recordKey]?.content.lineEnd);
  const readOnly = useStore((state) => state.open[recordKey]?.readOnly ?? true);
  const { editSection, askLink } = useStore.getState();
  if (lineEnd === undefined) return null;
  return (
    <SectionEditor
      label={SECTION_HEADINGS[section]}
      source={source}
      onChange={(markdown, upon) => editSection(recordKey, section, markdown, upon)}
      onOpenLink={askLink}
      readOnly={readOnly}
      size={size}
      autoFocus={autoFocus}
      placeholder={placeholder}
      toolbar={toolbar}
      caret={caret}
      lineEnd={lineEnd}
      {...(onCaret ? { onCaret } : {})}
    />
  );
}

/** The section's words; of a record that is closed, those it had last. */
function sourceOf(recordKey: RecordKey, section: SectionKey): SectionSource {
  const wordsIn = ({ open }: State) => open[recordKey]?.content.sections[section];
  let last = '';
  return {
    read: () => {
      last = wordsIn(useStore.getState()) ?? last;
      return last;
    },
    subscribe: (changed) =>
      useStore.subscribe((state, before) => {
        if (wordsIn(state) !== wordsIn(before)) changed();
      }),
  };
}
