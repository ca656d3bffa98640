// How stories name who speaks. Pure.

const SAYS =
  '(?:said|says|told|tells|added|adds|warned|warns|argued|argues|stressed|noted|wrote|urged|urges|asked|asks|called|calls|appealed|appeals|demanded|demands|wants|wanted|insisted|insists|encouraged|condemned|condemns|joined|suggested|suggests|recommended|recommends|begged|begs|published)';
export const NAME = "\\p{Lu}[\\p{L}'-]+(?:\\s\\p{Lu}[\\p{L}'-]+){0,3}";
/** What stands behind a quote: `," said Ana Pires, director of Open Door`. */
export const BEHIND = new RegExp(
  `[,.!?]"\\s+(?:${SAYS}\\s+(${NAME})|((?:${NAME}|she|he|it|they))\\s+(?:\\p{Ll}+\\s+)?${SAYS})(.*)`,
  'u',
);
/** Who speaks at the beginning of a sentence: "Pires said", "A spokesperson for the Fund, Ana Pires, told". */
export const FRONT = new RegExp(
  `^"?(.{3,120}?)\\s(?:(?:also|has|have|had|further|on \\p{Lu}\\p{L}+day|\\p{Lu}\\p{L}+day)\\s)*${SAYS}\\b`,
  'u',
);
/** Who says a whole sentence, at its end. */
export const ATTRIBUTED = new RegExp(
  `,\\s((?:the\\s)?${NAME}(?:\\s(?:of|for|on)\\s(?:the\\s)?${NAME})?)\\s(?:said|says|added|warned|argued|stressed)(?:\\s(?:today|yesterday|\\p{Lu}\\p{L}+day|(?:on|in)\\s[^,"]{3,40}))*\\.?$`,
  'u',
);
/** "UNITED NATIONS (Wire News)": from where a story is sent is nobody who speaks. */
export const DATELINE = /^\p{Lu}[\p{Lu}\s.,]{3,40}\([^)]{2,80}\)\s*[–—-]?\s*/u;
/** "Wire News Editor-in-Chief Ann Poe": the body before the office. */
export const TITLED =
  /^"?(?:[Tt]he\s)?(\p{Lu}[\p{L}'&-]+(?:\s(?:(?:of|for|on|and)\s)?\p{Lu}[\p{L}'&-]+){0,5}?)\s(?:(?:[Dd]eputy|[Ss]enior|[Aa]sia|[Aa]frica|[Ee]xecutive|[Ll]egal|[Rr]egional|[Gg]lobal)\s){0,3}(?:[Ee]ditor|[Dd]irector|[Cc]hair|[Ss]ecretary|[Cc]hief [Ee]xecutive|[Ss]pokes\p{L}+|[Rr]esearcher|[Aa]dvis[eo]r|[Cc]oordinator|[Cc]ampaigner)[\p{L}-]*\s\p{Lu}/u;
/** "The Special Rapporteur on housing, Ana Pires": the mandate and the surname. */
export const MANDATE =
  /\b[Ss]pecial [Rr]apporteur on ([^,.;":\n]{3,70}),? (?:\p{Lu}[\p{L}'-]+ ){1,2}(\p{Lu}[\p{L}'-]+)\b/gu;
export const DAY = /\s+(?:on\s+)?\p{Lu}\p{L}+day$/u;
export const SOMEBODY =
  /^(?:In a (?:statement|report|letter|post),?\s)?(?:she|he|it|they|the (?:expert|rapporteur|group|organi[sz]ation|agency|office|spokesperson|spokesman|spokeswoman))$/i;

/** "In a report released Tuesday, Ocean Ledger said". */
export const OPENING = /^(?:In|On|At|After|During)\s[^,]{3,60},\s/;
export const NAMED = new RegExp(`^${NAME}$`, 'u');
/** Somebody of the body that spoke last: "A spokesman, Juan Cruz,". */
export const STAFF =
  /^(?:an?|its|their)\s(?:\p{Ll}+\s){0,2}(?:spokes\p{L}+|director|lawyer|official|head|chair\p{L}*|president|secretary|coordinator|researcher|adviser)\b(?!\s(?:of|for|at|with))/iu;
/** "... called on the Bank to stop and urged": the second thing that the same speaker asks. */
export const ELIDED = /^.{20,}\s(?:and|but)$/u;
/** "The union is asking the city, and its president, Ana Pires, said". */
export const SECOND =
  /^.{20,},\s(?:and|but|while)\s((?:its|their)\s[^,]{3,50},\s(?:\p{Lu}[\p{L}'-]+\s){1,3}\p{Lu}[\p{L}'-]+,\s(?:said|says|told|added|urged|asked|called).*)$/u;
/** "Ana Pires, a lawyer who defends five of them,": nobody's, for all that is told. */
export const WITHOUT_BODY =
  /^(?:\p{Lu}[\p{L}'-]+\s){1,2}\p{Lu}[\p{L}'-]+,\san?\s(?:\p{Ll}+\s){0,3}?(?:lawyer|survivor|resident|farmer|worker|activist|analyst|academic|professor|journalist|teacher|student|nurse|doctor|historian|economist|lawmaker|legislator|politician|senator|councillor|deputy|mother|father|trader|fisherman|shopkeeper|neighbou?r)(?:,|\s(?:who|from|in|for)\b|$)/u;

/** "Its lawyer, Ana Pires", "Ana Pires, its coordinator for Asia". */
export const OF_THE_LAST =
  /^(?:(?:its|their)\s[^,]{3,50},\s(?:\p{Lu}[\p{L}'-]+\s){1,3}?(?=\p{Lu}[\p{L}'-]+,?$)|(?=(?:(?:Sens?\.|Reps?\.|Dr|Mr|Ms|Mrs)\s)?(?:\p{Lu}[\p{L}'-]+\s)+\p{Lu}[\p{L}'-]+,\s(?:its|their|one\sof\s(?:the|its))\s)(?:(?:Sens?\.|Reps?\.|Dr|Mr|Ms|Mrs)\s)?(?:\p{Lu}[\p{L}'-]+\s)+)(\p{Lu}[\p{L}'-]+)/u;
/** "The special rapporteur on torture, Ana Pires": the mandate. */
export const RAPPORTEUR =
  /\b[Ss]pecial [Rr]apporteur on (?:the )?([\p{L} ,'-]+?)(?=[,."]|\s(?:said|told|urged|who|on \p{Lu}\p{L}+day)\b|$)/u;
/** "Ana Pires, the president of Open Door,": the name before what is said of it. */
export const PERSON_FIRST =
  /^((?:Sens?\.\s|Reps?\.\s|Dr\s|Mr\s|Ms\s|Mrs\s)?\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+){1,2}),\s/u;

/** Who speaks in a sentence: behind its quote, else at its beginning, without what is said of them on the way. */
export function frontOf(sentence: string): string | undefined {
  const behind = BEHIND.exec(sentence);
  return behind
    ? (behind[1] ?? behind[2])
    : FRONT.exec(sentence.replace(/,\s(?:who|which)\b[^,]*(?:,\d{3}[^,]*)*,/g, ''))?.[1];
}
