// The library's channels, a line each. Folders come from dialogs, never from the page.

import type { LibraryInfo } from '@core/library/listing';
import { type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron';
import type { Handlers } from '../ipc/handle';
import type { LibraryService } from './library-service';

type LibraryHandlers = Pick<Handlers, Extract<keyof Handlers, `library:${string}`>>;

export function libraryHandlers(
  libraries: LibraryService,
  windowOf: (page: number) => BrowserWindow | null,
): LibraryHandlers {
  /** null when the person cancelled. */
  const ask = async (
    page: number,
    options: OpenDialogOptions,
    then: (folder: string) => Promise<LibraryInfo>,
  ): Promise<LibraryInfo | null> => {
    const window = windowOf(page);
    const { filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options));
    const folder = filePaths[0];
    return folder ? then(folder) : null;
  };
  return {
    'library:open': (_nothing, page) =>
      ask(
        page,
        { title: 'Open library', buttonLabel: 'Open', properties: ['openDirectory'] },
        (folder) => libraries.open(folder),
      ),
    'library:create': (_nothing, page) =>
      ask(
        page,
        {
          title: 'Create a library',
          message: 'Choose the folder the library will be.',
          buttonLabel: 'Create here',
          properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
        },
        (folder) => libraries.create(folder),
      ),
    'library:try-sample': (_nothing, page) =>
      ask(
        page,
        {
          title: 'Try the sample library',
          message: 'Choose where the sample library is copied to.',
          buttonLabel: 'Copy here',
          properties: ['openDirectory', 'createDirectory'],
        },
        (folder) => libraries.trySample(folder),
      ),
    'library:open-recent': ({ id }) => libraries.openRecent(id),
    'library:close': () => libraries.close(),
    'library:list': () => libraries.library.listingText(),
    'library:excerpts': ({ key }) => libraries.library.excerpts(key),
    'library:search': ({ query }) => libraries.library.search(query),
    'library:find': ({ query, table }) => libraries.library.find(query, table),
    'library:snippets': ({ keys, terms }) => libraries.library.snippets(keys, terms),
    'library:show-folder': async () => void (await shell.openPath(libraries.library.root)),
    'library:read-file': ({ key }) => libraries.library.readFile(key),
  };
}
