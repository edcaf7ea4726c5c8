// How a kept version of a record came to be.

/**
 * It was there before a save, it was saved here, it was brought back, or it was one side of a
 * choice between two.
 */
export const VERSION_ORIGINS = ['found', 'saved', 'restored', 'mine', 'theirs'] as const;
export type VersionOrigin = (typeof VERSION_ORIGINS)[number];
