// Capture in two minutes: one line is enough, a pasted message fills the rest.

import { IMPACTS } from '@core/record/model';
import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Choice, TextArea, TextField } from '../../ui/fields';
import { TokenField } from '../../ui/TokenField';
import { peopleInUse, wordsInUse } from '../library/selectors';
import styles from './CaptureDialog.module.css';
import { canSave } from './capture-slice';

export default function CaptureDialog() {
  const capturing = useStore((state) => state.capturing);
  const close = useStore((state) => state.closeCapture);
  return (
    <Dialog
      open={capturing}
      onClose={close}
      title="Capture a near miss"
      lead="One line is enough. You can paste a message from a channel, too."
    >
      <CaptureForm />
    </Dialog>
  );
}

function CaptureForm() {
  const form = useStore((state) => state.form);
  const records = useStore((state) => state.listing.records);
  const library = useStore((state) => state.library);
  const saving = useStore((state) => state.savingCapture);
  const error = useStore((state) => state.captureError);
  const { changeForm, pasteTemplate, saveCapture } = useStore.getState();
  const [filled, setFilled] = useState(false);
  const people = useRef(`people-${Math.random().toString(36).slice(2)}`);
  const services = useMemo(
    () => wordsInUse(records, 'services', library?.config.services),
    [records, library],
  );
  const themes = useMemo(() => wordsInUse(records, 'themes'), [records]);
  const known = useMemo(() => peopleInUse(records), [records]);

  const onPaste = (event: ClipboardEvent) => {
    if (pasteTemplate(event.clipboardData.getData('text/plain'))) {
      event.preventDefault();
      setFilled(true);
    }
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
      <p className={styles.filled} role="status">
        {filled ? 'Filled in from what you pasted. Have a look before you save.' : ''}
      </p>
      <TextArea
        label="What almost happened"
        autoFocus
        value={form.almost}
        onChange={(almost) => changeForm({ almost })}
      />
      <TextArea
        label="What saved us"
        hint="luck, a fallback, someone, a check"
        value={form.saved}
        onChange={(saved) => changeForm({ saved })}
      />
      <TextArea
        label="How close was it"
        hint="minutes, one config value, one retry"
        value={form.close}
        onChange={(close) => changeForm({ close })}
      />
      <div className={styles.two}>
        <Choice
          label="Would customers have felt it"
          words={IMPACTS}
          value={form.impact}
          onChange={(impact) => changeForm({ impact })}
        />
        <TextField
          label="Who, and how"
          hint="if you know"
          value={form.customers}
          onChange={(customers) => changeForm({ customers })}
        />
      </div>
      <TextArea
        label="Latent issue exposed"
        hint="the gap underneath"
        value={form.latent}
        onChange={(latent) => changeForm({ latent })}
      />
      <TextField
        label="Title"
        hint="taken from the first line if left empty"
        value={form.title}
        onChange={(title) => changeForm({ title })}
      />
      <div className={styles.two}>
        <TokenField
          label="Services"
          values={form.services}
          suggestions={services}
          onChange={(values) => changeForm({ services: values })}
        />
        <TokenField
          label="Themes"
          values={form.themes}
          suggestions={themes}
          onChange={(values) => changeForm({ themes: values })}
        />
      </div>
      <div className={styles.two}>
        <TextField
          label="Date"
          type="date"
          value={form.occurred.slice(0, 10)}
          onChange={(occurred) => changeForm({ occurred })}
        />
        {form.inConfidence ? (
          <p className={styles.confidence}>Your name is not kept anywhere.</p>
        ) : (
          <TextField
            label="Reported by"
            list={people.current}
            value={form.reporter}
            onChange={(reporter) => changeForm({ reporter })}
          />
        )}
        <datalist id={people.current}>
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
      <div className={styles.foot}>
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={form.inConfidence}
            onChange={(event) =>
              changeForm({
                inConfidence: event.target.checked,
                ...(event.target.checked ? { reporter: '' } : {}),
              })
            }
          />
          Tell it in confidence
        </label>
        <Button disabled={!canSave(form) || saving} onClick={() => void saveCapture(true)}>
          Save and start a session
        </Button>
        <Button
          look="primary"
          type="submit"
          shortcut={`${navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl'} ↵`}
          disabled={!canSave(form) || saving}
        >
          Save near miss
        </Button>
      </div>
    </form>
  );
}
