// The channels of records and of other versions of them, a line each.

import { type BrowserWindow, shell } from 'electron';
import type { Handlers } from '../ipc/handle';
import type { WriteDurably } from '../storage/durable-writer';
import type { OpenLibrary } from './library-service';
import { saveCopy } from './save-copy';
import type { Typing } from './typing';

type RecordHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `record:${string}` | `copy:${string}`>
>;

/** @param typing one for all libraries: what is told as one is left comes before what is asked then */
export function recordHandlers(
  libraries: OpenLibrary,
  typing: Typing,
  windowOf: (page: number) => BrowserWindow | null,
  write: WriteDurably,
): RecordHandlers {
  return {
    'record:create': (record) => libraries.library.files.create(record),
    'record:open': ({ key }) => libraries.library.records.open(key),
    'record:edit': (asked, page) => typing.edit(libraries.library.records, asked, page),
    'record:type': (told, page) => typing.type(libraries.library.records, told, page),
    'record:save': ({ key }) => libraries.library.records.save(key),
    'record:save-copy': ({ key }, page) =>
      saveCopy(libraries.library.records, key, windowOf(page), write),
    'record:history': ({ key }) => libraries.library.records.history(key),
    'record:version': ({ key, hash }) => libraries.library.records.version(key, hash),
    'record:restore-version': ({ key, hash }) =>
      libraries.library.records.restoreVersion(key, hash),
    'record:rename-file': ({ key }) => libraries.library.files.renameFile(key),
    'record:trash': ({ key }) => libraries.library.files.trash(key),
    'record:restore': ({ trashId }) => libraries.library.files.restore(trashId),
    'record:trash-many': ({ keys }) => libraries.library.files.trashAll(keys),
    'record:restore-many': ({ trashIds }) => libraries.library.files.restoreAll(trashIds),
    'record:show-file': ({ key }) => shell.showItemInFolder(libraries.library.pathOf(key)),
    'copy:open': ({ key }) => libraries.library.copies.open(key),
    'copy:resolve': ({ key, hash, edits }) => libraries.library.copies.resolve(key, hash, edits),
  };
}
