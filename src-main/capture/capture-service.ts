// Quick capture, apart from its window: what the window shows, what is kept of what is typed, and
// what links bring. A link fills in a form and never saves.

import { LINK_SCHEME, type LinkedFields, readLink } from '@core/capture/link';
import type { CaptureState, KeptCapture } from '@core/ipc/contract';
import { readListing } from '@core/library/listing';
import { peopleInUse, wordsInUse } from '@core/library/words-in-use';
import type { Library } from '../library/library';
import type { LibraryService } from '../library/library-service';
import type { KeptFile } from './kept-file';

const NO_WORDS: CaptureState['words'] = { services: [], themes: [], people: [] };

export interface CaptureServiceParts {
  libraries: Pick<LibraryService, 'current' | 'settled'>;
  file: KeptFile;
  /** Opens the small window, or brings it to the front. */
  open(): void;
  /** Is it in sight? Before that the words in use, for which all rows are read, are nobody's need. */
  isShown(): boolean;
  notify(message: string): void;
}

export class CaptureService {
  readonly #parts: CaptureServiceParts;
  #linked: LinkedFields[] = [];

  constructor(parts: CaptureServiceParts) {
    this.#parts = parts;
  }

  async state(): Promise<CaptureState> {
    const kept = await this.#parts.file.read();
    // A library that is being opened is waited for: the near miss is to go there.
    await this.#parts.libraries.settled();
    const { current } = this.#parts.libraries;
    const linked = this.#linked;
    this.#linked = [];
    const library = current && { name: current.info().name };
    const words = current && this.#parts.isShown() ? wordsOf(current) : NO_WORDS;
    return { library, words, kept, linked };
  }

  keep(kept: KeptCapture | null): Promise<void> {
    return this.#parts.file.keep(kept);
  }

  /** Opens the window filled in; a link that is anything else is said and does nothing. */
  openLink(link: string): void {
    const read = readLink(link);
    if (read.kind === 'refused') {
      this.#parts.notify(`A ${LINK_SCHEME} link was not opened: ${read.reason}`);
      return;
    }
    this.#linked.push(read.fields);
    this.#parts.open();
  }
}

function wordsOf(library: Library): CaptureState['words'] {
  const { records } = readListing(library.listingText());
  return {
    services: wordsInUse(records, 'services', library.info().config.services),
    themes: wordsInUse(records, 'themes'),
    people: peopleInUse(records),
  };
}
