// After an undo the focus stays where it is; only when it went with what was undone, or was on the
// message that offered it, does it go to the card that came back, or to its neighbour.

import { useEffect, useEffectEvent, useState } from 'react';
import { useStore } from '../../store/store';
import type { Touched } from './undo-slice';

export function useUndoFocus(field: Touched['field'], focus: (index: number) => void): void {
  const touched = useStore((state) => state.touched);
  // Undone before this list was in sight, so that nothing of it had the focus.
  const [before] = useState(touched);
  const follow = useEffectEvent(focus);
  useEffect(() => {
    if (touched === before || touched?.field !== field) return;
    useStore.setState({ touched: null });
    if (document.activeElement === document.body) follow(touched.index);
  }, [touched, before, field]);
}
