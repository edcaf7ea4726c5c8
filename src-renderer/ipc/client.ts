// The only file that touches window.closeCall: calls that throw AppError, and events.

import { reviveError } from '@core/errors';
import type {
  Channel,
  CloseCallBridge,
  EventName,
  Events,
  Input,
  Output,
} from '@core/ipc/contract';

declare global {
  interface Window {
    closeCall: CloseCallBridge;
  }
}

type Arguments<C extends Channel> = Input<C> extends void ? [] : [input: Input<C>];

export interface Client {
  /** The folder of the library that the page shows: what it writes is meant for no other. */
  shows(library: string | null): void;
  /** Asks main; raises AppError with main's code and message. */
  call<C extends Channel>(channel: C, ...input: Arguments<C>): Promise<Output<C>>;
  /** Tells main, which does not answer: for what is asked about later. */
  tell<C extends Channel>(channel: C, input: Input<C>): void;
  /** Listens to main; gives back how to stop. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
}

let shown: string | null = null;

export const client: Client = {
  shows(library) {
    shown = library;
  },
  async call(channel, ...input) {
    const asked = input[0] as Input<typeof channel>;
    const answer = await window.closeCall.invoke(channel, asked, shown);
    if (answer.ok) return answer.value;
    throw reviveError(answer.error);
  },
  tell: (channel, input) => window.closeCall.tell(channel, input, shown),
  on: (event, listener) => window.closeCall.on(event, listener),
};
