// If the interface breaks, it says so, and says that nothing typed is lost.

import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button';
import styles from './ErrorBoundary.module.css';

export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className={styles.broken} role="alert">
        <h1>The window could not be drawn</h1>
        <p>
          Everything typed until now is in the journal, and your files are as they were last saved.
          Loading the window again usually helps.
        </p>
        <p className={styles.detail}>{error.message}</p>
        <Button look="primary" onClick={() => window.location.reload()}>
          Load the window again
        </Button>
      </main>
    );
  }
}
