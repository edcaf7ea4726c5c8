// What a storage process can be asked to do. Bytes are handed over as files.

export type Operation = { backOff?: readonly number[] } & (
  | { kind: 'save'; path: string; from: string; basedOn: string | null }
  | { kind: 'merge'; path: string; base: string; mine: string }
  | { kind: 'rename'; path: string; to: string }
  | { kind: 'trash'; root: string; path: string }
  | { kind: 'restore'; root: string; id: string }
  | { kind: 'journal'; path: string; entry: string }
  | { kind: 'shorten'; path: string; entries: readonly string[] }
  | Typing
);

/** Type into records, journal each word, save and shorten the journal, until killed. */
export interface Typing {
  kind: 'type';
  seed: number;
  trial: number;
  records: readonly { name: string; path: string; journal: string }[];
}

/** Work in a library with someone else. */
export interface Working {
  root: string;
  userData: string;
  name: string;
  seed: number;
  trial: number;
  saves: number;
}
