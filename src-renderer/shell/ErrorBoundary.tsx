// If the interface breaks, what was typed is handed over to be kept, and the page says what came
// of that.

import { Component, type ReactNode } from 'react';
import { useStore } from '../store/store';
import { Button } from '../ui/Button';
import styles from './ErrorBoundary.module.css';

interface State {
  error: Error | null;
  /** Whether main has everything that was typed; null until that is known. */
  kept: boolean | null;
}

const WORDS = {
  waiting: 'What was typed last is being kept.',
  kept: 'Everything typed until now is kept.',
  lost: 'What was typed last may not have been kept.',
};

export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null, kept: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidCatch() {
    void this.keep();
  }

  private async keep() {
    try {
      await useStore.getState().flushEdits();
      const views = Object.values(useStore.getState().open);
      this.setState({ kept: views.every((view) => view.save.kind !== 'not-saved') });
    } catch {
      this.setState({ kept: false });
    }
  }

  override render() {
    const { error, kept } = this.state;
    if (!error) return this.props.children;
    const words = kept === null ? WORDS.waiting : kept ? WORDS.kept : WORDS.lost;
    return (
      <main className={styles.broken} role="alert">
        <h1>The window could not be drawn</h1>
        <p>
          {words} The files are as they were last saved. Loading the window again usually helps.
        </p>
        <p className={styles.detail}>{error.message}</p>
        <Button look="primary" onClick={() => window.location.reload()}>
          Load the window again
        </Button>
      </main>
    );
  }
}
