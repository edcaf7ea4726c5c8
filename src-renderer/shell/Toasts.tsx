// Short messages at the bottom: what was done, with the way back; errors stay until dismissed. The
// region for what was done is always there, so that what comes into it is announced; an error is an
// alert of its own.

import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from '../store/store';
import { Button } from '../ui/Button';
import type { Toast } from './shell-slice';
import styles from './Toasts.module.css';

/** A word of thanks goes soon; what can be undone stays long enough to be undone. */
const SHOWN_MS = { plain: 5_000, withAction: 8_000 };

export function Toasts() {
  const toasts = useStore((state) => state.toasts);
  return (
    <section className={styles.toasts} aria-label="Messages">
      {toasts.map((toast) => toast.tone === 'error' && <ToastCard key={toast.id} toast={toast} />)}
      <div role="status" aria-atomic="false">
        {toasts.map(
          (toast) => toast.tone === 'plain' && <ToastCard key={toast.id} toast={toast} />,
        )}
      </div>
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const dismiss = useStore((state) => state.dismissToast);
  const [held, setHeld] = useState(false);
  const { id, tone, action } = toast;
  useEffect(() => {
    // Nobody who is reading or reaching for the button is hurried.
    if (tone === 'error' || held) return;
    const shown = action ? SHOWN_MS.withAction : SHOWN_MS.plain;
    const timer = setTimeout(() => dismiss(id), shown);
    return () => clearTimeout(timer);
  }, [id, tone, action, held, dismiss]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the handlers only keep it from going.
    <div
      className={tone === 'error' ? `${styles.toast} ${styles.error}` : styles.toast}
      role={tone === 'error' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{toast.message}</p>
      {action && (
        <Button
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.name}
        </Button>
      )}
      <Button look="icon" aria-label="Dismiss this message" onClick={() => dismiss(id)}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
