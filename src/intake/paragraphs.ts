import { actorsOf } from './actors.js';
import type { Block } from './document.js';
import { beginsWithOrder } from './headings.js';
import { PART } from './items.js';
import { inlineItems, isDemandLead, listsThings } from './lists.js';
import type { Cited, Found, Notes } from './notes.js';
import { sentencesOf } from './sentences.js';
import { speakerOf } from './speakers.js';

/** Reads running text. */
export class Paragraphs {
  constructor(private readonly notes: Notes) {}

  /** In running text every sentence that asks counts; the last one may lead in a list. */
  read(block: Block, cited: Cited, isLead: boolean, children: string[]): void {
    this.notes.context.leads = [];
    const isList = isLead && children.length > 0 && !listsThings(cited.passage.words, children);
    if (this.isNumberedOrder(block, cited.passage.words) && !isList) {
      const found = this.notes.foundIn(
        cited.passage.words,
        this.notes.orSubject(this.notes.context.addressees),
        undefined,
      );
      this.notes.add(
        cited,
        {
          ...found,
          why: `A numbered order under "${this.notes.context.section ?? ''}"`,
          from: 0,
          to: cited.passage.words.length,
        },
        children,
      );
      if (children.length > 0)
        this.notes.context.open({ level: 0, addressees: [], targets: [], through: [], why: PART });
      return;
    }
    const isThings = isLead && listsThings(cited.passage.words, children);
    const sentences = sentencesOf(cited.passage.words);
    sentences.forEach(({ start, end }, at) => {
      const isLast = at === sentences.length - 1;
      this.sentence(cited, {
        start,
        end,
        isFirst: at === 0 || block.label !== undefined,
        isLead: isLead && isLast && !isThings,
      });
    });
    if (isThings) this.notes.context.open({ level: 0, addressees: [], targets: [], through: [], why: PART });
  }

  private isNumberedOrder({ label }: Block, words: string): boolean {
    return (
      label !== undefined &&
      beginsWithOrder(words) &&
      (this.notes.context.addressees.length > 0 || this.notes.context.isRecommending)
    );
  }

  private sentence(cited: Cited, at: { start: number; end: number; isFirst: boolean; isLead: boolean }): void {
    const words = cited.passage.words.slice(at.start, at.end);
    const asks = this.notes.asks(words, at.isFirst);
    if (asks[0]) this.notes.context.remember(words.slice(0, words.indexOf(asks[0].body)), []);
    const last = asks.at(-1);
    const inline = last ? inlineItems(words, last.start) : [];
    for (const ask of asks) {
      const found = this.notes.foundIn(ask.body, ask.addressees, undefined, ask.party);
      const { why } = ask;
      if (ask === last && at.isLead)
        this.notes.context.open({
          ...found,
          targets: this.demanded(words, found.targets),
          why: `${why}, above a list`,
          level: 0,
        });
      else if (ask === last && inline.length > 1) this.inline(cited, at.start, inline, { ...found, why });
      else if (!this.notes.spellsOut(words, ask.party, cited.label))
        this.notes.add(cited, {
          ...found,
          why,
          by: speakerOf(ask.speaker, this.notes.setting),
          from: at.start + ask.start,
          to: at.start + ask.end,
        });
      this.notes.context.recent.asked = ask.addressees;
    }
    if (asks.length === 0) this.withoutAsk(cited, words, at);
    this.notes.context.remember(words, asks.at(-1)?.addressees ?? []);
  }

  private withoutAsk(cited: Cited, words: string, at: { start: number; end: number; isLead: boolean }): void {
    if (at.isLead && isDemandLead(words)) {
      const owner = /\bof\s+(.+?)\s+(?:should|must)\b/.exec(words)?.[1];
      const owners = owner
        ? actorsOf(owner, this.notes.setting, this.notes.context.recent).map(({ name }) => name)
        : [];
      const addressees =
        [owners, this.notes.context.addressees, this.notes.context.recent.asked].find(({ length }) => length > 0) ?? [];
      this.notes.context.open({
        level: 0,
        addressees: this.notes.orSubject(addressees),
        targets: this.demanded(words, []),
        through: [],
        why: 'A line that announces demands',
      });
    } else if (this.notes.context.addressees.length > 0 && beginsWithOrder(words) && !at.isLead) {
      const found = this.notes.foundIn(words, this.notes.context.addressees, undefined);
      this.notes.add(cited, {
        ...found,
        why: `An order under "${this.notes.context.section ?? ''}"`,
        from: at.start,
        to: at.end,
      });
    }
  }

  /** Demands to be put in talks: to whom, where the line does not say it, the heading does. */
  private demanded(words: string, targets: string[]): string[] {
    if (
      targets.length > 0 ||
      !isDemandLead(words) ||
      !/\b(?:talking points|agenda|talks|dialogue|negotiations)\b/i.test(words)
    )
      return targets;
    const named = this.notes.setting.names
      .mentionsIn(this.notes.context.section ?? '')
      .find(({ kind }) => kind === 'state');
    const state = named?.name ?? this.notes.setting.subject;
    return state ? [state] : [];
  }

  private inline(
    cited: Cited,
    base: number,
    items: ReturnType<typeof inlineItems>,
    found: Omit<Found, 'from' | 'to'>,
  ): void {
    for (const item of items)
      this.notes.add(
        { ...cited, label: [cited.label, item.label].filter((it) => it !== null).join(' ') },
        {
          ...found,
          from: base + item.start,
          to: base + item.end,
        },
      );
  }
}
