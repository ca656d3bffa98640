// Of whom a sentence tells. Pure.

import type { Mention } from './gazetteer.js';

/** Whether a sentence begins with a name and goes on with what it does: "The Fund has a seat there." */
export function isSubject(words: string, { start, end }: Mention): boolean {
  return (
    /^["']?(?:the\s)?$/i.test(words.slice(0, start)) &&
    /^\s(?:has|have|is|was|had|holds|runs|keeps|can|\p{Ll}+[es]d?)\s/u.test(words.slice(end))
  );
}
