// The fields of a capture, each bound to its part of the form.

import { isoDay } from '@core/dates';
import { IMPACTS, SECTION_HEADINGS } from '@core/record/model';
import { useId } from 'react';
import { Choice, TextArea, TextField } from '../../ui/fields';
import { TokenField } from '../../ui/TokenField';
import styles from './Capture.module.css';
import { useCapture, useCaptureWords, useChange } from './capture-host';
import { PastedText } from './PastedText';

const STORY = {
  almost: { label: 'What almost happened', hint: undefined },
  saved: { label: 'What saved us', hint: 'luck, a fallback, someone, a check' },
  close: { label: 'How close was it', hint: 'minutes, one config value, one retry' },
  latent: { label: 'Latent issue exposed', hint: 'the gap underneath' },
};

/** One of the questions that are answered in sentences. */
export function StoryField({
  part,
  autoFocus = false,
}: {
  part: keyof typeof STORY;
  autoFocus?: boolean;
}) {
  const value = useCapture((state) => state.form[part]);
  const change = useChange();
  return (
    <TextArea
      {...STORY[part]}
      autoFocus={autoFocus}
      value={value}
      onChange={(text) => change({ [part]: text })}
    />
  );
}

/** A section that only a paste fills. */
export function PastedField({ part }: { part: 'could' | 'notes' }) {
  const value = useCapture((state) => state.form[part]);
  const change = useChange();
  return (
    <PastedText
      label={SECTION_HEADINGS[part]}
      value={value}
      onChange={(text) => change({ [part]: text })}
    />
  );
}

export function CustomersFields() {
  const impact = useCapture((state) => state.form.impact);
  const customers = useCapture((state) => state.form.customers);
  const change = useChange();
  return (
    <div className={styles.two}>
      <Choice
        label="Would customers have felt it"
        words={IMPACTS}
        value={impact}
        onChange={(word) => change({ impact: word })}
      />
      <TextField
        label="Who, and how"
        hint="if you know"
        value={customers}
        onChange={(text) => change({ customers: text })}
      />
    </div>
  );
}

export function TitleField() {
  const title = useCapture((state) => state.form.title);
  const change = useChange();
  return (
    <TextField
      label="Title"
      hint="taken from the first line if left empty"
      value={title}
      onChange={(text) => change({ title: text })}
    />
  );
}

/** Services or themes, completed from those in use. */
export function WordsField({ part }: { part: 'services' | 'themes' }) {
  const values = useCapture((state) => state.form[part]);
  const suggestions = useCaptureWords()[part];
  const change = useChange();
  return (
    <TokenField
      label={part === 'services' ? 'Services' : 'Themes'}
      values={values}
      suggestions={suggestions}
      onChange={(words) => change({ [part]: words })}
    />
  );
}

export function DateField() {
  const occurred = useCapture((state) => state.form.occurred);
  const change = useChange();
  return (
    <TextField
      label="Date"
      type="date"
      value={occurred.slice(0, 10) || isoDay(new Date())}
      onChange={(day) => change({ occurred: day })}
    />
  );
}

/** Who tells it, or that it is told in confidence: until it is saved, either can still be chosen. */
export function ReporterFields() {
  const reporter = useCapture((state) => state.form.reporter);
  const inConfidence = useCapture((state) => state.form.inConfidence);
  const { people } = useCaptureWords();
  const change = useChange();
  const list = useId();
  const says = useId();
  return (
    <div className={styles.reporter}>
      {!inConfidence && (
        <TextField
          label="Reported by"
          list={list}
          autoComplete="off"
          value={reporter}
          onChange={(name) => change({ reporter: name })}
        />
      )}
      <div className={styles.confidence}>
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={inConfidence}
            aria-describedby={says}
            onChange={({ target }) => change({ inConfidence: target.checked })}
          />
          Tell it in confidence
        </label>
        <p id={says} className={styles.says} aria-live="polite">
          {inConfidence
            ? 'Your name is not kept anywhere.'
            : 'Then your name is not kept anywhere.'}
        </p>
      </div>
      <datalist id={list}>
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
