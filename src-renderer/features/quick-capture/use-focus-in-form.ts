// Whoever opens the window can type at once: into the field they were in, else into the first.

import { useEffect } from 'react';
import { client } from '../../ipc/client';

export function useFocusInForm(): void {
  useEffect(
    () =>
      client.on('capture:changed', () => {
        if (document.activeElement === document.body) {
          focusFirstField();
        }
      }),
    [],
  );
}

export function focusFirstField(): void {
  document.querySelector('textarea')?.focus();
}
