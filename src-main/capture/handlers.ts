// The channels of the small capture window, a line each.

import type { Handlers } from '../ipc/handle';
import type { CaptureWindow } from '../windows/capture-window';
import type { CaptureService } from './capture-service';
import type { HandedOver } from './handed-over';

type CaptureChannel = Extract<keyof Handlers, `capture:${string}`> | 'import:handed-over';

export function captureHandlers(
  capture: CaptureService,
  handedOver: HandedOver,
  window: CaptureWindow,
): Pick<Handlers, CaptureChannel> {
  return {
    'capture:open': () => window.open(),
    'capture:state': () => capture.state(),
    'capture:keep': ({ kept }) => capture.keep(kept),
    'capture:import': ({ text }) => handedOver.add(text),
    'import:handed-over': () => handedOver.take(),
    'capture:close': () => window.hide(),
  };
}
