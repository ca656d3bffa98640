// Of whom a sentence tells. Pure.

import type { Mention } from './gazetteer.js';

/** Whether a sentence begins with a name and goes on with what it does: "The Fund has a seat there." */
export function isSubject(words: string, { start, end }: Mention): boolean {
  return (
    /^["']?(?:the\s)?$/i.test(words.slice(0, start)) &&
    /^(?:,\s[^,]{3,60},)?\s(?:has|have|is|was|had|does|did|do|can't|cannot|could|will|would|may|might|won't|doesn't|didn't|hasn't|isn't|holds|runs|keeps|can|withdrew|took|made|gave|left|sent|met|held|won|paid|built|began|said|told|sits?|went|came|knew|fell|spent|lost|sold|bought|wrote|chose|became|let|put|cut|set|\p{Ll}+[es]d?)\s/u.test(
      words.slice(end),
    )
  );
}
