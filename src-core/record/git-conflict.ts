// The marks Git leaves in a file it could not merge, and the versions between them. A file counts
// only with a whole pattern of marks outside of closed code fences: what a record merely shows of
// such marks is its text. Every byte outside of the marks stays as it is.

export interface GitConflict {
  /** Line of the first mark, from 1. */
  line: number;
  /** The text on each side; null when the marks can be read in more than one way. */
  sides: GitSides | null;
}

export interface GitSides {
  ours: string;
  theirs: string;
  /** What both were made from, when every place says it. */
  base: string | null;
}

type Side = 'both' | 'ours' | 'base' | 'theirs';

const MARK = /^(?:([<|>])\1{6}(?: .*)?|(=)={6})$/s;
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/s;

/** The versions Git has left in a text; null when it has left none. */
export function findGitConflict(text: string): GitConflict | null {
  // Nearly every file is done with this.
  if (!text.includes('<<<<<<< ') || !text.includes('\n>>>>>>> ')) return null;
  const reading = new Reading(text);
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline + 1;
    reading.take(start, end);
    start = end;
  }
  return reading.result();
}

class Reading {
  readonly #text: string;
  /** Where the text begins that is not yet in any side. */
  #from = 0;
  readonly #texts = { ours: '', base: '', theirs: '' };
  readonly #fences = new Fences();
  #side: Side = 'both';
  #line = 0;
  #begin = 0;
  #beginFence = 0;
  #hasBase = false;
  #isAmbiguous = false;
  readonly #blocks: { line: number; hasBase: boolean; fence: number }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  take(start: number, end: number): void {
    this.#line += 1;
    // Most lines of a long text are neither a mark nor a fence.
    if (!'<|=> `~'.includes(this.#text.charAt(start))) return;
    const content = this.#text.slice(start, end).replace(/\r?\n$/, '');
    const [, mark = '', middle = ''] = MARK.exec(content) ?? [];
    const before = this.#side;
    if (this.#isMark(mark || middle)) {
      this.#put(before, start);
      this.#from = end;
    }
    this.#fences.take(content, this.#line);
  }

  result(): GitConflict | null {
    const first = this.#blocks.find(({ fence }) => !this.#fences.isClosed(fence));
    if (!first) return null;
    if (this.#isAmbiguous || this.#side !== 'both') return { line: first.line, sides: null };
    this.#put('both', this.#text.length);
    const { ours, theirs, base } = this.#texts;
    const hasBase = this.#blocks.every((block) => block.hasBase);
    return { line: first.line, sides: { ours, theirs, base: hasBase ? base : null } };
  }

  /** Whether the line is a mark where it stands, and not text. */
  #isMark(mark: string): boolean {
    const side = this.#side;
    if (mark === '<') {
      if (side !== 'both') this.#isAmbiguous = true;
      this.#side = 'ours';
      this.#begin = this.#line;
      this.#beginFence = this.#fences.open;
      this.#hasBase = false;
      return true;
    }
    if (mark === '|' && side === 'ours') {
      this.#side = 'base';
      this.#hasBase = true;
      return true;
    }
    if (mark === '=' && side !== 'both') {
      // A line of equals signs below a text is a heading too.
      if (side === 'theirs') this.#isAmbiguous = true;
      this.#side = 'theirs';
      return true;
    }
    if (mark === '>' && side === 'theirs') {
      this.#side = 'both';
      const fence = this.#fences.open === this.#beginFence ? this.#beginFence : 0;
      this.#blocks.push({ line: this.#begin, hasBase: this.#hasBase, fence });
      return true;
    }
    return false;
  }

  /** Puts what was read since the last mark into its side, or into all. */
  #put(side: Side, end: number): void {
    const run = this.#text.slice(this.#from, end);
    for (const name of ['ours', 'base', 'theirs'] as const) {
      if (side === 'both' || side === name) this.#texts[name] += run;
    }
  }
}

/** The code fences of a text, each named by the line it begins at. */
class Fences {
  /** The fence the next line stands in; 0 outside of fences. */
  open = 0;
  #mark = '';
  readonly #closed = new Set<number>();

  take(content: string, line: number): void {
    const [, mark = '', rest = ''] = FENCE.exec(content) ?? [];
    if (this.open === 0) {
      if (mark === '' || (mark.startsWith('`') && rest.includes('`'))) return;
      this.open = line;
      this.#mark = mark;
    } else if (mark.startsWith(this.#mark) && rest.trim() === '') {
      this.#closed.add(this.open);
      this.open = 0;
    }
  }

  isClosed(fence: number): boolean {
    return this.#closed.has(fence);
  }
}
