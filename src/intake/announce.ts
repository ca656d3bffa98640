import { actorsOf } from './actors.js';
import { isDraftLead, partyOf } from './addressed-lines.js';
import { announcing } from './ask-forms.js';
import { dueOf } from './deadlines.js';
import { demandedIn } from './demanded.js';
import { isDemandLead } from './lists.js';
import type { Notes } from './notes.js';
import { because } from './reason.js';
import { isActor } from './who-acts.js';

/** "Several measures could usefully be taken to:". */
const POSSIBLE =
  /\b(?:measures|steps|actions|priorities)\b[^.;]*\b(?:could|can|may|might|should|must|need)\b[^.;]*\bto\s*:$/i;
/** "Our organisation considers it necessary that:". */
const NEEDED =
  /\b(?:necessary|essential|imperative|vital|crucial|urgent|indispensable|desirable|advisable)\b[^.;]*\b(?:that|to)\s*:$/i;
/** Recommendations in general, after what was asked of one or the other in passing. */
const GENERAL = /\b(?:recommendations?|observations)\b/i;

/** Opens the list below a line that asks nothing itself but announces asks; says whether it does. */
export function announce(notes: Notes, words: string): boolean {
  const { context, setting } = notes;
  if (isDemandLead(words) || NEEDED.test(words) || announcing.test(words) || POSSIBLE.test(words)) {
    const owner =
      /^(?:To|For)\s(.{3,90}?),\s(?:the|we|she|he|it|I)\b/u.exec(words)?.[1] ??
      /\bof\s+(.+?)\s+(?:should|must)\b/.exec(words)?.[1];
    const owners = owner ? actorsOf(owner, setting, context.recent).map(({ name }) => name) : [];
    if (GENERAL.test(words) && setting.subject !== null && setting.you.length === 0) context.recent.asked = [];
    // "The following points deserve to be raised", in a letter: by whoever reads it.
    const told = /\b(?:they|them|it|its|their|him|her|his)\b/i.test(words) ? context.recent.asked : setting.you;
    const addressees = [owners, context.addressees, told, context.recent.asked, setting.you].find(
      ({ length }) => length > 0,
    );
    context.open({
      level: 0,
      addressees: notes.orSubject(addressees ?? []),
      targets: demandedIn(notes, words, []),
      through: [],
      why: because('demands-announced'),
      due: dueOf(words, setting.date),
    });
    return true;
  }
  const announced = partiesOf(notes, words);
  if (announced.length === 0) return false;
  context.open({ level: 0, addressees: announced, targets: [], through: [], why: because('announced', words) });
  return true;
}

const IN_WORDS =
  /\b(?:we|I|our|my)\b[^.;]*\b(?:recommendations?|requests?|asks?|demands?|things|steps|measures|calls?|points)\b/i;

/** Of whom a sentence says that something is asked which the next ones say: "We make three recommendations to the Government." */
const THINGS =
  /^(.{3,90}?)\s(?:should|must|can|could|ought to|needs? to|ha(?:s|ve) to|is to|are to)\s(?:now\s|therefore\s|also\s|at least\s)?(?:do|take|make)\s(?:the following|(?:at least\s)?(?:two|three|four|five|six|seven|several|some|a few|a number of))\s(?:\p{Ll}+\s)?(?:things|steps|measures|moves|changes|decisions|points)\b[^:]*[.:]$/u;

export function announcedIn({ setting, context }: Notes, words: string): string[] | undefined {
  const several = THINGS.exec(words)?.[1];
  if (several !== undefined && isActor(several, setting))
    return actorsOf(several, setting, context.recent).map(({ name }) => name);
  if (!IN_WORDS.test(words) || /\b(?:was|were|had|did|made|thank)\b/.test(words)) return undefined;
  const party =
    /(?:^|\s)(?:to|of|for|from)\s((?:the\s)?[^,.;:]{3,80}?)(?=\s(?:is|are)\b|[,.;:]|$)/iu.exec(words)?.[1] ?? '';
  const named = isActor(party, setting) ? actorsOf(party, setting, context.recent).map(({ name }) => name) : [];
  return [named, context.addressees, setting.you, setting.subject === null ? [] : [setting.subject]].find(
    ({ length }) => length > 0,
  );
}

/** Whom a line without a verb of asking announces: "Airlines:"; "The resolution should:" is for those who adopt it. */
function partiesOf({ setting, context }: Notes, words: string): string[] {
  if (isDraftLead(words)) return context.recent.asked.length > 0 ? context.recent.asked : setting.you;
  return context.isRecommending ? partyOf(words.replace(/[:—–]$/, ''), setting, context.recent) : [];
}
