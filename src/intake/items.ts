import { addressedLine } from './addressed-lines.js';
import type { Ask } from './asks.js';
import type { Lead } from './lead.js';
import type { Block } from './document.js';
import { dueOf } from './deadlines.js';
import { beginsWithOrder } from './headings.js';
import { inSentences } from './item-sentences.js';
import { isInflected, isNamed, isRecommended, NO_ASK, reasonOf, urged } from './item-words.js';
import { isStated, listsThings } from './lists.js';
import type { Cited, Notes } from './notes.js';
import { partiesIn } from './order-frames.js';
import { partyFirst } from './party-first.js';
import { partyLast } from './party-last.js';
import type { Reason } from './reason.js';
import { isTeaser } from './sentence-shapes.js';
import { inPresent } from './told-forms.js';

/** Says of a lead that what stands below it is no ask but a part of the one above. */
export const PART = 'part' as const;

/** How an item stands among the others. */
interface Listed {
  /** Whether it leads in items of its own. */
  isLead: boolean;
  /** The line above it, where it stands in a list of nothing but orders. */
  orders: string | undefined;
  /** The words of the items directly below it. */
  children: string[];
}

/** Reads list items. */
export class Items {
  constructor(private readonly notes: Notes) {}

  /** A list item is one ask, whatever it holds; one that ends in a colon leads in its own items. */
  read(block: Block, cited: Cited, { isLead, orders, children }: Listed): void {
    const { words } = cited.passage;
    const { context } = this.notes;
    const lead = context.leadFor(block.level);
    if (lead?.why === PART || (lead && NO_ASK.test(words))) return;
    if (!lead && orders === undefined && this.isOfStory() && isTeaser(words, isLead)) return;
    const told = this.told(words, lead);
    const first = lead && partyFirst(words, this.notes.setting, this.notes.context.recent);
    const own = this.notes.asks(this.said(words));
    const addressees = told?.addressees ?? first?.addressees ?? this.addressees(words, lead, own[0], orders);
    if (isLead && own.length === 0 && this.states(block, words, children)) return;
    if (!(lead || own.length > 0 || told || orders !== undefined || isRecommended(context, words))) {
      inSentences(this.notes, words, cited);
      return;
    }
    if (!lead && !isLead && this.several(own, cited)) return;
    if (own[0]) this.notes.context.remember(words.slice(0, words.indexOf(own[0].body)), []);
    const found = this.notes.foundIn(words, this.notes.orSubject(addressees), lead, {
      party: own[0]?.party,
      body: own[0]?.body ?? words.slice(first?.from ?? 0),
      opening: own[0] ? words.slice(0, words.indexOf(own[0].body)) : '',
    });
    if (own[0] && isInflected(words, lead) && found.targets.length === 0)
      found.targets = urged(own[0], this.notes.setting).filter((name) => !found.addressees.includes(name));
    const why = lead?.why ?? this.reason(own[0], told !== undefined, orders);
    if (isLead && children.length > 0 && !listsThings(words, children)) {
      this.notes.context.open({
        ...found,
        why,
        level: block.level,
        due: (beginsWithOrder(words) ? null : dueOf(words, this.notes.setting.date)) ?? lead?.due ?? null,
      });
      return;
    }
    const by = lead?.by ?? [];
    this.notes.add(cited, { ...found, why, by, from: 0, to: words.length, due: lead?.due ?? null }, children);
    if (children.length > 0 && listsThings(words, children))
      this.notes.context.open({ level: block.level, addressees: [], targets: [], through: [], why: PART });
  }

  private isOfStory(): boolean {
    return this.notes.setting.form === 'press' && !this.notes.context.isRecommending;
  }

  private reason(own: Ask | undefined, isAfterName: boolean, orders: string | undefined): Reason {
    const { isDeciding, section } = this.notes.context;
    return (isDeciding ? undefined : own?.why) ?? reasonOf(isAfterName, orders !== undefined, section);
  }

  /** "(b) urged Belarus to", below the name of a body that decides; "(a) Urging them to", below a heading that says to whom. */
  private said(words: string): string {
    const { isDeciding, addressees } = this.notes.context;
    if (isDeciding) return `It ${inPresent(words, 'past')}`;
    return addressees.length > 0 ? inPresent(words, 'going') : words;
  }

  /** "(6) calls upon Brazil to ...; and calls upon the Union to ...": where a resolution has its verbs in a list, each asks. */
  private several(own: Ask[], cited: Cited): boolean {
    if (this.notes.setting.form !== 'resolution' || own.length < 2 || own[0]?.why.code !== 'verb-first') return false;
    for (const { start, end, addressees, body, party, why } of own) {
      const found = this.notes.foundIn(body, this.notes.orSubject(addressees), undefined, { party });
      this.notes.add(cited, { ...found, why, from: start, to: end });
    }
    return true;
  }

  /** Opens what a house only states: "(a) notes that:"; says whether it does. */
  private states({ level }: Block, words: string, children: string[]): boolean {
    if (children.length === 0 || !isStated(words)) return false;
    this.notes.context.open({ level, addressees: [], targets: [], through: [], why: PART });
    return true;
  }

  /** Who stands before a colon; below a lead that says who is asked, "Media:" or "Assembly:" only says what about. */
  private told(words: string, lead: Lead | undefined): ReturnType<typeof addressedLine> {
    const { setting, context } = this.notes;
    const told = addressedLine(words, setting, context.recent);
    if (!told || !lead || lead.addressees.length === 0 || /^(?:to|for|of)\s/i.test(words)) return told;
    const mentions = setting.names.mentionsIn(words.slice(0, told.from));
    return mentions.some(({ how }) => how === 'name') ? told : undefined;
  }

  /** Whom an item asks by its own words, else by what stands above it. */
  private addressees(words: string, lead: Lead | undefined, own: Ask | undefined, orders?: string): string[] {
    const given = lead?.addressees ?? this.given(orders, words);
    const isOwn =
      own !== undefined &&
      own.addressees.length > 0 &&
      !isInflected(words, lead) &&
      (given.length === 0 || !beginsWithOrder(words.replace(/^to\s+/i, '')));
    return isOwn ? own.addressees : given;
  }

  /** Who is asked where no lead says it: whom the heading addresses, in a letter "you". */
  private given(orders: string | undefined, words: string): string[] {
    const { context, setting } = this.notes;
    const above = orders === undefined ? [] : partiesIn(orders, setting, context.recent);
    if (above.length > 0 && (context.addressees.length === 0 || above.every((name) => isNamed(name, setting))))
      return above;
    if (context.addressees.length === 0 && beginsWithOrder(words)) {
      const named = partyLast(words, setting, context.recent);
      if (named) return named;
    }
    return context.addressees.length === 0 && orders !== undefined ? setting.you : context.addressees;
  }
}
