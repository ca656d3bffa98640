const FOOTNOTE =
  /^(?:[\u00b9\u00b2\u00b3\u2070-\u2079]+\s?\S|\*{1,3}\s?(?:Adopted|The (?:present|annex)|Reissued|Late|Previously|In accordance|Pursuant|All|This|Owing|As)\b|\[\d{1,3}\]\s|[†‡]\s?\S|\d{1,3}\s{1,3}(?:See|Ibid|Available|Cf|Id\.|https?:|(?:A|S|E|CCPR|CRC|CEDAW|CAT|CERD)\/))/;

/** Whether a block is a note at the foot of a page. */
export function isFootnote(words: string): boolean {
  return FOOTNOTE.test(words);
}
