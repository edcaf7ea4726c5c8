// The small capture window: a few fields, thanks, and out of the way.

import { useEffect, useMemo } from 'react';
import { CaptureHostProvider } from '../capture/capture-host';
import styles from './QuickCapture.module.css';
import { QuickForm } from './QuickForm';
import { QuickProblem } from './QuickProblem';
import { QuickThanks } from './QuickThanks';
import { useQuick } from './quick-store';
import { useKeeping } from './use-keeping';

const NO_WORDS = { services: [], themes: [], people: [] };

export function QuickCapture() {
  const state = useQuick((quick) => quick.state);
  const problem = useQuick((quick) => quick.problem);
  const thanks = useQuick((quick) => quick.thanks);
  useKeeping();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) useQuick.getState().close();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const words = state?.words ?? NO_WORDS;
  const hasLibrary = Boolean(state?.library);
  const host = useMemo(
    () => ({ store: useQuick, words, importText: hasLibrary ? importInstead : undefined }),
    [words, hasLibrary],
  );
  // Until main has answered, what was kept is not known: nothing is typed into its place.
  if (!state) return problem ? <QuickProblem problem={problem} /> : null;
  return (
    <CaptureHostProvider value={host}>
      <main className={styles.window}>{thanks ? <QuickThanks /> : <QuickForm />}</main>
    </CaptureHostProvider>
  );
}

/** The form keeps its text meanwhile. */
function importInstead(text: string): void {
  void useQuick.getState().importText(text);
}
