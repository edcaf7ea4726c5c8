// The channels of the small capture window, a line each.

import type { Handlers } from '../ipc/handle';
import type { CaptureWindow } from '../windows/capture-window';
import type { CaptureService } from './capture-service';

type CaptureHandlers = Pick<Handlers, Extract<keyof Handlers, `capture:${string}`>>;

export function captureHandlers(capture: CaptureService, window: CaptureWindow): CaptureHandlers {
  return {
    'capture:open': () => window.open(),
    'capture:state': () => capture.state(),
    'capture:keep': ({ kept }) => capture.keep(kept),
    'capture:close': () => window.hide(),
  };
}
