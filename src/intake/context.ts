import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import { areActors, isActor } from './who-acts.js';
import { isBelow, type Opened } from './chapters.js';
import { describedBody, peopleOf } from './described.js';
import type { Block } from './document.js';
import type { Mention } from './gazetteer.js';
import { grammar } from './grammar.js';
import { decased } from './heading-case.js';
import { beginsWithOrder, isClosedHeading, isRecommendationsHeading, isToHeading } from './headings.js';
import type { Setting } from './setting.js';
import { isSubject } from './sentence-subjects.js';
import type { Reason } from './reason.js';

/** A line that says for the items below it who is asked: "We urge Malaysia to:". */
export interface Lead {
  level: number;
  addressees: string[];
  targets: string[];
  through: string[];
  /** Why what stands below it is asked; `part`: it is no ask of its own but a part of the one above. */
  why: Reason | 'part';
  /** The day that the line names for all that stands below it. */
  due?: string | null;
}

/** "Host states": words that are no order at the beginning of a heading. */
const NOUN_FIRST = /^(?:host|partner|lead|fund|police|press|transit|state|trade|care|market|supply|member|sister)\b/i;

/** "Kiribati thanks Uruguay": a state that speaks here is not spoken to. */
const speaksItself = (words: string, { end }: Mention): boolean =>
  /^\s(?:\p{Ll}+ly\s|also\s)?(?:thanks|welcomes|commends|congratulates|notes|recommends|appreciates|acknowledges|asks|urges|calls|supports|remains|wishes|would)\b/u.test(
    words.slice(end),
  );

/** "Lenders need to pay", "member states have votes": who the next sentence means by "they". */
const NEEDING =
  /^["']?(.{3,70}?)(?:\s(?:that|which|who)\s[^,.]{3,60}?)?\s(?:(?:needs?|ha(?:s|ve))\s+to|have|hold|own|buy|sell|control|finance|notify)\s/u;

/** "The world body cannot look away." */
const DESCRIBED =
  /^["']?(the\s[^,.;:"]{3,40}?)\s(?:has|have|is|was|had|can|cannot|could|may|will|train|pay|know|hold|own|\p{Ll}+[es]d?)\b/iu;

/** Where in a document the reading is: under which heading, within which lists, and who was spoken of last. */
export class Context {
  section: string | null = null;
  /** Whether headings said that recommendations follow, and to whom. */
  isRecommending = false;
  isClosed = false;
  addressees: string[] = [];
  leads: Lead[] = [];
  readonly recent: Recent & { groups: string[][] } = { asked: [], states: [], groups: [] };
  private addressedAt = 9;
  /** The heading that opened the recommendations. */
  private opened: Opened | undefined;
  /** Whether headings have levels of their own, as those of a page have. */
  hasLevels = false;
  /** What is annexed was said elsewhere, whatever headings it has. */
  private isAnnex = false;

  constructor(private readonly setting: Setting) {}

  /** The lead that an item of this depth stands under. */
  leadFor(level: number): Lead | undefined {
    return this.leads.findLast((lead) => lead.level < level);
  }

  open(lead: Lead): void {
    this.leads = [...this.leads.filter(({ level }) => level < lead.level), lead];
  }

  /** A heading within a list names what comes below it, and ends nothing. */
  name(words: string): void {
    this.section = words.replace(/\s*:$/, '');
  }

  /** A heading ends every list, and may say who is asked below it. */
  enter(block: Block, words: string, isAboveOrders = false): void {
    const bare = words
      .replace(/^\d{1,2}\s{1,4}(?=\p{Lu})/u, '')
      .replace(/^(?:[IVXLC]+|\p{Lu}|\d+(?:\.\d+)*)(?:[.)]|(?<=\.\d+))\s+/u, '')
      .replace(/\s*:$/, '')
      .replace(/\*+$/, '');
    this.section = words.replace(/\s*:$/, '');
    this.leads = [];
    this.recent.asked = [];
    const asked = this.askedBy(bare, isAboveOrders);
    const headed = this.setting.names.mentionsIn(bare);
    for (const { kind, name } of headed) if (kind === 'state') this.recent.states.push(name);
    this.recent.groups.push(...namedTogether(bare, headed));
    if (isRecommendationsHeading(bare) || isToHeading(bare) || (isAboveOrders && asked)) this.isRecommending = true;
    if (asked) {
      this.isClosed = false;
      this.isAnnex = false;
      this.addressees = asked;
      this.recent.asked = [...asked];
      this.recent.under = this.stateOf(asked);
      this.addressedAt = block.level;
      return;
    }
    const opens = /\b(?:recommend|demand)/i.test(bare) || isToHeading(bare);
    this.isAnnex = !opens && (/^(?:annex|appendix)/i.test(bare) || this.isAnnex);
    this.isClosed = !opens && (isClosedHeading(bare) || this.isAnnex);
    const isConclusion = /^(?:conclusions?|concluding remarks|afterword|in closing)$/i.test(bare);
    const isChapter = /^(?:[IVXLC]+|\p{Lu})\.\s/u.test(words) && this.addressedAt > block.level;
    if (
      this.isClosed ||
      isConclusion ||
      isRecommendationsHeading(bare) ||
      isChapter ||
      block.level < this.addressedAt - 0
    ) {
      if (isRecommendationsHeading(bare)) this.opened = { words, level: block.level };
      else if (
        this.isClosed ||
        isConclusion ||
        !(this.addressedAt === 9 && isBelow(words, block.level, this.opened, this.hasLevels))
      )
        this.isRecommending = false;
      this.addressees = [];
      this.addressedAt = 9;
    }
    this.recent.under = this.stateOf(this.addressees);
  }

  /** The state that is addressed alone. */
  private stateOf([name, ...others]: readonly string[]): string | undefined {
    return name !== undefined && others.length === 0 && this.setting.weights.has(name) ? name : undefined;
  }

  /** Whom a heading addresses: "To the Government of Nepal"; under recommendations also "Donors". */
  private askedBy(bare: string, isAboveOrders: boolean): string[] | undefined {
    const to = new RegExp(`^(?:${[...grammar.headingTo].sort((a, b) => b.length - a.length).join('|')})\\s+`, 'i').exec(
      bare,
    );
    const by =
      this.isRecommending || isAboveOrders
        ? /^(?:actions?\s|steps\s|measures\s)?(?:by|from)\s+(.+)$/i.exec(bare)?.[1]
        : undefined;
    if (
      by !== undefined &&
      (areActors(decased(by, this.setting), this.setting) || this.setting.names.mentionsIn(by).length > 0)
    )
      return actorsOf(decased(by, this.setting), this.setting, this.recent).map(({ name }) => name);
    const doer = /^what\s+(.{3,60}?)\s+(?:can|must|should|ought to|needs? to|ha(?:s|ve) to)\s+(?:do|say|ask)\b/i.exec(
      bare,
    )?.[1];
    const after =
      doer ?? /\brecommendations?\s+(?:to|for)\s+(.+)$/i.exec(bare)?.[1] ?? (to ? bare.slice(to[0].length) : undefined);
    if (after !== undefined) {
      const lower = decased(after, this.setting);
      // "Recommendations for action", "To end impunity" address nobody.
      if (/^\p{Ll}/u.test(lower) && !/^the\s/.test(lower) && !isActor(lower, this.setting)) return undefined;
      return actorsOf(lower, this.setting, this.recent)
        .map(({ name }) => name)
        .filter((name) => !/^(?:other )?(?:actors|stakeholders|parties)$/i.test(name));
    }
    if (
      !(this.isRecommending || isAboveOrders) ||
      bare.split(' ').length > 9 ||
      (beginsWithOrder(bare) && !NOUN_FIRST.test(bare)) ||
      !areActors(decased(bare, this.setting), this.setting)
    )
      return undefined;
    return actorsOf(decased(bare, this.setting), this.setting, this.recent).map(({ name }) => name);
  }

  /** Who was asked, and which states were named, so that "it" and "the government" can be told later. */
  remember(words: string, asked: readonly string[]): void {
    if (asked.length > 0) this.recent.asked = [...asked];
    const pair =
      /^(?:(?:Since|In|On|By|Until|After)\s\S+,?\s(?:\d{4},?\s)?)?((?:the\s)?\p{Lu}[^,.]{3,60}?\sand\s(?:the\s)?\p{Lu}[^,.]{3,60}?)(?:,\s(?:too|also),)?\s(?:have|are|were|did|had|do|continue|share|bear|hold|face|host|receive|remain|need|know|(?!of\b|for\b|in\b|on\b|at\b|to\b|with\b|and\b|from\b|should\b|must\b|ought\b)\p{Ll}{3,}(?<!s|ing))\b/iu.exec(
        words,
      )?.[1];
    const two =
      pair && asked.length === 0
        ? actorsOf(
            pair.replace(/^(?:Since|In|On|By|Until|After)\s\S+\s(?:\d{4},?\s)?(?=the\s|\p{Lu})/u, ''),
            this.setting,
            this.recent,
          )
        : [];
    if (two.length === 2) this.recent.asked = two.map(({ name }) => name);
    const mentions = this.setting.names.mentionsIn(words);
    const [first] = mentions;
    // "The Fund has a seat there. It should ...": the one of whom a sentence speaks is who "it" is in the next.
    const isKind =
      first?.kind === 'body'
        ? first.how === 'name'
        : first?.kind === 'state' &&
          (this.setting.form === 'press' || this.setting.form === 'letter' || !speaksItself(words, first));
    if (asked.length === 0 && first && isKind && first.how !== 'demonym' && isSubject(words, first))
      this.recent.asked = [first.name];
    const described = asked.length === 0 ? DESCRIBED.exec(words)?.[1] : undefined;
    const body =
      described === undefined
        ? undefined
        : (describedBody(described, this.setting) ??
          peopleOf(described, this.setting) ??
          (/^the (?:Commission|Council|Union)$/i.test(described) ? this.setting.short[described.slice(4)] : undefined));
    if (body !== undefined) this.recent.asked = [body];
    // "Lenders need to pay. They should ...".
    const needing = asked.length === 0 ? NEEDING.exec(words)?.[1] : undefined;
    if (needing !== undefined && isActor(needing, this.setting))
      this.recent.asked = actorsOf(needing, this.setting, this.recent).map(({ name }) => name);
    for (const { kind, name } of mentions) if (kind === 'state') this.recent.states.push(name);
    this.recent.states = this.recent.states.slice(-12);
    const told = namedTogether(words, mentions);
    const isSame =
      told.length > 0 && told.every((names, at) => names.join() === this.recent.groups.at(at - told.length)?.join());
    if (!isSame) this.recent.groups = [...this.recent.groups, ...told].slice(-8);
  }
}

/** The states that stand side by side, as "Chad and Mali" do; one that stands alone is a group of one. */
function namedTogether(words: string, mentions: readonly Mention[]): string[][] {
  const groups: string[][] = [];
  let end = -1;
  for (const mention of mentions.filter(({ kind }) => kind === 'state')) {
    const last = groups.at(-1);
    if (last && end >= 0 && /^(?:,\s?|,?\s(?:and|or)\s)(?:the\s)?$/.test(words.slice(end, mention.start)))
      last.push(mention.name);
    else groups.push([mention.name]);
    end = mention.end;
  }
  return groups.map((names) => [...new Set(names)]);
}
