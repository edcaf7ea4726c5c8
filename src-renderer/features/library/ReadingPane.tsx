// The near miss that is picked out, to read: enough to know whether to open it. While one goes through
// the list with a key held down, or types, it waits: the list comes first.

import { longDate } from '@core/dates';
import { rowsByKey } from '@core/library/list-view';
import type { RecordSummary } from '@core/library/listing';
import { dateOf } from '@core/library/row-facts';
import { whatIsLeftSentence } from '@core/record/ladder';
import { SECTION_HEADINGS, type SectionKey } from '@core/record/model';
import { waitsForTriage } from '@core/triage/queue';
import { Trash2 } from 'lucide-react';
import { memo } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { Markdown } from '../../ui/Markdown';
import { useAtRest } from '../../ui/use-at-rest';
import { ExportMenu } from '../export/ExportMenu';
import { ReadOnlyNote } from '../record/ReadOnlyNote';
import { DecisionBand } from './DecisionBand';
import styles from './ReadingPane.module.css';
import { useExcerpts } from './use-excerpts';

const READ: SectionKey[] = ['almost', 'saved', 'close', 'could', 'latent'];

export function ReadingPane() {
  const picked = useStore(({ listing, selected }) =>
    selected === null ? undefined : rowsByKey(listing.records).get(selected),
  );
  return <Reading record={useAtRest(picked)} />;
}

const Reading = memo(function Reading({ record }: { record: RecordSummary | undefined }) {
  const empty = useStore((state) => state.listing.records.length === 0);
  const writable = useStore((state) => state.library?.writable ?? true);
  const excerpts = useExcerpts(record);
  const { go, beginSession, triageNow, trash, askLink } = useStore.getState();
  if (!record) {
    return (
      <aside className={styles.pane} aria-label="Reading pane">
        {!empty && <p className={styles.hint}>Choose a near miss to read it here.</p>}
      </aside>
    );
  }
  const { fields, key } = record;
  const about = [longDate(dateOf(fields)), ...fields.services, fields.foundIn].filter(Boolean);
  const texts = Object.values(excerpts);
  const left = whatIsLeftSentence(fields.barriers);
  const readOnly = record.readOnly || !writable;
  const waits = writable && waitsForTriage(record);
  return (
    <aside className={styles.pane} aria-label="Reading pane">
      <DecisionBand fields={fields} />
      <h2 className={styles.title}>{fields.title || 'Without a title'}</h2>
      <p className={styles.about}>{about.join(' · ')}</p>
      {readOnly && <ReadOnlyNote className={styles.note} />}
      <dl className={styles.sections}>
        {READ.filter((section) => excerpts[section]).map((section) => (
          <div key={section}>
            <dt>{SECTION_HEADINGS[section]}</dt>
            <dd>
              <Markdown source={excerpts[section]} sections={texts} onOpenLink={askLink} />
              {section === 'close' && left && <p className={styles.left}>{left}</p>}
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles.actions}>
        {waits && (
          <Button look="primary" onClick={() => triageNow(key)}>
            Triage
          </Button>
        )}
        <Button look={waits ? 'plain' : 'primary'} onClick={() => go({ name: 'record', key })}>
          Open
        </Button>
        <Button onClick={() => void beginSession(key)} disabled={readOnly}>
          Start a session
        </Button>
        <ExportMenu keys={[key]} />
        <Button
          look="icon"
          className={styles.trash}
          aria-label="Move to trash"
          title="Move to trash"
          disabled={!writable}
          onClick={() => void trash(key)}
        >
          <Trash2 size={18} aria-hidden="true" />
        </Button>
      </div>
    </aside>
  );
});
