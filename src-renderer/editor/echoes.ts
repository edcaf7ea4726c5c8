// Tells a section coming back from the store apart from one changed outside. The store answers
// late, and meanwhile a person types on: what comes back then is older than what is on screen,
// and must not replace it.

export interface Echoes {
  /** Notes what was handed out. */
  emitted(markdown: string): void;
  /** Whether `markdown` is something handed out and not yet answered, or the last answer again. */
  isEcho(markdown: string): boolean;
}

/** Begins with `loaded` as the last answer. Keeps at most 1,000 unanswered texts. */
export function createEchoes(loaded: string): Echoes {
  let answered = loaded;
  let waiting: string[] = [];
  return {
    emitted: (markdown) => {
      waiting.push(markdown);
      if (waiting.length > 1_000) waiting = waiting.slice(-500);
    },
    isEcho: (markdown) => {
      const at = waiting.lastIndexOf(markdown);
      if (at < 0) return markdown === answered;
      // Answers come in order: whatever was before this one will not come any more.
      waiting = waiting.slice(at + 1);
      answered = markdown;
      return true;
    },
  };
}
