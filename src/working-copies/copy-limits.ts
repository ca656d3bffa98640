/** What is larger has no working copy. */
export const MOST_BYTES = 40 * 1024 * 1024;
/** Of a picture: more than any camera takes, and what fits into memory. */
export const MOST_PIXELS = 64_000_000;
/** What an archive may unpack to. */
export const MOST_UNPACKED_BYTES = 100 * 1024 * 1024;
export const MOST_ENTRIES = 5000;
export const MOST_MILLISECONDS = 20_000;
export const MOST_MEGABYTES = 512;
/** So many copies are made at once, and so many wait. */
export const AT_ONCE = 1;
export const MOST_WAITING = 20;
