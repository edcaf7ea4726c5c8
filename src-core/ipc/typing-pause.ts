// When someone who was typing counts as typing no more, in both processes.

/** Milliseconds since the last letter: shorter than it takes until what is typed is saved. */
export const TYPING_PAUSE_MS = 300;
