// What the room sees, at a glance: the same words from the same state, in small.

import type { RecordKey } from '@core/library/listing';
import { saverIndex, whatIsLeftSentence, withoutSaver } from '@core/record/ladder';
import type { SectionKey } from '@core/record/model';
import { type Session, timeWords } from '@core/session/session';
import { STEPS } from '@core/session/steps';
import { useStore } from '../../store/store';
import { Markdown } from '../../ui/Markdown';
import { type RecordOutline, useSection } from '../record/outline';
import { whereIsRoom } from '../room/room-slice';
import { RoomFields } from '../session/RoomFields';
import styles from './RoomGlance.module.css';

export default function RoomGlance({ session, view }: { session: Session; view: RecordOutline }) {
  const where = useStore(({ room }) => whereIsRoom(room));
  const { fields } = view.content;
  const step = STEPS.find(({ key }) => key === session.stage);
  const heading = step?.question ?? (fields.title || 'A near miss without a title');
  return (
    <section className={styles.glance} aria-label="What the room sees">
      <p className={styles.top}>
        <b>What the room sees</b> {where}
        <span className={styles.time}>
          {[
            timeWords(session),
            step ? `step ${STEPS.indexOf(step) + 1} of ${STEPS.length}` : stageName(session),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <div className={styles.screen}>
        <div className={styles.words}>
          <p className={styles.question}>{heading}</p>
          {step?.section && <Words recordKey={view.key} section={step.section} />}
          {step && <RoomFields step={step.key} view={view} />}
        </div>
        <p className={styles.left}>{step && ladderWords(session, view)}</p>
      </div>
    </section>
  );
}

function Words({ recordKey, section }: { recordKey: RecordKey; section: SectionKey }) {
  const words = useSection(recordKey, section);
  return words && <Markdown source={words} onOpenLink={useStore.getState().askLink} />;
}

function stageName({ stage }: Session): string {
  return stage === 'opening' ? 'the opening' : 'the read-out';
}

/** What stands below the ladder, and how many stand in it. */
function ladderWords({ stage, saverRemoved }: Session, { content }: RecordOutline): string {
  const { barriers, harm } = content.fields;
  if (stage === 'could' && saverRemoved) return withoutSaver(barriers, harm)?.sentence ?? '';
  const counted = stage !== 'story' && stage !== 'saved' && saverIndex(barriers) !== -1;
  const number = `${barriers.length} ${barriers.length === 1 ? 'barrier' : 'barriers'}`;
  return counted ? `${number}. ${whatIsLeftSentence(barriers)}` : number;
}
