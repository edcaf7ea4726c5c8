// The fields of the small window: what comes to mind first, the rest behind "More".

import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button';
import styles from '../capture/Capture.module.css';
import { CaptureFrame } from '../capture/CaptureFrame';
import { EmptyButton, SaveButton } from '../capture/capture-buttons';
import {
  CustomersFields,
  DateField,
  PastedField,
  ReporterFields,
  StoryField,
  TitleField,
  WordsField,
} from '../capture/capture-fields';
import quick from './QuickCapture.module.css';
import { QuickStatus } from './QuickStatus';
import { useQuick } from './quick-store';
import { useFocusInForm } from './use-focus-in-form';

export function QuickForm() {
  const library = useQuick((state) => state.state?.library ?? null);
  const close = useQuick((state) => state.close);
  useFocusInForm();
  return (
    <>
      <header className={quick.head}>
        <h1>Capture a near miss</h1>
        <p>
          One line is enough. {library ? `It goes to ${library.name}.` : ''} Closing keeps the text.
        </p>
      </header>
      <QuickStatus />
      <CaptureFrame>
        <StoryField part="almost" autoFocus />
        <StoryField part="saved" />
        <PastedField part="could" />
        <PastedField part="notes" />
        <WordsField part="services" />
        <ReporterFields />
        <More>
          <StoryField part="close" />
          <CustomersFields />
          <StoryField part="latent" />
          <TitleField />
          <WordsField part="themes" />
          <DateField />
        </More>
        <div className={`${styles.foot} ${quick.foot}`}>
          <EmptyButton />
          <Button look="quiet" onClick={close}>
            Close
          </Button>
          <SaveButton />
        </div>
      </CaptureFrame>
    </>
  );
}

/** Opens by itself when it holds something: nothing that will be saved is out of sight. */
function More({ children }: { children: ReactNode }) {
  const filled = useQuick(
    ({ form }) =>
      [form.close, form.customers, form.latent, form.title, form.occurred].some(Boolean) ||
      form.themes.length > 0 ||
      form.impact !== null,
  );
  const [opened, setOpened] = useState(false);
  return (
    <details
      className={quick.more}
      open={opened || filled}
      onToggle={({ currentTarget: details }) => {
        setOpened(details.open);
        if (details.open) details.scrollIntoView({ block: 'nearest' });
      }}
    >
      <summary>More</summary>
      <div className={quick.fields}>{children}</div>
    </details>
  );
}
