import type { Gazetteer } from './gazetteer.js';
import { isReview } from './review-signs.js';

/** What kind of writing a document is, as far as its rules of asking differ. */
export type Form = 'press' | 'upr' | 'ilo' | 'resolution' | 'letter' | 'other';

/** How a document is laid out. */
export interface Layout {
  hasRows: boolean;
  /** Whether its paragraphs bear numbers, as those of a story never do. */
  isNumbered: boolean;
}

/** Tells the form of a document from how it opens and how it speaks. */
export function formOf(
  opening: string,
  all: string,
  isLetter: boolean,
  { hasRows, isNumbered }: Layout,
  names: Gazetteer,
): Form {
  if (isReview(opening, all, hasRows, names)) return 'upr';
  if (/\bCEACR\b|\bILC session\b|\(Ratification: \d{4}\)|Convention, \d{4} \(No\.? ?\d+\)\s*[-–]/.test(opening))
    return 'ilo';
  if (isLetter) return 'letter';
  if (
    /^(?:[–-]\s*)?having regard to\b/im.test(all) ||
    (/^WHEREAS\b/im.test(all) && /\bresolved\b/i.test(all)) ||
    (all.match(RECITAL)?.length ?? 0) > 1 ||
    (all.match(OPERATIVE)?.length ?? 0) > 3 ||
    (UNDERSIGNED.test(all) && (all.match(STATED)?.length ?? 0) > 2) ||
    /^The\s(?:Parliamentary\s)?Assembly\s(?:also\s)?(?:calls|recalls|notes|regrets|welcomes|urges|invites|recommends)\b/m.test(
      all,
    ) ||
    /^(?:The|THE) (?:Security Council|General Assembly|Human Rights Council|European Parliament|[\p{Lu}][\p{L}' -]+),(?: meeting\b[^\n]*)?$/mu.test(
      all,
    )
  )
    return 'resolution';
  return !isNumbered && !BRIEF.test(opening) && isPress(all) ? 'press' : 'other';
}

/** "Recalling the Convention,", a line of its own: so a body opens what it resolves. */
const RECITAL =
  /^\s*(?:Recalling|Noting|Recogni[sz]ing|Reaffirming|Considering|Concerned|Mindful|Welcoming|Bearing in mind|Acknowledging|Having|Deeply|Alarmed|Guided|Emphasi[sz]ing|Stressing|Convinced|Aware|Taking note|recalling|noting|considering|having (?:heard|regard|considered))\b[^\n]*[,;]$/gmu;

/** "3. Urges the authorities ...;": paragraphs that begin with what a body does in them. */
const OPERATIVE =
  /^\s*(?:\d{1,2}\.\s+)?(?:(?:Also|Further|Deeply|Strongly|Again|Once again)\s)?(?:Urges|Requests|Calls (?:up)?on|Notes|Regrets|Welcomes|Considers|Emphasi[sz]es|Thanks|Invites|Encourages|Is \p{Ll}+ed|Deplores|Condemns|Reiterates|Recalls|Decides|Stresses|Demands)\s[^\n]*;$/gmu;

/** "The undersigned organizations," above "Mourn the dead;" and "Demand that ...;": a statement that is built as a resolution. */
const UNDERSIGNED = /\b(?:undersigned|signator(?:y|ies)|petitioners?|participants|delegates)\b/i;
const STATED =
  /^\s*(?:\d{1,2}\.\s+)?(?:Mourn|Note|Demand|Call (?:up)?on|Ask|Insist|Express|Urge|Request|Appeal|Welcome|Regret|Condemn|Deplore|Recall|Affirm|Reaffirm|Invite|Encourage|Thank|Salute)\s[^\n]*[;.]$/gmu;

/** A brief may quote as stories do. */
const BRIEF =
  /\b(?:policy|issue|research|legal|advocacy)\s(?:brief(?:ing)?|paper|note)\b|\bbriefing\s(?:paper|note)\b|\bBrief(?:ing)?\s(?:No|N°|#|\d)|\bWhat should be done\?|\bwhite paper\b/i;

/** Somebody else speaks in quotes, or "said" something, and the document itself recommends nothing. */
function isPress(all: string): boolean {
  const unquoted = all.replace(/"[^"\n]*"/g, '');
  const ours = /\b(?:[Ww]e (?:recommend|urge|call)|Recommendations|RECOMMENDATIONS)\b/.test(unquoted);
  const said = (all.match(SAID)?.length ?? 0) + (all.match(TOLD)?.length ?? 0);
  if (!ours && all.length < SHORT && (SENT_FROM.test(all) || AGENCY.test(all))) return true;
  if (ours || said === 0) return false;
  const quotes = all.match(/"[^"\n]{25,}/g)?.length ?? 0;
  const isNumbered = (all.match(/^\d{1,3}\.\s?\S/gm)?.length ?? 0) > 2;
  return said >= 3 || (all.length < SHORT && !isNumbered && said + quotes >= 2);
}

/** "SEOUL — In an explicit call", "(MENAFN- Khaama Press)": from where or whom a story comes. */
const SENT_FROM = /^\p{Lu}{3,}[\p{Lu} .]*(?:,\s[^—–\n]{2,40})?\s?(?:\([\w .]{2,24}\)\s?)?(?:—|–|--)\s?\p{Lu}/mu;
const AGENCY = /\((?:AP|AFP|Reuters|REUTERS|UNI|PTI|ANI|dpa|MENAFN[^)]{0,30})\)/;

/** "Amnesty International has urged the government to": what others ask, where nothing recommends. */
const TOLD =
  /\b\p{Lu}\p{L}+(?: [\p{Lu}(][\p{L})]+){0,4} (?:has |have )?(?:today )?(?:urged|called on|called upon|called for|appealed to|appealed for|requested|demanded|has asked)\b/gu;

/** A news story is seldom longer, in characters. */
const SHORT = 9000;
const SAID =
  /[,.!?]" (?:[\p{L}-]+ ){1,4}(?:said|told|added|reads|says)|\b(?:said|told reporters|told [A-Z]|[Ii]n a (?:press )?statement|has adopted a (?:resolution|statement|text)|news (?:briefing|conference)|press (?:briefing|conference))\b/gu;
