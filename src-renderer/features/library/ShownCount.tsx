// Says how many near misses the list shows, to those who cannot see it: once the typing and the
// list have come to rest, and not when nothing was asked.

import { useEffect, useRef, useState } from 'react';
import { useStore } from '../../store/store';
import { shownOf } from './shown';

const REST_MS = 700;

export function ShownCount() {
  const count = useStore((state) => shownOf(state).order.length);
  const query = useStore((state) => state.query);
  const filters = useStore((state) => state.filters);
  const isFirst = useRef(true);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const isAll = query === '' && filters.length === 0;
    const number = count === 1 ? 'One near miss' : `${count} near misses`;
    const words = `${isAll ? 'No filters: ' : ''}${number} shown`;
    const timer = setTimeout(() => setSaid(words), REST_MS);
    return () => clearTimeout(timer);
  }, [query, filters, count]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}
