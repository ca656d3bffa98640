/** A pattern for ILIKE that finds words as they were typed: `%`, `_` and `\` in them stand for themselves. */
export const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;
