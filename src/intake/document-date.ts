// The day on which a document was adopted, or by which it is dated. Pure.

import { dateIn } from './dates.js';

/** Where a document says its day: its first lines, what stands above its text, every line, all of it. */
interface Dated {
  opening: string;
  head: string[];
  words: string[];
  all: string;
}

/** The day of a document, `YYYY-MM-DD`; the first of a month where it names no more. */
export const dateOf = (where: Dated): string | null =>
  adoptedOrDated(where) ?? dateIn(where.opening) ?? alone(where.words);

/** The same where the document says of itself that it is from then, and not only names a day in its first lines. */
export const certainDateOf = (where: Dated): string | null => adoptedOrDated(where) ?? alone(where.words);

const adoptedOrDated = ({ opening, head, all }: Dated): string | null =>
  meeting(all) ??
  adoption(opening) ??
  adoption(all.match(SESSION_LINE)?.[0] ?? '') ??
  adoption(all.match(ADOPTED_LINE)?.[0] ?? '') ??
  dateIn(head.join('\n'), true);

/** "Adopted by the Committee at its ninety-third session (2–20 February 2026)": on its last day. */
const SESSION = /\b[Aa]dopted by the Committee at its [^\n(]{3,60}\((?:[^)\n]*[–-]\s?)?(\d{1,2} \p{L}+ \d{4})\)/u;

/** "Text adopted by the Assembly on 28 January 2026 (7th sitting).", at the end. */
const ADOPTED_LINE = /^\*{0,2}\s?(?:Text\s)?[Aa]dopted\s[^\n]{0,100}?\bon\s[^\n]+/mu;

/** "At its 3204th meeting, held on 4 May 2026, it adopted the present concluding observations." */
const MEETING =
  /\b[Aa]t its [^\n.;]{3,60}, held on (\d{1,2} \p{L}+ \d{4}),?(?:\s\([^)\n]*\),?)? (?:it|the Committee) adopted (?:the present|its|these)\b/u;
const meeting = (all: string): string | null => dateIn(MEETING.exec(all.replace(/\n(?!\n)/g, ' '))?.[1] ?? '');

/** A day on a line of its own, or behind what was done on it: "Tabled: 11 March 2026". */
function alone(words: string[]): string | null {
  const line = words.find((it) => it.length < 60 && DAY_LINE.test(it));
  return line === undefined ? null : dateIn(line);
}
const DAY_LINE =
  /^(?:(?:[Tt]abled|[Pp]roposed|[Ii]ntroduced|[Ss]ubmitted|[Pp]resented|[Nn]otice|[Dd]ate|[Dd]ated|[Pp]ublished|[Aa]dopted|[Dd]one|[Ii]ssued)\b[^\d]{0,40})?(?:\p{L}+,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s\p{L}{3,9}|\p{L}{3,9}\s\d{1,2}),?\s\d{4}\.?$/u;

const SESSION_LINE = /^\*{0,2}\s?Adopted by the Committee at its [^\n]+/m;

function adoption(opening: string): string | null {
  const adopted = /\b(?:[Aa]dopted|ADOPTED)\b[^\n]{0,120}?\bon\s+([^\n]{6,30})/.exec(opening);
  const resolution = /\b(?:resolution|decision|recommendation) of (\d{1,2} \p{L}+ \d{4})/iu.exec(opening);
  const present = /\badopted the present[^\n]{0,60}? on ([^\n]{6,30})/.exec(opening);
  const session = SESSION.exec(opening);
  return (
    [present, resolution, adopted, session]
      .map((match) => (match ? dateIn(match[1] ?? '') : null))
      .find((day) => day !== null) ?? null
  );
}
