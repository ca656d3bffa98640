// How much of a document is read, and for how long. docs/operations.md says what each is for.

/** All that a DOCX unpacks to. */
export const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
export const MOST_PAGES = 1000;
export const MOST_CHARACTERS = 3_000_000;
export const MOST_PROPOSALS = 5000;
export const MOST_MILLISECONDS = 45_000;
/** Of the heap of whoever reads. */
export const MOST_MEGABYTES = 384;
/** Documents that are read at once; the others wait. */
export const AT_ONCE = 2;
export const MOST_WAITING = 20;
