// What a step collects besides words: the ends of the ladder, barriers, triage, actions.

import { IMPACTS } from '@core/record/model';
import type { StepKey } from '@core/session/steps';
import { useStore } from '../../store/store';
import { Choice } from '../../ui/fields';
import { ActionsEditor } from '../actions/ActionsEditor';
import { BarrierEditor } from '../ladder/BarrierEditor';
import { LadderEnds } from '../ladder/LadderEnds';
import type { RecordOutline } from '../record/outline';
import { Section } from '../record/Section';
import { TriageEditor } from '../triage/TriageEditor';
import styles from './StepFields.module.css';

interface Props {
  step: StepKey;
  view: RecordOutline;
}

export function StepFields({ step, view }: Props) {
  const config = useStore((state) => state.library?.config);
  const editFields = useStore((state) => state.editFields);
  const { key } = view;
  const { fields } = view.content;
  if (!config) return null;
  switch (step) {
    case 'story':
      return (
        <div className={styles.fields}>
          <LadderEnds fields={fields} only="trigger" onChange={(part) => editFields(key, part)} />
        </div>
      );
    case 'saved':
      return (
        <div className={styles.fields}>
          <BarrierEditor
            barriers={fields.barriers}
            onChange={(barriers, said) => editFields(key, { barriers }, said)}
          />
        </div>
      );
    case 'could':
      return (
        <div className={styles.fields}>
          <LadderEnds fields={fields} only="harm" onChange={(part) => editFields(key, part)} />
          <Choice
            label="Would customers have felt it"
            words={IMPACTS}
            value={fields.customerImpact}
            onChange={(customerImpact) => editFields(key, { customerImpact })}
          />
          <Section
            recordKey={key}
            section="customers"
            placeholder="Who, and how"
            toolbar="always"
          />
          <TriageEditor
            fields={fields}
            config={config}
            onChange={(part) => editFields(key, part)}
          />
        </div>
      );
    case 'actions':
      return (
        <div className={styles.fields}>
          <ActionsEditor
            actions={fields.actions}
            onChange={(actions, said) => editFields(key, { actions }, said)}
          />
        </div>
      );
    default:
      return null;
  }
}
