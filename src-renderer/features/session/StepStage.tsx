// One step: the question, the room's words, and what the step collects.

import type { Step } from '@core/session/steps';
import { useState } from 'react';
import { usePageFocus } from '../../shell/use-page-focus';
import { useStore } from '../../store/store';
import type { RecordOutline } from '../record/outline';
import { Section } from '../record/Section';
import { RoomFields } from './RoomFields';
import { StepFields } from './StepFields';
import styles from './StepStage.module.css';

interface Props {
  step: Step;
  view: RecordOutline;
}

export function StepStage({ step, view }: Props) {
  const { caretMoved, lastCaret } = useStore.getState();
  const ownPrompt = useStore((state) => state.library?.config.prompts[step.key]);
  const leads = useStore((state) => state.role === 'main');
  // The step's editor takes the focus itself.
  usePageFocus(step.section ? null : step.key);
  const [caret] = useState(() => lastCaret(step.key));
  return (
    <>
      <h1 className={styles.question}>{step.question}</h1>
      <p className={styles.prompt}>{ownPrompt ?? step.prompt}</p>
      {step.section && (
        <Section
          recordKey={view.key}
          section={step.section}
          size="room"
          autoFocus
          toolbar={leads ? 'always' : 'none'}
          caret={caret}
          onCaret={(read) => {
            // Of two windows, the one that is typed in says where the caret is.
            if (document.hasFocus()) caretMoved(read);
          }}
        />
      )}
      {leads ? (
        <StepFields step={step.key} view={view} />
      ) : (
        <RoomFields step={step.key} view={view} />
      )}
    </>
  );
}
