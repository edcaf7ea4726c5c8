// A near miss of an import in the fields of a capture.

import { type CaptureForm, changed } from '@core/capture/form';
import { peopleInUse } from '@core/library/words-in-use';
import { useLayoutEffect, useMemo, useState } from 'react';
import { createStore } from 'zustand';
import { useStore } from '../../store/store';
import capture from '../capture/Capture.module.css';
import {
  CustomersFields,
  DateField,
  PastedField,
  ReporterFields,
  StoryField,
  TitleField,
  WordsField,
} from '../capture/capture-fields';
import { CaptureHostProvider } from '../capture/capture-host';
import { createFormSlice, type FormSlice } from '../capture/form-slice';
import { useWords } from '../library/use-words';

export function EntryEditor({ id, form }: { id: string; form: CaptureForm }) {
  // The form of its own is what is changed, and each change comes back in `form`.
  const [store] = useState(() =>
    formStore(form, (now) => useStore.getState().changeEntry(id, now)),
  );
  // Another one comes of columns that are matched otherwise, as long as nothing here was changed.
  useLayoutEffect(() => store.setState({ form }), [store, form]);
  const records = useStore((state) => state.listing.records);
  const { services, themes } = useWords();
  const host = useMemo(
    () => ({ store, words: { services, themes, people: peopleInUse(records) } }),
    [store, services, themes, records],
  );
  return (
    <CaptureHostProvider value={host}>
      <div className={capture.form}>
        <TitleField />
        <StoryField part="almost" />
        <StoryField part="saved" />
        <StoryField part="close" />
        <PastedField part="could" />
        <CustomersFields />
        <StoryField part="latent" />
        <PastedField part="notes" />
        <div className={capture.two}>
          <WordsField part="services" />
          <WordsField part="themes" />
        </div>
        <div className={capture.who}>
          <DateField />
          <ReporterFields />
        </div>
      </div>
    </CaptureHostProvider>
  );
}

/** The fields' own store; each change is told. */
function formStore(form: CaptureForm, tell: (form: CaptureForm) => void) {
  return createStore<FormSlice>()((set, get) => ({
    ...createFormSlice(set, get, () => {}),
    form,
    changeForm(change) {
      const now = changed(get().form, change);
      set({ form: now });
      tell(now);
    },
  }));
}
