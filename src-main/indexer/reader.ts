// The indexer as the library asks it: every call is answered later, wherever it is done.

import { Indexer, type IndexerEvents, type IndexerParts } from './indexer';

export type IndexerCall = 'open' | 'survey' | 'take' | 'look' | 'search' | 'snippets' | 'close';
export type CallInput<C extends IndexerCall> = Parameters<Indexer[C]>;
export type CallOutput<C extends IndexerCall> = Awaited<ReturnType<Indexer[C]>>;

export type Reader = {
  [C in IndexerCall]: (...input: CallInput<C>) => Promise<CallOutput<C>>;
};
export type StartReader = (parts: IndexerParts, events: IndexerEvents) => Reader;
export type Ask = <C extends IndexerCall>(call: C, input: CallInput<C>) => Promise<CallOutput<C>>;

export function readerFrom(ask: Ask): Reader {
  return {
    open: (...input) => ask('open', input),
    survey: (...input) => ask('survey', input),
    take: (...input) => ask('take', input),
    look: (...input) => ask('look', input),
    search: (...input) => ask('search', input),
    snippets: (...input) => ask('snippets', input),
    close: (...input) => ask('close', input),
  };
}

/** One call of an indexer. */
export async function callIndexer<C extends IndexerCall>(
  indexer: Indexer,
  call: C,
  input: CallInput<C>,
): Promise<CallOutput<C>> {
  const method = indexer[call] as (...input: CallInput<C>) => CallOutput<C>;
  return method.apply(indexer, input);
}

/** In the thread it is asked from: for tests, and where nobody waits. */
export const readHere: StartReader = (parts, events) => {
  const indexer = new Indexer(parts, events);
  return readerFrom((call, input) => callIndexer(indexer, call, input));
};
