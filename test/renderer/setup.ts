// Components render into a fresh document in each test.

import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/** Nothing is laid out here, so nothing changes its size. */
class StillObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver = StillObserver;

// A busy machine fails nobody.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => cleanup());
