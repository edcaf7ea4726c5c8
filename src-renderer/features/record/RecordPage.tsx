// A near miss, whole: everything written, the facts, the ladder, triage and actions, to read and
// to change at any time, before a session or long after.

import { SECTION_HEADINGS, SECTION_KEYS } from '@core/record/model';
import { useEffect } from 'react';
import { useStore } from '../../store/store';
import { ActionsEditor } from '../actions/ActionsEditor';
import { DecisionBand } from '../library/DecisionBand';
import { SaveTrouble } from '../trouble/SaveTrouble';
import { KeptAsIs } from './KeptAsIs';
import { useOutline } from './outline';
import { ReadOnlyBanner } from './ReadOnlyNote';
import { RecordBar } from './RecordBar';
import styles from './RecordPage.module.css';
import { RecordSide } from './RecordSide';
import { Section } from './Section';
import { TitleField } from './TitleField';

export default function RecordPage({ recordKey }: { recordKey: string }) {
  const view = useOutline(recordKey);
  const config = useStore((state) => state.library?.config);
  // Only wanted while the record is not open: a list is long.
  const listed = useStore(({ open, listing }) =>
    open[recordKey] ? undefined : listing.records.find(({ key }) => key === recordKey),
  );
  const { openRecord, editFields, go } = useStore.getState();
  useEffect(() => {
    void openRecord(recordKey).then((opened) => {
      const { route } = useStore.getState();
      // Nobody who has gone elsewhere meanwhile is taken away from there.
      const stillHere = route.name === 'record' && route.key === recordKey;
      if (!opened && stillHere) go({ name: 'home' });
    });
  }, [recordKey, openRecord, go]);

  const title = view ? view.content.fields.title : listed?.fields.title;
  const heading = <h1 className="visually-hidden">{title || 'A near miss without a title'}</h1>;
  if (!view || !config) {
    return (
      <main className={styles.page} aria-busy="true">
        {heading}
      </main>
    );
  }
  const { fields, problems } = view.content;
  return (
    <main className={styles.page}>
      {heading}
      <RecordBar view={view} />
      <SaveTrouble recordKey={recordKey} />
      {view.readOnly && <ReadOnlyBanner />}
      <div className={styles.body}>
        <div className={styles.columns}>
          <div className={styles.place}>
            <div className={styles.main}>
              {problems.length > 0 && (
                <div className={styles.note}>
                  <p>Some words in this file could not be used. They are kept as they are.</p>
                  <ul>
                    {problems.map((problem) => (
                      <li key={`${problem.line} ${problem.message}`}>
                        Line {problem.line}: {problem.message}
                      </li>
                    ))}
                  </ul>
                </div>
              )}
              <DecisionBand fields={fields} />
              <TitleField
                value={fields.title}
                readOnly={view.readOnly}
                onChange={(changed) => editFields(recordKey, { title: changed })}
              />
              <div className={styles.form}>
                {SECTION_KEYS.map((section) => (
                  <section key={section} aria-labelledby={`section-${section}`}>
                    <h2 id={`section-${section}`}>{SECTION_HEADINGS[section]}</h2>
                    <Section recordKey={recordKey} section={section} placeholder="Nothing yet" />
                  </section>
                ))}
                <KeptAsIs view={view} />
              </div>
              <fieldset className={styles.form} disabled={view.readOnly}>
                <section aria-labelledby="actions-heading">
                  <h2 id="actions-heading">Actions</h2>
                  <ActionsEditor
                    actions={fields.actions}
                    onChange={(actions, said) => editFields(recordKey, { actions }, said)}
                  />
                </section>
              </fieldset>
            </div>
          </div>
          <RecordSide view={view} config={config} />
        </div>
      </div>
    </main>
  );
}
