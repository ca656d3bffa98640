// Where in its sentence an ask begins. Pure.

/** What stands before a sentence and is no part of it: a bracket, the place from which an article is sent. */
const BEFORE =
  /^(?:\[\s*|\([^()]{3,60}\)\s*[–—-]{1,2}\s+|\p{Lu}[\p{Lu}\s.,/'-]{2,40}(?:\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,2},?\s)?(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\s*)?(?:\([^)]{2,40}\)\s*)?[—–-]{1,2}\s+)/u;

/** An ask begins with its sentence; after a semicolon, or after what the issuer decides for itself, with its own clause. */
export function beginningOf(sentence: string, at: number, isResolved: boolean): number {
  const clause = sentence.slice(0, at).lastIndexOf('; ');
  if (clause >= 0 && (isResolved || !LEADS_TO.test(sentence.slice(0, clause)))) return clause + 2;
  return isOwnDecision(sentence.slice(0, at)) || HOPED.test(sentence.slice(0, at))
    ? at
    : (BEFORE.exec(sentence)?.[0].length ?? 0);
}

/** "Having resumed its support, it has leverage; we ask": what goes before is what the ask rests on. */
const LEADS_TO = /\b(?:has|have|having|holds?|leverage|influence|can)\b/;

/** "Hopes that it will be restored, and asks": a hope is said before. */
const HOPED =
  /^(?:(?:The Committee|The Council|It|Parliament)\s)?(?:(?:\p{Ll}+ly|also|further)\s)*(?:[Hh]opes|[Ee]xpects|[Tt]rusts|[Ll]ooks forward)\b.{20,}?,?\sand\s(?:also\s|further\s)?$/u;

/** "Decides to extend the mandate, and requests ...": what comes first is no part of the ask. */
function isOwnDecision(before: string): boolean {
  return (
    /^(?:Also\s+|Further\s+)?(?:Decides|Notes|Welcomes|Takes note|Expresses|Commends|Condemns|Deplores|Stresses|Regrets|Reaffirms|Reiterates|Authorizes|Endorses)\b/.test(
      before,
    ) && before.length > 25
  );
}
