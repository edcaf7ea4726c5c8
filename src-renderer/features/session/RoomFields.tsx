// What a step collects besides words, as the room sees it in a window of its own: said, not asked.
// The forms are with whoever leads; barriers, trigger and harm stand in the ladder.

import type { StepKey } from '@core/session/steps';
import { useStore } from '../../store/store';
import { Markdown } from '../../ui/Markdown';
import { sentenceCase } from '../../ui/words';
import { type RecordOutline, useSection } from '../record/outline';
import { ReadActions, ReadDecision } from './ReadDecision';
import styles from './StepFields.module.css';

export function RoomFields({ step, view }: { step: StepKey; view: RecordOutline }) {
  const askLink = useStore((state) => state.askLink);
  const customers = useSection(view.key, step === 'could' ? 'customers' : null);
  const { fields } = view.content;
  if (step === 'actions') {
    return (
      <div className={styles.fields}>
        <ReadActions fields={fields} none="No action yet." />
      </div>
    );
  }
  if (step !== 'could') return null;
  const { customerImpact, triage } = fields;
  return (
    <div className={styles.fields}>
      {(customerImpact || customers) && (
        <section aria-labelledby="room-customers">
          <h2 id="room-customers">Would customers have felt it</h2>
          {customerImpact && <p>{sentenceCase(customerImpact)}.</p>}
          <Markdown source={customers} onOpenLink={askLink} />
        </section>
      )}
      {(triage.decision || triage.severity || triage.recurrence) && (
        <section aria-labelledby="room-decision">
          <h2 id="room-decision">Decision</h2>
          <ReadDecision fields={fields} />
        </section>
      )}
    </div>
  );
}
