// The door between the processes: who is calling, is the payload what the contract says, and only
// then the call. Errors go back as values with their code.

import { AppError, serialiseError } from '@core/errors';
import type { Answer, Channel, EventName, Events, Input, Output } from '@core/ipc/contract';
import { schemas } from '@core/ipc/schemas';
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';

export type Handlers = {
  [C in Channel]: (input: Input<C>) => Output<C> | Promise<Output<C>>;
};

/** Binds every channel of the contract. `isTrusted` tells whether a sender's URL is our own page. */
export function bindHandlers(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  isTrusted: (url: string) => boolean,
): void {
  for (const channel of Object.keys(schemas) as Channel[]) {
    ipcMain.handle(channel, (event, payload) => {
      return answer(
        channel,
        handlers,
        payload,
        isTopFrame(event) ? event.senderFrame?.url : undefined,
        isTrusted,
      );
    });
  }
}

/** One call, checked and answered; never throws. */
export async function answer<C extends Channel>(
  channel: C,
  handlers: Handlers,
  payload: unknown,
  senderUrl: string | undefined,
  isTrusted: (url: string) => boolean,
): Promise<Answer<Output<C>>> {
  try {
    if (!senderUrl || !isTrusted(senderUrl)) {
      throw new AppError('not-allowed', 'This page may not ask for that.');
    }
    const parsed = schemas[channel].safeParse(payload);
    if (!parsed.success) {
      throw new AppError('bad-request', 'The request was not understood.', { channel });
    }
    return { ok: true, value: await handlers[channel](parsed.data) };
  } catch (error) {
    if (!(error instanceof AppError)) console.error(`${channel}:`, error);
    return { ok: false, error: serialiseError(error) };
  }
}

function isTopFrame(event: IpcMainInvokeEvent): boolean {
  return event.senderFrame !== null && event.senderFrame === event.sender.mainFrame;
}

export type Send = <E extends EventName>(event: E, payload: Events[E]) => void;

/** Sends events to a window as long as it lives. */
export function senderTo(contents: () => WebContents | null): Send {
  return (event, payload) => {
    const target = contents();
    if (target && !target.isDestroyed()) target.send(event, payload);
  };
}
