// The near miss in front: what was written about it, the two questions, and what follows from the
// answers. Its text is read from the record itself, and the next one is fetched while this is read.

import type { Decision } from '@core/record/model';
import { drafted } from '@core/triage/sitting';
import { asksForReason, suggestedDecision } from '@core/triage/triage';
import { useEffect, useState } from 'react';
import { useStore } from '../../store/store';
import { useToday } from '../../ui/today';
import { ReadOnlyNote } from '../record/ReadOnlyNote';
import { TriageGrid } from './TriageGrid';
import { TriageKeys } from './TriageKeys';
import styles from './TriagePage.module.css';
import { TriageStory } from './TriageStory';
import { useTriageKeys } from './triage-keys';
import { Verdict } from './Verdict';

export function OneTriage({ recordKey }: { recordKey: string }) {
  const view = useStore((state) => state.open[recordKey]);
  const config = useStore((state) => state.library?.config);
  const writable = useStore((state) => state.library?.writable ?? true);
  const draft = useStore((state) => state.drafts[recordKey]);
  const next = useStore(({ sitting }) => sitting?.keys[sitting.at + 1]);
  const [asking, setAsking] = useState<Decision | null>(null);
  const [isLost, setLost] = useState(false);
  const day = useToday();
  const { openRecord, draftTriage, acceptTriage } = useStore.getState();
  useEffect(() => {
    void openRecord(recordKey).then((opened) => setLost(!opened));
  }, [recordKey, openRecord]);
  const isOpen = view !== undefined;
  useEffect(() => {
    if (next && isOpen && !useStore.getState().open[next]) void openRecord(next);
  }, [next, isOpen, openRecord]);

  const triage = view && drafted(view.content.fields.triage, draft ?? {}, day);
  const bands = config?.bands;
  const suggested = triage ? suggestedDecision(triage, bands) : null;
  const readOnly = !view || view.readOnly || !writable;

  /** At once, or after asking why. */
  const decide = (decision: Decision) => {
    if (!triage || readOnly || suggested === null) return;
    if (asksForReason({ ...triage, decision }, bands)) setAsking(decision);
    else acceptTriage(decision);
  };
  useTriageKeys({
    choose: (part) => !readOnly && draftTriage(recordKey, part),
    accept: () => suggested && decide(suggested),
    decide,
    cancel: () => (asking ? setAsking(null) : useStore.getState().go({ name: 'home' })),
  });

  if (!view || !triage || !config) {
    return (
      <p className={styles.waiting} role="status">
        {isLost ? 'This near miss cannot be opened right now. J goes on to the next one.' : ''}
      </p>
    );
  }
  return (
    <div className={styles.columns}>
      <TriageStory view={view} today={day} />
      <div className={styles.judging}>
        {readOnly && <ReadOnlyNote className={styles.note} />}
        <fieldset className={styles.questions} disabled={readOnly}>
          <TriageGrid
            triage={triage}
            config={config}
            onChoose={(part) => draftTriage(recordKey, part)}
          />
          <Verdict
            triage={triage}
            barriers={view.content.fields.barriers}
            bands={config.bands}
            suggested={suggested}
            asking={asking}
            onDecide={decide}
            onDraft={(part) => draftTriage(recordKey, part)}
            onAccept={acceptTriage}
            onCancel={() => setAsking(null)}
          />
        </fieldset>
        <TriageKeys />
      </div>
    </div>
  );
}
