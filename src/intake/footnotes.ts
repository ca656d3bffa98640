const FOOTNOTE =
  /^(?:[\u00b9\u00b2\u00b3\u2070-\u2079]+\s?\S|\*{1,3}\s?(?:Adopted|The (?:present|annex)|Reissued|Late|Previously|In accordance|Pursuant|All|This|Owing|As)\b|[†‡]\s?\S|\d{1,3}\.?\s{1,3}(?:See\b|Ibid|Available|Cf|Id\.|https?:|(?:A|S|E|CCPR|CRC|CEDAW|CAT|CERD)\/))/;

/** "[4] See the report": a note where a word of the text points to it, else the fourth paragraph. */
const BRACKETED = /^\[\d{1,3}\](?=\s)/;

/** Whether a block is a note at the foot of a page. */
export function isFootnote(words: string, text: string): boolean {
  const number = BRACKETED.exec(words)?.[0];
  return FOOTNOTE.test(words) || (number !== undefined && isPointedTo(number, text));
}

function isPointedTo(number: string, text: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1))
    if (/[\p{L}\d.,;:)"'\]]/u.test(text.charAt(at - 1))) return true;
  return false;
}
