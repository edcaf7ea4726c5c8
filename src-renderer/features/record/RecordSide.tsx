// Beside the words of a record: its ladder, triage, facts, and its file.

import type { LibraryConfig } from '@core/library/config';
import { useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { BarrierEditor } from '../ladder/BarrierEditor';
import { Ladder } from '../ladder/Ladder';
import { LadderEnds } from '../ladder/LadderEnds';
import { TriageEditor } from '../triage/TriageEditor';
import { FactsEditor } from './FactsEditor';
import type { RecordOutline } from './outline';
import styles from './RecordPage.module.css';

export function RecordSide({ view, config }: { view: RecordOutline; config: LibraryConfig }) {
  const { editFields, renameFile } = useStore.getState();
  const { key } = view;
  const { fields } = view.content;
  // Open where there is nothing yet, and then as someone leaves it: adding closes nothing.
  const [building, setBuilding] = useState(fields.barriers.length === 0);
  return (
    <aside className={styles.side} aria-label="Ladder, triage and facts">
      <Ladder {...fields} />
      <fieldset className={styles.form} disabled={view.readOnly}>
        <details
          className={styles.details}
          open={building}
          onToggle={({ currentTarget }) => setBuilding(currentTarget.open)}
        >
          <summary>Change the ladder</summary>
          <LadderEnds fields={fields} onChange={(part) => editFields(key, part)} />
          <BarrierEditor
            barriers={fields.barriers}
            onChange={(barriers, said) => editFields(key, { barriers }, said)}
          />
        </details>
        <section aria-labelledby="triage-heading">
          <h2 id="triage-heading">Triage</h2>
          <TriageEditor
            fields={fields}
            config={config}
            onChange={(part) => editFields(key, part)}
          />
        </section>
        <section aria-labelledby="facts-heading">
          <h2 id="facts-heading">Facts</h2>
          <FactsEditor fields={fields} onChange={(part) => editFields(key, part)} />
        </section>
        <section aria-labelledby="file-heading" className={styles.file}>
          <h2 id="file-heading">File</h2>
          <p>{view.path}</p>
          {view.suggestedPath && (
            <>
              <p>After its title it would be {view.suggestedPath}.</p>
              <Button onClick={() => void renameFile(key)}>Rename the file</Button>
            </>
          )}
        </section>
      </fieldset>
    </aside>
  );
}
