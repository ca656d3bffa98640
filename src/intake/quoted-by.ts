// What stands in somebody else's quotes. Pure.

/** '"We have waited," said one. "They should tell us."': what stands in quotes from end to end is somebody else's. */
export const isQuoted = (words: string, start: number, end: number): boolean =>
  start > 0 && /^\s*["“][^"“”]*[.!?]["”]$/.test(words.slice(start, end).trimEnd()) && SAID.test(words.slice(0, start));
const SAID =
  /[,.!?]["”]\s(?:[\p{L}'-]+\s){0,3}(?:said|says|told|recalled|added|explained|asked)\b|\b(?:said|says|told|recalled|added|explained|asked)\s[\p{Lu}]/u;
