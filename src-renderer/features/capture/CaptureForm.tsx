// The fields of a capture, in the order in which they come to mind. Ctrl+Enter saves from any.

import { isoDay } from '@core/dates';
import { IMPACTS, SECTION_HEADINGS } from '@core/record/model';
import { type ClipboardEvent, type KeyboardEvent, useId, useMemo } from 'react';
import { useStore } from '../../store/store';
import { Choice, TextArea, TextField } from '../../ui/fields';
import { TokenField } from '../../ui/TokenField';
import { peopleInUse } from '../library/selectors';
import { useWords } from '../library/use-words';
import styles from './CaptureDialog.module.css';
import { CaptureFoot } from './CaptureFoot';
import { CaptureNote } from './CaptureNote';
import type { CaptureForm as Form } from './capture-form';
import { PastedText } from './PastedText';

export function CaptureForm() {
  const form = useStore((state) => state.form);
  const records = useStore((state) => state.listing.records);
  const error = useStore((state) => state.captureError);
  const captured = useStore((state) => state.captured);
  const { pasteTemplate, saveCapture } = useStore.getState();
  const people = useId();
  const { services, themes } = useWords();
  const known = useMemo(() => peopleInUse(records), [records]);

  const change = (part: Partial<Form>) => {
    // The last words of a field that goes away with the dialog are not for the next near miss.
    const { captured: now, changeForm } = useStore.getState();
    if (now === captured) changeForm(part);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (pasteTemplate(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void saveCapture();
    }
  };

  return (
    <form
      className={styles.form}
      onPaste={onPaste}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void saveCapture();
      }}
    >
      <CaptureNote />
      <TextArea
        label="What almost happened"
        autoFocus
        value={form.almost}
        onChange={(almost) => change({ almost })}
      />
      <TextArea
        label="What saved us"
        hint="luck, a fallback, someone, a check"
        value={form.saved}
        onChange={(saved) => change({ saved })}
      />
      <TextArea
        label="How close was it"
        hint="minutes, one config value, one retry"
        value={form.close}
        onChange={(close) => change({ close })}
      />
      <PastedText
        label={SECTION_HEADINGS.could}
        value={form.could}
        onChange={(could) => change({ could })}
      />
      <div className={styles.two}>
        <Choice
          label="Would customers have felt it"
          words={IMPACTS}
          value={form.impact}
          onChange={(impact) => change({ impact })}
        />
        <TextField
          label="Who, and how"
          hint="if you know"
          value={form.customers}
          onChange={(customers) => change({ customers })}
        />
      </div>
      <TextArea
        label="Latent issue exposed"
        hint="the gap underneath"
        value={form.latent}
        onChange={(latent) => change({ latent })}
      />
      <PastedText
        label={SECTION_HEADINGS.notes}
        value={form.notes}
        onChange={(notes) => change({ notes })}
      />
      <TextField
        label="Title"
        hint="taken from the first line if left empty"
        value={form.title}
        onChange={(title) => change({ title })}
      />
      <div className={styles.two}>
        <TokenField
          label="Services"
          values={form.services}
          suggestions={services}
          onChange={(values) => change({ services: values })}
        />
        <TokenField
          label="Themes"
          values={form.themes}
          suggestions={themes}
          onChange={(values) => change({ themes: values })}
        />
      </div>
      <div className={styles.who}>
        <TextField
          label="Date"
          type="date"
          value={form.occurred.slice(0, 10) || isoDay(new Date())}
          onChange={(occurred) => change({ occurred })}
        />
        {form.inConfidence ? (
          <p className={styles.confidence}>Your name is not kept anywhere.</p>
        ) : (
          <TextField
            label="Reported by"
            list={people}
            value={form.reporter}
            onChange={(reporter) => change({ reporter })}
          />
        )}
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={form.inConfidence}
            onChange={({ target: { checked } }) =>
              change({ inConfidence: checked, ...(checked ? { reporter: '' } : {}) })
            }
          />
          Tell it in confidence
        </label>
        <datalist id={people}>
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      {error && (
        <p className={styles.error} role="alert">
          {error} What you typed is still here.
        </p>
      )}
      <CaptureFoot />
    </form>
  );
}
