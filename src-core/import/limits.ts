// How much one import takes. Beyond it, a person is told so in words.

/** More than this is read from no file and no paste: in bytes, or in characters of a paste. */
export const MAX_SIZE = 5 * 1024 * 1024;
export const MAX_FILES = 1_000;
/** Of all files together, in bytes: what one import hands over at once. */
export const MAX_TOTAL = 50 * 1024 * 1024;
/** Rows of a table behind this many are not read. */
export const MAX_ROWS = 2_000;
/** Near misses in one import. */
export const MAX_ITEMS = 5_000;
