// A near miss, whole: everything written, the facts, the ladder, triage and actions, to read and
// to change at any time, before a session or long after.

import { SECTION_HEADINGS, SECTION_KEYS } from '@core/record/model';
import { useEffect, useRef } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { Markdown } from '../../ui/Markdown';
import { ActionsEditor } from '../actions/ActionsEditor';
import { ExportMenu } from '../export/ExportMenu';
import { BarrierEditor } from '../ladder/BarrierEditor';
import { Ladder } from '../ladder/Ladder';
import { LadderEnds } from '../ladder/LadderEnds';
import { DecisionBand } from '../library/DecisionBand';
import { statusAfterTriage, TriageEditor } from '../triage/TriageEditor';
import { ConflictBanner } from './ConflictBanner';
import { FactsEditor } from './FactsEditor';
import styles from './RecordPage.module.css';
import { SaveState } from './SaveState';
import { Section } from './Section';

export default function RecordPage({ recordKey }: { recordKey: string }) {
  const view = useStore((state) => state.open[recordKey]);
  const library = useStore((state) => state.library);
  const { openRecord, editFields, go, beginSession, trash, saveNow, renameFile, askLink } =
    useStore.getState();
  useEffect(() => {
    void openRecord(recordKey).then((opened) => {
      if (!opened) go({ name: 'home' });
    });
  }, [recordKey, openRecord, go]);

  if (!view || !library) return <main className={styles.page} aria-busy="true" />;
  const { fields, extras, unknownKeys, problems } = view.content;
  return (
    <main className={styles.page}>
      <header className={styles.bar}>
        <Button look="quiet" onClick={() => go({ name: 'home' })}>
          ← Near misses
        </Button>
        <span className={styles.path} title={view.path}>
          {view.path}
        </span>
        <SaveState save={view.save} onRetry={() => void saveNow(recordKey)} />
        <ExportMenu keys={[recordKey]} />
        <Button look="quiet" onClick={() => void trash(recordKey)}>
          Move to trash
        </Button>
        <Button
          look="primary"
          shortcut="S"
          aria-keyshortcuts="S"
          disabled={view.readOnly}
          onClick={() => void beginSession(recordKey)}
        >
          Start a session
        </Button>
      </header>
      <div className={styles.columns}>
        <div className={styles.main}>
          <ConflictBanner view={view} />
          {view.readOnly && (
            <p className={styles.note}>
              This record was written by a newer version of Close Call. It can be read and exported
              here, not changed.
            </p>
          )}
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
            onChange={(title) => editFields(recordKey, { title })}
          />
          <fieldset className={styles.form} disabled={view.readOnly}>
            {SECTION_KEYS.map((section) => (
              <section key={section} aria-labelledby={`section-${section}`}>
                <h2 id={`section-${section}`}>{SECTION_HEADINGS[section]}</h2>
                <Section recordKey={recordKey} section={section} placeholder="Nothing yet" />
              </section>
            ))}
            {extras.map((extra) => (
              <section key={extra.heading} aria-label={extra.heading || 'Before the first section'}>
                {extra.heading && <h2>{extra.heading}</h2>}
                <Markdown source={extra.text} onOpenLink={askLink} />
                <p className={styles.kept}>
                  Not a section of the template. It is kept in the file as it is.
                </p>
              </section>
            ))}
            {unknownKeys.length > 0 && (
              <section aria-labelledby="unknown-keys">
                <h2 id="unknown-keys">Also in the front matter</h2>
                <dl className={styles.unknown}>
                  {unknownKeys.map(({ key, source }) => (
                    <div key={key}>
                      <dt>{key}</dt>
                      <dd>{source}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            )}
            <section aria-labelledby="actions-heading">
              <h2 id="actions-heading">Actions</h2>
              <ActionsEditor
                actions={fields.actions}
                onChange={(actions) => editFields(recordKey, { actions })}
              />
            </section>
          </fieldset>
        </div>
        <aside className={styles.side} aria-label="Ladder, triage and facts">
          <Ladder {...fields} />
          <fieldset className={styles.form} disabled={view.readOnly}>
            <details className={styles.details} open={fields.barriers.length === 0}>
              <summary>Change the ladder</summary>
              <LadderEnds fields={fields} onChange={(part) => editFields(recordKey, part)} />
              <BarrierEditor
                barriers={fields.barriers}
                onChange={(barriers) => editFields(recordKey, { barriers })}
              />
            </details>
            <section aria-labelledby="triage-heading">
              <h2 id="triage-heading">Triage</h2>
              <TriageEditor
                triage={fields.triage}
                config={library.config}
                onChange={(triage) =>
                  editFields(recordKey, {
                    triage,
                    status: statusAfterTriage(fields.status, triage),
                  })
                }
              />
            </section>
            <section aria-labelledby="facts-heading">
              <h2 id="facts-heading">Facts</h2>
              <FactsEditor fields={fields} onChange={(part) => editFields(recordKey, part)} />
            </section>
            <section aria-labelledby="file-heading" className={styles.file}>
              <h2 id="file-heading">File</h2>
              <p>{view.path}</p>
              {view.suggestedPath && (
                <>
                  <p>After its title it would be {view.suggestedPath}.</p>
                  <Button onClick={() => void renameFile(recordKey)}>Rename the file</Button>
                </>
              )}
            </section>
          </fieldset>
        </aside>
      </div>
    </main>
  );
}

/** The title, as long as it needs to be; a line end in it is a space. */
function TitleField({
  value,
  readOnly,
  onChange,
}: {
  value: string;
  readOnly: boolean;
  onChange: (title: string) => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <textarea
      ref={field}
      className={styles.title}
      aria-label="Title"
      rows={1}
      value={value}
      readOnly={readOnly}
      placeholder="Without a title"
      onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    />
  );
}
