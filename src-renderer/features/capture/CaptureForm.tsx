// The dialog's form: every field, in the order in which they come to mind.

import styles from './Capture.module.css';
import { CaptureFoot } from './CaptureFoot';
import { CaptureFrame } from './CaptureFrame';
import {
  CustomersFields,
  DateField,
  PastedField,
  ReporterFields,
  StoryField,
  TitleField,
  WordsField,
} from './capture-fields';

export function CaptureForm() {
  return (
    <CaptureFrame>
      <StoryField part="almost" autoFocus />
      <StoryField part="saved" />
      <StoryField part="close" />
      <PastedField part="could" />
      <CustomersFields />
      <StoryField part="latent" />
      <PastedField part="notes" />
      <TitleField />
      <div className={styles.two}>
        <WordsField part="services" />
        <WordsField part="themes" />
      </div>
      <div className={styles.who}>
        <DateField />
        <ReporterFields />
      </div>
      <CaptureFoot />
    </CaptureFrame>
  );
}
