// Where the form of a capture stands: in the dialog or in the small window. Its fields take the
// form's state and the words to complete from here, and know of neither.

import type { CaptureForm } from '@core/capture/form';
import { createContext, useContext } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { FormSlice } from './form-slice';

/** What the library uses already, to complete what someone types. */
export interface CaptureWords {
  services: readonly string[];
  themes: readonly string[];
  people: readonly string[];
}

interface CaptureHost {
  store: Pick<StoreApi<FormSlice>, 'getState' | 'getInitialState' | 'subscribe'>;
  words: CaptureWords;
  /** Takes a text of several near misses to where each can be looked at; absent where it cannot. */
  importText?: ((text: string) => void) | undefined;
  /** A session is being held: the text waits there. */
  importWaits?: boolean;
}

const Host = createContext<CaptureHost | null>(null);
export const CaptureHostProvider = Host.Provider;

function useHost(): CaptureHost {
  const host = useContext(Host);
  if (!host) throw new Error('A capture form stands in a dialog or a window');
  return host;
}

/** What the form's state holds. */
export function useCapture<T>(selector: (state: FormSlice) => T): T {
  return useStore(useHost().store, selector);
}

export function useCaptureWords(): CaptureWords {
  return useHost().words;
}

/** Where a text of several near misses can go; undefined where it cannot go anywhere. */
export function useImportText(): ((text: string) => void) | undefined {
  return useHost().importText;
}

export function useImportWaits(): boolean {
  return useHost().importWaits ?? false;
}

/** What changes the form. What comes after it was saved is not for the next near miss. */
export function useChange(): (part: Partial<CaptureForm>) => void {
  const { store } = useHost();
  const captured = useCapture((state) => state.captured);
  return (part) => {
    const now = store.getState();
    if (now.captured === captured) now.changeForm(part);
  };
}
