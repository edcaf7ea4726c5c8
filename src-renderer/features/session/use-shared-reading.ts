// The read-out goes on in both windows together: the room's shows what the facilitator's has come to.

import { useEffect } from 'react';
import { client } from '../../ipc/client';
import { useStore } from '../../store/store';

/** The parts that are read out, by the ids of their headings. */
const PARTS = 'section[aria-labelledby^="read-"]';
/** Pixels below the top of the page at which a part is the one being read. */
const LINE = 160;

export function useSharedReading(): void {
  const leads = useStore(({ role, room }) => role === 'main' && room.on !== null);
  const follows = useStore(({ role }) => role === 'room');
  useEffect(() => {
    if (follows) {
      return client.on('room:reading', ({ place }) =>
        document.getElementById(place)?.closest('section')?.scrollIntoView({ block: 'start' }),
      );
    }
    if (!leads) return;
    let last = '';
    const onScroll = () => {
      const parts = [...document.querySelectorAll(PARTS)];
      const part = parts.find((one) => one.getBoundingClientRect().bottom > LINE);
      const place = part?.getAttribute('aria-labelledby') ?? '';
      if (place === '' || place === last) return;
      last = place;
      client.call('room:read', { place }).catch(useStore.getState().complain);
    };
    // Scrolling does not bubble; whatever box it is that scrolls, it is heard on the way down.
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', onScroll, { capture: true });
  }, [leads, follows]);
}
