import type { Spoken } from './actor-words.js';
import { demands } from './ask-headings.js';
import { Audience } from './audience.js';
import { bareOf, isBelow, type Opened } from './chapters.js';
import { dueOfHeading } from './deadlines.js';
import type { Block } from './document.js';
import { addressedBy } from './heading-addressees.js';
import { isClosedHeading, isRecommendationsHeading, isToHeading } from './headings.js';
import type { Lead } from './lead.js';
import type { Setting } from './setting.js';
import { bodiesIn } from './told-by.js';
import { isTurned, stateAlone } from './state-meant.js';
import { namedTogether, spokenOf, withGroups } from './spoken-of.js';
import { isDeciding } from './told-forms.js';

/** Where in a document the reading is: under which heading, within which lists, and who was spoken of last. */
export class Context {
  section: string | null = null;
  /** Whether headings said that recommendations follow, and to whom. */
  isRecommending = false;
  isClosed = false;
  /** Whether the heading says that what is listed below is demanded, so that a noun is enough: "What we want to see". */
  isDemanding = false;
  /** The day that the heading names for all that stands below it: "By the end of 2027". */
  due: string | null = null;
  addressees: string[] = [];
  /** Whether the line above says who decides what stands below it. */
  isDeciding = false;
  leads: Lead[] = [];
  readonly recent: Spoken = { asked: [], states: [], groups: [], bodies: [] };
  private addressedAt = 9;
  /** Whom the title says that all asks are for. */
  private titled: string[] = [];
  private opened: Opened | undefined;
  /** Whether headings have levels of their own, as those of a page have. */
  hasLevels = false;
  private isAnnex = false;
  /** Whether anything was asked: before that, an annex is the report that its cover brings. */
  private hasAsked = false;

  /** Whom a letter speaks to. */
  readonly audience: Audience;

  constructor(private readonly setting: Setting) {
    this.audience = new Audience(setting);
  }

  /** The title addresses the whole document. */
  entitle(addressees: string[]): void {
    this.titled = addressees;
    this.addressees = addressees;
    this.isRecommending = addressees.length > 0;
  }

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
    const bare = bareOf(words);
    this.section = words.replace(/\s*:$/, '');
    this.leads = [];
    this.isDeciding = isDeciding(words);
    this.isDemanding = demands(bare);
    this.recent.asked = [];
    this.due = dueOfHeading(bare, this.setting.date);
    const asked = addressedBy(bare, {
      isListed: this.isRecommending || isAboveOrders,
      setting: this.setting,
      recent: this.recent,
    });
    this.audience.enter(bare, asked);
    const headed = this.setting.names.mentionsIn(bare);
    for (const { kind, name } of headed) if (kind === 'state') this.recent.states.push(name);
    this.recent.groups.push(...namedTogether(bare, headed));
    if (isRecommendationsHeading(bare) || isToHeading(bare) || (isAboveOrders && asked)) this.isRecommending = true;
    if (asked) {
      this.isClosed = false;
      this.isAnnex = false;
      this.addressees = asked;
      this.recent.asked = [...asked];
      this.recent.under = stateAlone(this.setting, asked);
      this.addressedAt = block.level;
      return;
    }
    this.close(block, words, bare);
    if (this.isClosed) this.addressees = [];
    this.recent.under = stateAlone(this.setting, this.addressees);
  }

  /** What a heading that addresses nobody ends. */
  private close(block: Block, words: string, bare: string): void {
    const opens =
      /\b(?:recommend|demand|requests? for (?:a )?(?:government|official) response)/i.test(bare) || isToHeading(bare);
    this.isAnnex = !opens && ((/^(?:annex|appendix)/i.test(bare) && this.hasAsked) || this.isAnnex);
    this.isClosed = !opens && (isClosedHeading(bare) || this.isAnnex);
    const isConclusion = /^(?:conclusions?|concluding remarks|afterword|in closing)$/i.test(bare);
    const isChapter = /^(?:[IVXLC]+|\p{Lu})\.\s/u.test(words) && this.addressedAt > block.level;
    if (
      this.isClosed ||
      isConclusion ||
      isRecommendationsHeading(bare) ||
      isChapter ||
      block.level < this.addressedAt
    ) {
      if (isRecommendationsHeading(bare)) this.opened = { words, level: block.level };
      else if (
        this.isClosed ||
        isConclusion ||
        !(this.addressedAt === 9 && isBelow(words, block.level, this.opened, this.hasLevels))
      )
        this.isRecommending = this.titled.length > 0 && !this.isClosed && !isConclusion;
      this.addressees = this.isRecommending ? this.titled : [];
      this.addressedAt = 9;
    }
  }

  /** In what a body says of one state, a new paragraph speaks of that state's organs, whoever the last one asked. */
  turnBack(): void {
    if (isTurned(this.setting, this.recent.asked)) this.recent.asked = [];
  }

  /** Who was asked, and which states were named, so that "it" and "the government" can be told later. */
  remember(words: string, asked: readonly string[]): void {
    this.hasAsked = this.hasAsked || asked.length > 0;
    if (asked.length > 0) this.recent.asked = [...asked];
    else this.recent.asked = spokenOf(words, this.setting, this.recent) ?? this.recent.asked;
    const mentions = this.setting.names.mentionsIn(words);
    for (const { kind, name } of mentions) if (kind === 'state') this.recent.states.push(name);
    this.recent.states = this.recent.states.slice(-12);
    this.recent.bodies = [
      ...this.recent.bodies,
      ...bodiesIn(words, mentions),
      ...asked.filter((name) => !this.setting.weights.has(name)),
    ].slice(-6);
    const told = namedTogether(words, mentions);
    this.recent.groups = withGroups(this.recent.groups, told);
  }
}
