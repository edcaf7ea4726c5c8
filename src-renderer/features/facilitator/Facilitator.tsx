// All that whoever leads the room needs beside it: cues, hints, time, estimates, notes. It stands
// in a window of its own or, with one display, in a drawer; it never says which.

import { withBlocks } from '@core/session/append';
import {
  type EstimateKind,
  type Estimates,
  estimatesNote,
  STAGE_ESTIMATES,
} from '@core/session/estimates';
import type { Session } from '@core/session/session';
import { STEPS } from '@core/session/steps';
import { useEffect } from 'react';
import { useStore } from '../../store/store';
import type { RecordOutline } from '../record/outline';
import { CuesPanel } from './CuesPanel';
import { EstimatesPanel } from './EstimatesPanel';
import styles from './Facilitator.module.css';
import { PrivateNotes } from './PrivateNotes';
import { RoomTools } from './RoomTools';
import { SessionClock } from './SessionClock';
import { namesIn } from './use-hints';
import { WordingHints } from './WordingHints';

export function Facilitator({ session, view }: { session: Session; view: RecordOutline }) {
  const kept = useStore((state) => state.facilitation);
  const own = useStore((state) => state.library?.config.cues);
  const { openFacilitation, changeFacilitation, writeSection } = useStore.getState();
  const { recordKey, held, stage } = session;
  useEffect(() => void openFacilitation(recordKey, held), [recordKey, held, openFacilitation]);
  const section = STEPS.find(({ key }) => key === stage)?.section ?? null;
  const facilitation = kept?.key === recordKey ? kept.value : null;
  const setEstimates = (kind: EstimateKind, estimates: Estimates) =>
    changeFacilitation((value) => ({
      ...value,
      estimates: { ...value.estimates, [kind]: estimates },
    }));
  const putInNotes = (kind: EstimateKind, { values }: Estimates) => {
    const written = useStore.getState().open[view.key]?.content.sections.notes ?? '';
    const notes = withBlocks(written, [estimatesNote(kind, values)], view.content.lineEnd);
    writeSection(view.key, 'notes', notes, 'estimates put in notes');
  };
  return (
    <div className={styles.facilitator}>
      <div className={styles.words}>
        <CuesPanel stage={stage} view={view} own={own ?? {}} />
        {facilitation && (
          <WordingHints
            view={view}
            people={namesIn(session, view)}
            section={section}
            facilitation={facilitation}
          />
        )}
      </div>
      <div className={styles.side}>
        <SessionClock session={session} />
        {facilitation && (
          <>
            {(STAGE_ESTIMATES[stage] ?? []).map((kind) => (
              <EstimatesPanel
                key={kind}
                kind={kind}
                estimates={facilitation.estimates[kind]}
                onChange={(estimates) => setEstimates(kind, estimates)}
                onPutInNotes={() => putInNotes(kind, facilitation.estimates[kind])}
              />
            ))}
            <PrivateNotes
              value={facilitation.notes}
              onChange={(notes) => changeFacilitation((value) => ({ ...value, notes }))}
            />
            <RoomTools
              view={view}
              section={section}
              item={facilitation.parking}
              onItem={(parking) => changeFacilitation((value) => ({ ...value, parking }))}
            />
          </>
        )}
      </div>
    </div>
  );
}
