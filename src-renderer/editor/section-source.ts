// Where a section's Markdown is kept, for the editor that shows it. The editor listens by itself: what
// is typed in it comes back to it, and nothing around it has to be drawn for that.

export interface SectionSource {
  /** The Markdown as it is now. */
  read(): string;
  /** Calls back after each change, whoever made it; gives what ends that. */
  subscribe(changed: () => void): () => void;
}
