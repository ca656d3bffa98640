import { addressedLine } from './addressed-lines.js';
import { announce } from './announce.js';
import { asksNothing } from './asks-nothing.js';
import { dueOf } from './deadlines.js';
import { demandedIn } from './demanded.js';
import type { Block } from './document.js';
import { beginsWithOrder } from './headings.js';
import { PART } from './items.js';
import { isContinued } from './labels.js';
import { inlineItems, isStated, listsThings } from './lists.js';
import type { Cited, Found, Notes } from './notes.js';
import { readOrder } from './numbered-orders.js';
import { isQuoted } from './quoted-by.js';
import { sentencesOf } from './sentences.js';
import { Speakers } from './speakers.js';
import { SpokenOrders } from './spoken-orders.js';
import { aboveList, because } from './reason.js';
import { isDeciding } from './told-forms.js';
import { isInOthersQuote, isTeaser, MADE_BEFORE } from './sentence-shapes.js';

/** How a sentence stands in its paragraph. */
interface Place {
  start: number;
  end: number;
  isFirst: boolean;
  isLead: boolean;
  before: string;
}

/** Reads running text. */
export class Paragraphs {
  private readonly speakers: Speakers;
  private readonly orders: SpokenOrders;

  constructor(private readonly notes: Notes) {
    this.speakers = new Speakers(notes.setting);
    this.orders = new SpokenOrders(notes);
  }

  /** In running text every sentence that asks counts; the last one may lead in a list. */
  read(block: Block, cited: Cited, isLead: boolean, children: string[]): void {
    if (this.notes.setting.form === 'press' && isTeaser(cited.passage.words, isLead)) return;
    if (this.orders.isOnlyOne(block, cited) || (!isLead && this.isContinued(block, cited))) return;
    this.notes.context.leads = [];
    this.notes.context.isDeciding = isDeciding(cited.passage.words);
    const isList = isLead && children.length > 0 && !listsThings(cited.passage.words, children);
    if (!isList && readOrder(this.notes, block, cited, children)) return;
    const told = addressedLine(cited.passage.words, this.notes.setting, this.notes.context.recent);
    const isThings = isLead && listsThings(cited.passage.words, children);
    const sentences = sentencesOf(cited.passage.words);
    let before = '';
    this.orders.begin();
    sentences.forEach(({ start, end }, at) => {
      if (this.notes.setting.form !== 'press' && isInOthersQuote(cited.passage.words.slice(0, start))) return;
      if (this.notes.setting.form !== 'press' && isQuoted(cited.passage.words, start, end)) return;
      if (told && this.orders.toldIn(cited, { start: Math.max(start, told.from), end }, told.addressees)) return;
      const isLast = at === sentences.length - 1;
      this.sentence(cited, {
        start,
        end,
        isFirst: at === 0 || block.label !== undefined,
        isLead: isLead && isLast && !isThings,
        before,
      });
      before = cited.passage.words.slice(start, end);
    });
    if (isThings || (isLead && MADE_BEFORE.test(cited.passage.words)))
      this.notes.context.open({ level: 0, addressees: [], targets: [], through: [], why: PART });
  }

  /** What stands below a list and only ends the sentence that the list stands in: the list goes on after it. */
  private isContinued(block: Block, { passage: { words } }: Cited): boolean {
    return isContinued(block, words) && this.notes.context.leads.length > 0 && this.notes.asks(words).length === 0;
  }

  private sentence(cited: Cited, at: Place): void {
    const words = cited.passage.words.slice(at.start, at.end);
    // "The Bundestag calls on the Federal Government", above a list, is a lead like one with a colon.
    const said = at.isLead && /[\p{L})",]$/u.test(words) ? `${words.replace(/,$/, '')}:` : words;
    const asks = this.notes.asks(said, at.isFirst, at.before);
    if (asks[0]) this.notes.context.remember(words.slice(0, words.indexOf(asks[0].body)), []);
    const last = asks.at(-1);
    const inline = last ? inlineItems(words, last.start) : [];
    for (const ask of asks) {
      const opening = ask === asks[0] ? words.slice(0, words.indexOf(ask.body)) : '';
      const found = this.notes.foundIn(ask.body, ask.addressees, undefined, { party: ask.party, opening });
      const { why } = ask;
      if (ask === last && at.isLead)
        this.notes.context.open({
          ...found,
          targets: demandedIn(this.notes, words, found.targets),
          why: aboveList(why),
          by: this.speakers.of(ask.speaker, words, cited.passage.words),
          due: dueOf(words, this.notes.setting.date),
          level: 0,
        });
      else if (ask === last && inline.length > 1) this.inline(cited, at.start, inline, { ...found, why }, words);
      else if (ask.why.code !== 'asked-before' || !this.notes.spellsOut(words, ask.party, cited.label))
        this.notes.add(cited, {
          ...found,
          why,
          by: this.speakers.of(ask.speaker, words, cited.passage.words),
          from: at.start + ask.start,
          to: at.start + ask.end,
        });
      this.notes.context.recent.asked = ask.addressees;
    }
    this.speakers.hear(words);
    this.orders.hear(words);
    if (asks.length === 0) this.withoutAsk(cited, words, at);
    this.notes.context.remember(words, asks.at(-1)?.addressees ?? []);
  }

  private withoutAsk(cited: Cited, words: string, at: { start: number; end: number; isLead: boolean }): void {
    if (at.isLead && isStated(words)) {
      this.notes.context.open({ level: 0, addressees: [], targets: [], through: [], why: PART });
      return;
    }
    if (at.isLead && announce(this.notes, words)) return;
    if (this.orders.read(cited, words, at)) return;
    if (this.notes.context.addressees.length === 0 || !beginsWithOrder(words) || at.isLead || asksNothing(words))
      return;
    const found = this.notes.foundIn(words, this.notes.context.addressees, undefined);
    const why = because('order-under', this.notes.context.section);
    this.notes.add(cited, { ...found, why, from: at.start, to: at.end });
  }

  private inline(
    cited: Cited,
    base: number,
    items: ReturnType<typeof inlineItems>,
    found: Omit<Found, 'from' | 'to'>,
    words: string,
  ): void {
    for (const item of items) {
      const lead = item.lead === undefined ? '' : words.slice(item.lead, item.end);
      const targets = lead === '' ? found.targets : this.notes.foundIn(lead, found.addressees, undefined).targets;
      this.notes.add(
        { ...cited, label: [cited.label, item.label].filter((it) => it !== null).join(' ') },
        {
          ...found,
          targets,
          from: base + item.start,
          to: base + item.end,
        },
      );
    }
  }
}
