// Short messages at the bottom: what was done, with the way back; errors stay until dismissed. The
// region for what was done is always there, so that what comes into it is announced; an error is an
// alert of its own. Whoever dismisses one by key is not left without a place.

import { X } from 'lucide-react';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { useStore } from '../store/store';
import { Button } from '../ui/Button';
import { focusAgain } from '../ui/focus-again';
import type { Toast } from './shell-slice';
import styles from './Toasts.module.css';
import { focusHeading } from './use-page-focus';

/** A word of thanks goes soon; what can be undone stays long enough to be undone. */
const SHOWN_MS = { plain: 5_000, withAction: 8_000 };

export function Toasts() {
  const toasts = useStore((state) => state.toasts);
  const section = useRef<HTMLElement>(null);
  /** Where the focus came from. */
  const before = useRef<Element | null>(null);
  const leave = (button: HTMLElement) => {
    const buttons = [...(section.current?.querySelectorAll<HTMLElement>('[data-dismiss]') ?? [])];
    const next = buttons[buttons.indexOf(button) + 1];
    if (next) next.focus();
    else if (!focusAgain(before.current)) focusHeading();
  };
  const cardOf = (toast: Toast) => <ToastCard key={toast.id} toast={toast} onLeave={leave} />;
  return (
    <section
      ref={section}
      className={toasts.length > 0 ? styles.toasts : styles.none}
      aria-label="Messages"
      onFocus={({ currentTarget, relatedTarget }) => {
        // From nowhere it comes with the window, too.
        if (relatedTarget && !currentTarget.contains(relatedTarget)) before.current = relatedTarget;
      }}
    >
      {toasts.filter(({ tone }) => tone === 'error').map(cardOf)}
      <div role="status" aria-atomic="false">
        {toasts.filter(({ tone }) => tone === 'plain').map(cardOf)}
      </div>
    </section>
  );
}

interface CardProps {
  toast: Toast;
  /** The focus has to leave the button, which goes. */
  onLeave: (button: HTMLElement) => void;
}

function ToastCard({ toast, onLeave }: CardProps) {
  const dismiss = useStore((state) => state.dismissToast);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = pointed || focused;
  const { id, tone, action } = toast;
  useEffect(() => {
    // Nobody who is reading or reaching for the button is hurried.
    if (tone === 'error' || held) return;
    const shown = action ? SHOWN_MS.withAction : SHOWN_MS.plain;
    const timer = setTimeout(() => dismiss(id), shown);
    return () => clearTimeout(timer);
  }, [id, tone, action, held, dismiss]);
  const onDismiss = ({ detail, currentTarget }: MouseEvent<HTMLElement>) => {
    // A pointer is somewhere already; the next message would wait for it with the focus.
    const isByKey = detail === 0 && currentTarget === document.activeElement;
    if (isByKey) onLeave(currentTarget);
    dismiss(id);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the handlers only keep it from going.
    <div
      className={tone === 'error' ? `${styles.toast} ${styles.error}` : styles.toast}
      role={tone === 'error' ? 'alert' : undefined}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
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
      <Button look="icon" aria-label="Dismiss this message" data-dismiss onClick={onDismiss}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
