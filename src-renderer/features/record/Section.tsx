// One section of a record in its editor.

import type { RecordKey } from '@core/library/listing';
import { SECTION_HEADINGS, type SectionKey } from '@core/record/model';
import type { CaretPlace } from '@core/session/session';
import { SectionEditor } from '../../editor/later-editor';
import { useStore } from '../../store/store';

interface Props {
  recordKey: RecordKey;
  section: SectionKey;
  size?: 'page' | 'room';
  autoFocus?: boolean;
  placeholder?: string;
  toolbar?: 'always' | 'focus' | 'none';
  caret?: CaretPlace | undefined;
  onCaret?: (caret: CaretPlace) => void;
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
  const view = useStore((state) => state.open[recordKey]);
  const { editSection, askLink } = useStore.getState();
  if (!view) return null;
  return (
    <SectionEditor
      label={SECTION_HEADINGS[section]}
      markdown={view.content.sections[section]}
      onChange={(markdown, before) => editSection(recordKey, section, markdown, before)}
      onOpenLink={askLink}
      readOnly={view.readOnly}
      size={size}
      autoFocus={autoFocus}
      placeholder={placeholder}
      toolbar={toolbar}
      caret={caret}
      lineEnd={view.content.lineEnd}
      {...(onCaret ? { onCaret } : {})}
    />
  );
}
