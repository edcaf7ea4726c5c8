// The end: the whole record read out, the decision, the actions, thanks to whoever raised it and
// to what worked.

import type { RecordKey } from '@core/library/listing';
import { STATUS_NAMES } from '@core/library/status-names';
import { SECTION_HEADINGS, SECTION_KEYS, STATUSES, type Status } from '@core/record/model';
import { thanksTo, thanksToSaver } from '@core/session/thanks';
import { usePageFocus } from '../../shell/use-page-focus';
import { useStore } from '../../store/store';
import { Choice } from '../../ui/fields';
import { Markdown } from '../../ui/Markdown';
import { type RecordOutline, useSections } from '../record/outline';
import { ReadActions, ReadDecision } from './ReadDecision';
import styles from './ReadOut.module.css';
import { useSharedReading } from './use-shared-reading';

const AFTER: readonly Status[] = STATUSES.filter((status) => status !== 'captured');

interface Props {
  view: RecordOutline;
  /** What the near miss is from here. */
  status: Status;
  onStatus(status: Status): void;
}

export function ReadOut({ view, status, onStatus }: Props) {
  const leads = useStore((state) => state.role === 'main');
  const { fields } = view.content;
  usePageFocus('read-out');
  useSharedReading();
  return (
    <div className={styles.page}>
      <h1>{fields.title || 'A near miss without a title'}</h1>
      <ReadSections recordKey={view.key} />
      <section aria-labelledby="read-decision">
        <h2 id="read-decision">Decision</h2>
        <ReadDecision fields={fields} />
        {leads && (
          <div className={styles.status}>
            <Choice
              label="From here it is"
              words={AFTER}
              name={(word) => STATUS_NAMES[word]}
              value={status}
              onChange={(word) => word && onStatus(word)}
            />
          </div>
        )}
      </section>
      <section aria-labelledby="read-actions">
        <h2 id="read-actions">Actions</h2>
        <ReadActions fields={fields} none="None. Deciding not to act is a decision too." />
      </section>
      <section aria-labelledby="read-thanks" className={styles.thanks}>
        <h2 id="read-thanks">Thank you</h2>
        <p>{thanksTo(fields.reporter)}</p>
        <p>{thanksToSaver(fields.barriers)}</p>
      </section>
    </div>
  );
}

function ReadSections({ recordKey }: { recordKey: RecordKey }) {
  const { askLink } = useStore.getState();
  const sections = useSections(recordKey);
  if (!sections) return null;
  const texts = Object.values(sections);
  return SECTION_KEYS.filter((key) => sections[key]).map((key) => (
    <section key={key} aria-labelledby={`read-${key}`}>
      <h2 id={`read-${key}`}>{SECTION_HEADINGS[key]}</h2>
      <Markdown source={sections[key]} sections={texts} onOpenLink={askLink} />
    </section>
  ));
}
