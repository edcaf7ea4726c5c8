// What was written about the near miss in front: what could have happened first and large, then
// the rest that helps to judge it.

import { longDate } from '@core/dates';
import type { RecordView } from '@core/ipc/contract';
import { whatIsLeftSentence } from '@core/record/ladder';
import { SECTION_HEADINGS, type SectionKey } from '@core/record/model';
import { rowDate } from '@core/triage/queue';
import { seenBefore } from '@core/triage/seen-before';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from '../../store/store';
import { Markdown } from '../../ui/Markdown';
import { Ladder } from '../ladder/Ladder';
import { useRows } from '../library/use-rows';
import styles from './TriageStory.module.css';

const BELOW: SectionKey[] = ['almost', 'close', 'customers', 'latent', 'notes'];

export function TriageStory({ view, today }: { view: RecordView; today: string }) {
  const { key } = view;
  const { fields, sections } = view.content;
  const title = useRef<HTMLHeadingElement>(null);
  // So that a screen reader says what has come in front, and Tab goes on from there.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const texts = Object.values(sections);
  const left = whatIsLeftSentence(fields.barriers);
  const about = [
    longDate(rowDate({ fields })),
    ...fields.services,
    fields.reporter ? `reported by ${fields.reporter}` : 'in confidence',
  ];
  const section = (name: SectionKey) => (
    <Markdown source={sections[name]} sections={texts} onOpenLink={useStore.getState().askLink} />
  );
  return (
    <article className={styles.story}>
      <h2 ref={title} tabIndex={-1}>
        {fields.title || 'A near miss without a title'}
      </h2>
      <p className={styles.about}>{about.filter(Boolean).join(' · ')}</p>
      <dl>
        <div className={styles.front}>
          <dt>{SECTION_HEADINGS.could}</dt>
          <dd>{sections.could ? section('could') : fields.harm || 'Nobody has said yet.'}</dd>
        </div>
        {sections.saved && (
          <div>
            <dt>{SECTION_HEADINGS.saved}</dt>
            <dd>{section('saved')}</dd>
          </div>
        )}
        <div>
          <dt>Left between this and harm</dt>
          <dd>{left || 'Not known: nobody has said what stopped it.'}</dd>
        </div>
        <SeenBeforeItem recordKey={key} fields={fields} today={today} />
        {BELOW.filter((name) => sections[name]).map((name) => (
          <div key={name}>
            <dt>{SECTION_HEADINGS[name]}</dt>
            <dd>{section(name)}</dd>
          </div>
        ))}
      </dl>
      {fields.barriers.length > 0 && <Ladder {...fields} counting={false} />}
    </article>
  );
}

function SeenBeforeItem({
  recordKey,
  fields,
  today,
}: {
  recordKey: string;
  fields: RecordView['content']['fields'];
  today: string;
}) {
  const rows = useRows();
  const seen = useMemo(
    () => seenBefore(rows, { key: recordKey, fields }, today),
    [rows, recordKey, fields, today],
  );
  return (
    <div>
      <dt>Seen before</dt>
      <dd>
        {seen.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {seen.last.length > 0 && (
          <ul className={styles.last}>
            {seen.last.map((row) => (
              <li key={row.key}>
                <button
                  type="button"
                  onClick={() => useStore.getState().go({ name: 'record', key: row.key })}
                >
                  {row.fields.title || 'Without a title'}
                </button>{' '}
                <span>{longDate(rowDate(row)) || 'without a date'}</span>
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}
