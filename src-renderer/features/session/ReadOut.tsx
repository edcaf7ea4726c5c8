// The end: the whole record read out, the decision, the actions, thanks to whoever raised it and
// to what worked; then "Finish session".

import { longDate } from '@core/dates';
import type { RecordView } from '@core/ipc/contract';
import { rankActions } from '@core/record/actions';
import { SECTION_HEADINGS, SECTION_KEYS, STATUSES, type Status } from '@core/record/model';
import { statusAfterSession } from '@core/session/finish';
import type { Session } from '@core/session/session';
import { thanksTo, thanksToSaver } from '@core/session/thanks';
import { triageArithmetic } from '@core/triage/triage';
import { useState } from 'react';
import { usePageFocus } from '../../shell/use-page-focus';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/fields';
import { Markdown } from '../../ui/Markdown';
import { sentenceCase } from '../../ui/words';
import { ExportMenu } from '../export/ExportMenu';
import { Ladder } from '../ladder/Ladder';
import { DecisionBand } from '../library/DecisionBand';
import { STATUS_NAMES } from '../library/selectors';
import styles from './ReadOut.module.css';
import { SessionFrame } from './SessionFrame';
import { StepFoot } from './StepFoot';

const AFTER: readonly Status[] = STATUSES.filter((status) => status !== 'captured');

export function ReadOut({ session, view }: { session: Session; view: RecordView }) {
  const { askLink, finishSession } = useStore.getState();
  const { fields, sections } = view.content;
  const texts = Object.values(sections);
  const [status, setStatus] = useState<Status>(statusAfterSession(fields));
  const [finishing, setFinishing] = useState(false);
  const actions = rankActions([fields]);
  const arithmetic = triageArithmetic(fields.triage);
  usePageFocus('read-out');
  const finish = async () => {
    setFinishing(true);
    await finishSession(status);
    setFinishing(false);
  };
  return (
    <SessionFrame
      session={session}
      view={view}
      ladder={<Ladder {...fields} size="room" />}
      foot={
        <StepFoot
          stage="read-out"
          end={
            <>
              <ExportMenu keys={[view.key]} />
              <Button
                look="primary"
                className={styles.finish}
                disabled={finishing}
                onClick={() => void finish()}
              >
                Finish session
              </Button>
            </>
          }
        />
      }
    >
      <div className={styles.page}>
        <h1>{fields.title || 'A near miss without a title'}</h1>
        {SECTION_KEYS.filter((key) => sections[key]).map((key) => (
          <section key={key} aria-labelledby={`read-${key}`}>
            <h2 id={`read-${key}`}>{SECTION_HEADINGS[key]}</h2>
            <Markdown source={sections[key]} sections={texts} onOpenLink={askLink} />
          </section>
        ))}
        <section aria-labelledby="read-decision">
          <h2 id="read-decision">Decision</h2>
          <p className={styles.decision}>
            <DecisionBand fields={fields} /> {sentenceCase(arithmetic)}
          </p>
          {fields.triage.reason && <p>{fields.triage.reason}</p>}
          {fields.triage.review && <p>Looked at again on {longDate(fields.triage.review)}.</p>}
          <div className={styles.status}>
            <Choice
              label="From here it is"
              words={AFTER}
              name={(word) => STATUS_NAMES[word]}
              value={status}
              onChange={(word) => word && setStatus(word)}
            />
          </div>
        </section>
        <section aria-labelledby="read-actions">
          <h2 id="read-actions">Actions</h2>
          {actions.length === 0 ? (
            <p>None. Deciding not to act is a decision too.</p>
          ) : (
            <ol className={styles.actions}>
              {actions.map(({ action }) => (
                <li key={action.id}>
                  {action.what}
                  <small>
                    {[action.owner, action.due && `by ${longDate(action.due)}`]
                      .filter(Boolean)
                      .join(', ')}
                  </small>
                </li>
              ))}
            </ol>
          )}
        </section>
        <section aria-labelledby="read-thanks" className={styles.thanks}>
          <h2 id="read-thanks">Thank you</h2>
          <p>{thanksTo(fields.reporter)}</p>
          <p>{thanksToSaver(fields.barriers)}</p>
        </section>
      </div>
    </SessionFrame>
  );
}
