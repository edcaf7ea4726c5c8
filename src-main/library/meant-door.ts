// The door as it stands to libraries. A page shows one for a moment after another has been opened,
// with what was typed last still on its way: that goes to the library it was typed in while that is
// being left, and to none afterwards. Never to another, whatever its records are named.

import { AppError, serialiseError } from '@core/errors';
import type { Door } from '../ipc/handle';

export interface LibraryDoors {
  open: Door;
  /** To the records and the session of the library that is being left. */
  leaving: Door;
}

/** What is written by a record's key. */
const OF_RECORDS = /^(record|copy|session|facilitator):/;
const OF_A_LIBRARY = /^(settings:keep-views|import:add)$/;

/** `standing` tells how the library in a folder stands; a page that shows none means what is open. */
export function doorToLibraries(
  doors: LibraryDoors,
  standing: (folder: string) => 'open' | 'leaving' | 'closed',
): Door {
  return async (event, channel, payload, library) => {
    const name = String(channel);
    const isOfRecords = OF_RECORDS.test(name);
    const isMeant = typeof library === 'string' && (isOfRecords || OF_A_LIBRARY.test(name));
    const stands = isMeant ? standing(library) : 'open';
    if (stands === 'open') return doors.open(event, channel, payload);
    if (stands === 'leaving' && isOfRecords) return doors.leaving(event, channel, payload);
    const error = new AppError(
      'no-library',
      'The library this was meant for is not open any more.',
    );
    return { ok: false, error: serialiseError(error) };
  };
}
