// Names an action among all of the library.

import type { LibraryAction } from '@core/actions/library-actions';

export function actionKey({ row, action, index }: LibraryAction): string {
  return `${row.key} ${action.id || index}`;
}
