// Lines that belong to pictures and tables. Pure.

const CAPTION =
  /^(?:FILE\s*[-–—]|(?:Photo|Image|Caption|Source|Credit)s?\s*[:–-])|^(?:Figure|Table|Chart|Map|Box|Graph)\s+\d+/i;

/** Whether a line belongs to a picture or a table. */
export const isCaption = (words: string): boolean => CAPTION.test(words);
