// The door between the processes: who is calling, is the payload what the contract says, and only
// then the call. Errors go back as values with their code.

import { AppError, serialiseError } from '@core/errors';
import type { Answer, Channel, EventName, Events, Input, Output } from '@core/ipc/contract';
import { schemas } from '@core/ipc/schemas';
import type { IpcMainInvokeEvent } from 'electron';

/** `page` is the id of the page that asks, which is the one that is answered. */
export type Handlers = {
  [C in Channel]: (input: Input<C>, page: number) => Output<C> | Promise<Output<C>>;
};

/** Who is calling: the page, and what it shows. */
export interface Caller {
  page: number;
  /** Undefined when it is not a page of its own, but a part of one. */
  url: string | undefined;
}

/** A call as it comes over the wire. `library` is the folder of the one that the page shows. */
export type Door = (
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  channel: unknown,
  payload: unknown,
  library?: unknown,
) => Promise<Answer<unknown>>;

/** The door to these handlers. `isTrusted` tells whether a sender's URL is our own page. */
export function doorTo(handlers: Handlers, isTrusted: (url: string) => boolean): Door {
  return (event, channel, payload) => {
    const url = isTopFrame(event) ? event.senderFrame?.url : undefined;
    return answer(channel, handlers, payload, { page: event.sender.id, url }, isTrusted);
  };
}

/** One call, checked and answered; never throws. */
export async function answer(
  channel: unknown,
  handlers: Handlers,
  payload: unknown,
  { page, url }: Caller,
  isTrusted: (url: string) => boolean,
): Promise<Answer<unknown>> {
  try {
    if (!url || !isTrusted(url)) {
      throw new AppError('not-allowed', 'This page may not ask for that.');
    }
    if (!isChannel(channel)) throw new AppError('bad-request', 'There is no such request.');
    return { ok: true, value: await call(channel, handlers, payload, page) };
  } catch (error) {
    if (!(error instanceof AppError)) console.error(`${channel}:`, error);
    return { ok: false, error: serialiseError(error) };
  }
}

function call<C extends Channel>(
  channel: C,
  handlers: Handlers,
  payload: unknown,
  page: number,
): Output<C> | Promise<Output<C>> {
  const parsed = schemas[channel].safeParse(payload);
  if (parsed.success) return handlers[channel](parsed.data, page);
  throw new AppError('bad-request', 'The request was not understood.', { channel });
}

function isChannel(name: unknown): name is Channel {
  return typeof name === 'string' && Object.hasOwn(schemas, name);
}

function isTopFrame(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean {
  return event.senderFrame !== null && event.senderFrame === event.sender.mainFrame;
}

export type Send = <E extends EventName>(event: E, payload: Events[E], from?: number) => void;
