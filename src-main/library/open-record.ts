// One open record: what its file held when last read, and what is typed over it. Every edit is
// journalled before it is acknowledged and in the file soon after; "saved" is said only when the
// durable writer has read it back; a change made outside is never overwritten unseen.

import { AppError, hasCode } from '@core/errors';
import type { EditAnswer, RecordView, SaveConflict, SaveState } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { RecordEdit } from '@core/record/edit';
import { parseRecord } from '@core/record/parse';
import { reasonOf } from '../storage/errors';
import { Turns } from '../storage/turns';
import { Authors } from './authors';
import { Clashes } from './clashes';
import { entryFor } from './entry-for';
import {
  type Held,
  inConflict,
  mayBeWritten,
  merge,
  NOTHING,
  overlaid,
  type Pending,
  rebase,
  settled,
  withPending,
} from './pending';
import { PendingJournal } from './pending-journal';
import { byPlace, editAt, nameOf, PLACES, type Place, wordAt, wordOf } from './places';
import { obstacleIn, type RecordHost, type RecordReading } from './record-host';
import { RecordVersions } from './record-versions';
import { SaveClock } from './save-clock';
import { textToCopy } from './text-to-copy';

const MAX_ROUNDS = 5;
const TRIED_AGAIN = 'Saving is tried again.';

/** Who makes an edit: the page, and the last revision that it has been shown, if it says so. */
export interface Author {
  page: number | null;
  seen: number | null;
}
const NOBODY: Author = { page: null, seen: null };

export class OpenRecord {
  readonly key: RecordKey;
  path: string;
  #file: RecordReading;
  #pending: Pending = NOTHING;
  #revision = 1;
  #save: SaveState = { kind: 'saved', at: null, revision: 1 };
  /** Why the file cannot take an edit: it is gone, or no record any more. */
  #obstacle: string | null = null;
  #gone = false;
  /** A save failed half-way: write again even if the file looks right. */
  #unsure = false;
  readonly #turns = new Turns();
  readonly #host: RecordHost;
  readonly #journal: PendingJournal;
  readonly #versions: RecordVersions;
  readonly #clashes = new Clashes();
  readonly #authors = new Authors();
  readonly #clock: SaveClock;

  constructor(key: RecordKey, path: string, file: RecordReading, host: RecordHost) {
    this.key = key;
    this.path = path;
    this.#file = file;
    this.#host = host;
    this.#versions = new RecordVersions(key, host);
    this.#journal = new PendingJournal(host.journal(key), () => {
      const { id, title } = this.#file.content.fields;
      return { key, id, title, path: this.path, basedOn: this.#file.hash };
    });
    this.#clock = new SaveClock(host.timing, () => void this.flush());
  }

  get hasPending(): boolean {
    return this.#pending.size > 0;
  }

  get title(): string {
    return this.view().content.fields.title;
  }

  /** SHA-256 of what the file held when it was last read or written. */
  get hash(): string {
    return this.#file.hash;
  }

  /** Whether the file is there and can be read as a record. */
  get obstacle(): string | null {
    return this.#obstacle;
  }

  /**
   * The record as its author sees it. With `theirs`, a place in conflict shows what the file holds:
   * for a window that opens it anew and has the author's version in `save.conflicts`.
   */
  view({ theirs = false } = {}): RecordView {
    const { content: inFile } = this.#file;
    const shown = [...this.#pending].filter(
      ([place, entry]) => !theirs || !inConflict(inFile, place, entry),
    );
    const content = overlaid(inFile, new Map(shown));
    return {
      key: this.key,
      path: this.path,
      revision: this.#revision,
      content,
      readOnly: this.#file.readOnly || !(this.#host.isWritable() || this.hasPending),
      save: this.#saveState(),
      suggestedPath: this.#host.suggestedPath(this.path, content.fields),
    };
  }

  /** As it was said last; a change from outside is in the file as soon as it is known. */
  #saveState(): SaveState {
    if (this.#save.kind !== 'saved' || this.hasPending) return this.#save;
    return { ...this.#save, revision: this.#revision };
  }

  /**
   * Resolves when the edit is journalled, with the new revision, and with the view when there is
   * something in it that its author has not seen. Raises AppError `read-only`, and `conflict` when
   * the two cannot be merged: the edit is kept all the same, beside what the file holds.
   */
  async edit(edit: RecordEdit, base: RecordEdit, by: Author = NOBODY): Promise<EditAnswer> {
    if (this.#file.readOnly) throw ofNewerVersion();
    const { content } = this.#file;
    const bases = byPlace(base);
    const edits = byPlace(edit);
    let pending = this.#pending;
    let isChoice = false;
    for (const [place, single] of edits) {
      const shown = bases.get(place);
      if (!shown)
        throw new AppError('bad-request', `“${nameOf(place)}” was edited without a base.`);
      const before = pending.get(place);
      const byAnother = this.#authors.isByAnother(place, by.page, wordOf(shown));
      const standing = { content, before, clashes: this.#clashes, byAnother };
      const entry = entryFor(place, single, shown, standing);
      const word = before && wordOf(before.edit);
      if (before && word !== wordOf(single) && word !== wordOf(shown)) {
        isChoice ||= [before, entry].some((one) => inConflict(content, place, one));
      }
      pending = withPending(pending, place, entry);
    }
    // Something typed gives way to what was made upon another version: still it is not dropped.
    const dropped = isChoice ? this.#pending : NOTHING;
    const file = this.#file;
    this.#pending = rebase(content, pending).pending;
    for (const [place, single] of edits) {
      this.#authors.put(place, by.page, wordOf(single), this.#word(place));
    }
    const isNews = by.seen !== null && by.seen < this.#revision;
    this.#revision += 1;
    const revision = this.#revision;
    this.#host.edited(this, by.page);
    this.#clock.soon();
    if (this.#save.kind === 'saved') this.#say({ kind: 'saving' });
    await this.#journalled([...edits.keys()]);
    await this.#versions.keepBoth(file, dropped, this.#journal.entries(dropped));
    const clash = [...edits.keys()].find((place) => this.#isInConflict(place));
    if (clash !== undefined) {
      await this.flush();
      throw new AppError('conflict', `“${nameOf(clash)}” was changed outside Close Call.`, {
        place: nameOf(clash),
      });
    }
    const isMerged = [...edits].some(([place, single]) => this.#word(place) !== wordOf(single));
    return { revision, merged: isMerged || isNews ? this.view() : null };
  }

  /** What stands at a place as its author has it. */
  #word(place: Place): string {
    return wordOf(this.#pending.get(place)?.edit ?? editAt(this.#file.content, place));
  }

  #isInConflict(place: Place): boolean {
    const entry = this.#pending.get(place);
    return entry !== undefined && inConflict(this.#file.content, place, entry);
  }

  /** What of an earlier run's edits the file does not hold, and where it was changed under them. */
  sort(earlier: Pending): { left: Pending; clashing: Place[] } {
    const content = this.#file.content;
    const left = [...rebase(content, earlier).pending].filter(
      ([place, { edit }]) => wordAt(content, place) !== wordOf(edit),
    );
    const clashing = left.filter(([place, entry]) => inConflict(content, place, entry));
    return { left: new Map(left), clashing: clashing.map(([place]) => place) };
  }

  /** Lays edits of an earlier run over the file, and saves them as far as nothing clashes. */
  async putBack({ left, clashing }: ReturnType<OpenRecord['sort']>): Promise<void> {
    this.#pending = left;
    this.#clashes.outside(clashing);
    this.#revision += 1;
    await this.#journalled([...left.keys()]);
    await this.flush();
  }

  /** Saves what is pending now; resolves when that is done or has failed: see `save`. */
  flush(): Promise<void> {
    this.#clock.stop();
    return this.#turns.take(() => this.#saveAll(false));
  }

  /** As a person asked: also puts a file back that is gone. Resolves with what came of it. */
  async save(): Promise<SaveState> {
    this.#clock.stop();
    await this.#turns.take(() => this.#saveAll(true));
    return this.#saveState();
  }

  /** For whoever goes on with the file itself. Raises `conflict` or `not-saved`. */
  async ensureSaved(): Promise<void> {
    const save = await this.save();
    if (save.kind !== 'not-saved') return;
    const { reason } = save;
    throw new AppError(save.conflicts ? 'conflict' : 'not-saved', `Not saved: ${reason}`, {
      reason,
    });
  }

  /** Looks at the file again: it may have been changed, moved or removed outside. */
  refresh(): Promise<void> {
    return this.#turns.take(async () => {
      if (!(await this.#reread())) return;
      this.#host.changed(this);
      if (this.hasPending) await this.#saveAll(false);
    });
  }

  /** The text with everything that is typed in it, whether it can be saved or not. */
  get textToCopy(): string {
    return textToCopy(this.#file, this.#pending);
  }

  /**
   * Puts a version back, byte for byte; gives the hash of what it took the place of. Raises
   * `not-saved`, `conflict` while there is something typed that cannot be saved, `unreadable`, or
   * `read-only` where one of the two is of a newer format.
   */
  async restore(text: string): Promise<string> {
    const version = parseRecord(text);
    if (version.kind !== 'record') {
      throw new AppError(
        'unreadable',
        'This version cannot be read as a near miss, so it is only shown here. Nothing was changed.',
      );
    }
    await this.ensureSaved();
    return this.#turns.take(async () => {
      if (this.#file.readOnly || version.readOnly) throw ofNewerVersion();
      const before = this.#file.hash;
      if (!(await this.#written(text))) throw changedMeanwhile();
      this.#clashes.outside(PLACES);
      this.#revision += 1;
      await this.#versions.keep(this.#file, 'restored');
      this.#host.changed(this);
      this.#saySaved();
      return before;
    });
  }

  /** Runs work on the file between saves, never beside one. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.take(work);
  }

  /** Resolves when nothing is being written for this record any more. */
  close(): Promise<void> {
    this.#clock.stop();
    return this.#turns.settled();
  }

  async #saveAll(asked: boolean): Promise<void> {
    try {
      await this.#reach(asked);
      for (let round = 0; round < MAX_ROUNDS; round += 1) {
        await this.#rebase();
        const written = mayBeWritten(this.#pending);
        this.#pending = written;
        const { text, held } = merge(this.#file, written);
        if (text === this.#file.text && !this.#unsure && !this.#gone) {
          return await this.#done(written, held);
        }
        this.#say({ kind: 'saving' });
        if (await this.#written(text)) {
          await this.#done(written, held);
          return await this.#versions.keep(this.#file, 'saved');
        }
      }
      throw new AppError('not-saved', 'The file keeps being changed outside Close Call');
    } catch (error) {
      this.#sayNotSaved(reasonOf(error), TRIED_AGAIN);
      this.#clock.again();
    }
  }

  /** Merges what is typed with what was changed outside, as far as that can be done. */
  async #rebase(): Promise<void> {
    const { pending, merged } = rebase(this.#file.content, this.#pending);
    if (merged.length === 0) return;
    this.#pending = pending;
    this.#revision += 1;
    // After a crash the merged version is put back: merging twice could put things in twice.
    await this.#journal.add(pending, merged).catch((error) => {
      console.warn(`A merged edit was not journalled: ${reasonOf(error)}`);
    });
    this.#host.changed(this);
  }

  /** Raises why the file cannot be written, if it cannot. */
  async #reach(asked: boolean): Promise<void> {
    if (this.#obstacle === null || !this.hasPending) return;
    await this.#reread();
    if (this.#obstacle === null || (this.#gone && asked)) return;
    throw new AppError('not-saved', this.#obstacle);
  }

  /** False when the file turned out to hold something else, which is now known. */
  async #written(text: string): Promise<boolean> {
    const basedOn = this.#gone ? null : this.#file.hash;
    await this.#versions.keep(this.#file, 'found');
    try {
      const hash = await this.#host.write(this.path, text, basedOn);
      const parsed = parseRecord(text);
      if (parsed.kind !== 'record') throw new AppError('unexpected', 'The record was not kept.');
      this.#file = { ...this.#file, hash, text, content: parsed.record };
      this.#gone = false;
      this.#obstacle = null;
      this.#unsure = false;
      this.#host.saved(this.path, this.#file);
      return true;
    } catch (error) {
      if (!hasCode(error, 'conflict', 'not-found')) {
        this.#unsure = true;
        throw error;
      }
      if (await this.#reread()) this.#host.changed(this);
      if (this.#obstacle !== null) throw new AppError('not-saved', this.#obstacle);
      return false;
    }
  }

  async #done(written: Pending, held: readonly Held[]): Promise<void> {
    const before = this.#pending;
    this.#pending = settled(before, written, held);
    this.#clock.succeeded();
    if (before.size > 0) await this.#journal.shorten(() => this.#pending);
    const first = held[0];
    const conflicts = held.flatMap(({ conflict }) => (conflict ? [conflict] : []));
    if (first) {
      this.#sayNotSaved(first.reason, '', conflicts);
    } else if (this.hasPending) this.#clock.soon();
    else if (written.size > 0 || this.#save.kind !== 'saved') {
      this.#saySaved();
    }
  }

  /** Gives whether anything is different now. */
  async #reread(): Promise<boolean> {
    const reading = await this.#host.read(this.path);
    const obstacle = obstacleIn(reading, this.#file.content.fields.id);
    this.#gone = reading === null;
    const changed = obstacle !== this.#obstacle;
    this.#obstacle = obstacle;
    if (reading?.kind !== 'record' || obstacle !== null) return changed;
    if (reading.hash === this.#file.hash) return changed;
    const { content } = this.#file;
    const changedPlaces = PLACES.filter(
      (place) => wordAt(content, place) !== wordAt(reading.content, place),
    );
    this.#clashes.outside(changedPlaces);
    this.#file = reading;
    this.#revision += 1;
    return true;
  }

  async #journalled(places: readonly Place[]): Promise<void> {
    try {
      await this.#journal.add(this.#pending, places);
    } catch (error) {
      // Without a journal an edit counts as kept only once it is in the file.
      await this.flush();
      if (this.hasPending) throw error;
    }
  }

  #saySaved(): void {
    this.#say({ kind: 'saved', at: Date.now(), revision: this.#revision });
  }

  #sayNotSaved(reason: string, more: string, conflicts: readonly SaveConflict[] = []): void {
    this.#say({
      kind: 'not-saved',
      reason,
      kept: [this.#host.whereKept, more].join(' ').trim(),
      ...(conflicts.length > 0 ? { conflicts: [...conflicts] } : {}),
    });
  }

  #say(save: SaveState): void {
    if (JSON.stringify(save) === JSON.stringify(this.#save)) return;
    this.#save = save;
    this.#host.saveState(this.key, save);
  }
}

function changedMeanwhile(): AppError {
  return new AppError('conflict', 'The file was changed outside just now. Nothing was restored.', {
    reason: 'the file was changed outside just now',
  });
}

function ofNewerVersion(): AppError {
  return new AppError('read-only', 'This record was written by a newer version of Close Call.');
}
