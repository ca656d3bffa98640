// Headings and titles that say by a noun that asks stand below: "Our requests to the Commission". Pure.

/** What is asked, by nouns that mean nothing else. */
const ASKS =
  'recommendations?|requests?|asks?|demands?|calls?|appeals?|suggestions?|petitions?|wish(?:es| list)|to-?do list|checklist|call to action|action (?:points|items|agenda)|requirements?|expectations';
/** Nouns that ask only with what or whom. */
const STEPS =
  'steps?|measures|actions?|priorities|proposals|tasks|homework|agenda|roadmap|programme|changes|reforms|commitments';
const NEW =
  'next|our|key|priority|urgent|immediate|necessary|needed|required|recommended|proposed|concrete|first|essential';
const TOLD =
  /\b(?:taken|made|adopted|previous(?:ly)?|earlier|past|received|accepted|supported|noted|implement\p{L}*|response|responses|reply|replies|status|follow-up|progress|history|rejected|answered|unanswered|from the (?:first|second|third|last)|cycle|statistics|overview|analysis|made by|by others|appreciation|proceedings|to order|for tender|for papers|for proposals|evidence)\b/iu;
const PARTY = String.raw`(?:\s(?:to|for|of|from|on|by|addressed to|directed to|before|ahead of|in|concerning|regarding|towards)\b.{1,90})?`;
const SURELY = new RegExp(
  String.raw`^(?:\p{L}[\p{L}\d'-]*\s){0,4}(?:${ASKS})${PARTY}$|^(?:\p{L}[\p{L}\d'-]*\s){0,2}(?:${NEW})\s(?:\p{L}+\s){0,2}(?:${STEPS})${PARTY}$|^(?:${STEPS})\s(?:for|by|to be taken by|needed from)\s.{2,60}$|^what\s(?:we|our \p{L}+|the \p{L}+|survivors|families|communities|workers|\p{L}+)\s(?:asks?|wants?|expects?|needs?|seeks?|demands?|calls?|recommends?|proposes?|would like)\b.{0,60}$|^(?:recommends|requests|urges|demands|calls on|asks|decides|hereby recommends)$|^asked of\s.{2,80}$|^(?:over to|the turn of)\s.{2,60}$|^(?:\p{Lu}[\p{L}'-]+\s){1,4}(?:to-do list|homework)$`,
  'iu',
);

/** "She calls on China": a verb. */
const SAID =
  /\b(?:calls? (?:up)?on|(?:we|she|he|it|they|I) (?:\p{Ll}+ly )?(?:ask|call|request|demand|urge|recommend|appeal)s?)\b/iu;

/** Whether a heading opens asks by the noun that it holds, and tells of none that were made before. */
export const opensAsks = (bare: string): boolean =>
  bare.split(' ').length <= 16 &&
  !/\bto$/.test(bare) &&
  (/^what\b/i.test(bare) || !SAID.test(bare)) &&
  SURELY.test(bare) &&
  !TOLD.test(bare) &&
  !/\b(?:we (?:do|did|have)|join us)\b/i.test(bare);

const TITLED = new RegExp(
  String.raw`(?:^|[:–—-]\s|\b(?:an?|our|\d+|two|three|four|five|six|seven|eight|nine|ten)\s(?:\p{L}+\s){0,2}|^(?:\p{L}+\s){1,2})(?:${ASKS}|steps|priorities|proposals|agenda|roadmap)\s(?:to|for|of)\s(.{3,90})$`,
  'iu',
);

/** Whom the title of a document says that its asks are for: "A Checklist for the 119th Congress". */
export function titledFor(title: string): string | undefined {
  if (TOLD.test(title) || /\b(?:visit|mission|report|session|statement)\b/i.test(title)) return undefined;
  return TITLED.exec(title.replace(/[?!.]+$/, ''))?.[1];
}

const DEMANDS =
  /\b(?:demands?|asks|requests|wish(?:es| list)|expectations)\b|^what\s(?:we|(?:\p{L}+\s){1,3})\s?(?:asks?|wants?|expects?|demands?|calls?)\b/iu;

/** Whether what is listed below a heading is demanded, in whatever words. */
export const demands = (bare: string): boolean => opensAsks(bare.replace(/[\s:?]+$/, '')) && DEMANDS.test(bare);

/** "What should the Philippine government do?": a question on a line of its own, above the answer. */
export const isQuestion = (words: string): boolean =>
  words.split(' ').length <= 14 &&
  /^(?:(?:And|But|So)\s)?(?:What|Who|How|Why|Where|When|Which|Whose|Does|Do|Is|Are|Has|Have|Did|Was|Were|Should|Must|Can|Will|And)\b[^.!?"]{3,110}\?$/u.test(
    words,
  );
