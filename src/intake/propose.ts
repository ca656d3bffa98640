import { actorsOf } from './actors.js';
import { asksIn } from './asks.js';
import { Context, type Lead } from './context.js';
import { dueOf } from './deadlines.js';
import type { Block, IntakeDocument } from './document.js';
import { Labels } from './labels.js';
import { inlineItems, isDemandLead, listsThings } from './lists.js';
import { passageOf, placeOf, type Passage } from './passage.js';
import { targetsIn } from './pressing.js';
import type { Proposal } from './proposal.js';
import { recommendersOf } from './recommenders.js';
import { sentencesOf } from './sentences.js';
import { settingOf, type Setting } from './setting.js';
import { speakerOf } from './speakers.js';
import { beginsWithOrder } from './headings.js';
import { throughOf } from './through.js';

/** The recommendations that a document holds, in its order. The same document gives the same proposals. */
export function propose(document: IntakeDocument): Proposal[] {
  return new Proposer(document).run();
}

/** What is known of one ask before it becomes a proposal. */
interface Found {
  from: number;
  to: number;
  addressees: string[];
  targets: string[];
  through: string[];
  by?: string[];
  why: string;
}

class Proposer {
  private readonly setting: Setting;
  private readonly context: Context;
  private readonly labels = new Labels();
  private readonly proposals: Proposal[] = [];
  private readonly blocks: Block[];

  constructor(private readonly document: IntakeDocument) {
    this.setting = settingOf(document);
    this.context = new Context(this.setting);
    this.blocks = document.blocks.filter(
      ({ kind }) => kind !== 'boilerplate' && kind !== 'footnote' && kind !== 'title',
    );
  }

  run(): Proposal[] {
    this.blocks.forEach((block, at) => {
      const passage = passageOf(this.document, block);
      const label = this.labels.of(block);
      if (block.kind === 'heading') this.context.enter(block, passage.words);
      else if (!this.context.isClosed) this.read(block, passage, label, at);
    });
    return this.proposals;
  }

  private read(block: Block, passage: Passage, label: string | null, at: number): void {
    if (this.setting.form === 'upr') return this.reviewed(passage, label);
    if (block.kind === 'row') return this.row(passage, label);
    const isLead = this.isLead(block, passage.words, at);
    if (block.kind === 'item') this.item(block, passage, label, isLead, at);
    else this.paragraph(block, passage, label, isLead, at);
  }

  /** In the outcome of a review only what states recommend, with their names behind it. */
  private reviewed(passage: Passage, label: string | null): void {
    const found = recommendersOf(passage.words, this.setting);
    if (!found || found.end < 8) return;
    const addressees = this.setting.subject ? [this.setting.subject] : [];
    this.add(passage, label, {
      from: 0,
      to: found.end,
      addressees,
      targets: [],
      through: [],
      by: found.by,
      why: 'An item of a review, with who recommends it in brackets',
    });
  }

  private row(passage: Passage, label: string | null): void {
    const lead = this.context.leadFor(1);
    const addressees = lead?.addressees ?? this.context.addressees;
    if (!beginsWithOrder(passage.words) || (!lead && !this.context.isRecommending)) return;
    this.add(passage, label, {
      from: 0,
      to: passage.words.length,
      addressees: this.orSubject(addressees),
      targets: [],
      through: [],
      why: 'A row of a table of recommendations',
    });
  }

  private isLead({ level, kind }: Block, words: string, at: number): boolean {
    const next = this.blocks[at + 1];
    const isAbove = next?.kind === 'item' && (kind !== 'item' || next.level > level);
    return /[:—–]$/.test(words) || (isAbove && /\b(?:to|that|should|must|by)$/.test(words));
  }

  /** A list item is one ask, whatever it holds; one that ends in a colon leads in its own items. */
  private item(block: Block, passage: Passage, label: string | null, isLead: boolean, at: number): void {
    const { words } = passage;
    const lead = this.context.leadFor(block.level);
    const own = this.asks(words);
    const children = this.childrenOf(block, at);
    const given = lead?.addressees ?? this.context.addressees;
    const addressees =
      own[0] && own[0].addressees.length > 0 && (given.length === 0 || !beginsWithOrder(words))
        ? own[0].addressees
        : given;
    const isAsk =
      lead !== undefined ||
      own.length > 0 ||
      (this.context.isRecommending && (this.context.addressees.length > 0 || beginsWithOrder(words)));
    if (!isAsk) return this.context.remember(words, []);
    if (own[0]) this.context.remember(words.slice(0, words.indexOf(own[0].body)), []);
    const found = this.foundIn(words, this.orSubject(addressees), lead, own[0]?.party, own[0]?.body);
    const why = lead?.why ?? (own[0] ? own[0].why : `An item under "${this.context.section ?? ''}"`);
    if (isLead && children.length > 0 && !listsThings(words, children)) {
      this.context.open({ ...found, why, level: block.level });
      return;
    }
    this.add(passage, label, { ...found, why, from: 0, to: words.length }, children);
    if (children.length > 0)
      this.context.open({ level: block.level, addressees: [], targets: [], through: [], why: 'part' });
  }

  private foundIn(
    words: string,
    addressees: string[],
    lead: Lead | undefined,
    party = '',
    body = words,
  ): Omit<Found, 'from' | 'to' | 'why'> {
    const own = targetsIn(beginsWithOrder(words) ? words : body, addressees, this.setting, this.context.recent);
    const targets = [...new Set([...(lead?.targets ?? []), ...(lead && lead.targets.length > 0 ? [] : own)])];
    return {
      addressees,
      targets,
      through: lead?.through.length ? lead.through : throughOf(party, this.setting, this.context.recent),
    };
  }

  /** The words of the items directly below an item. */
  private childrenOf(block: Block, at: number): string[] {
    const rest = this.blocks.slice(at + 1);
    const end = rest.findIndex(({ kind, level }) => kind !== 'item' || level <= block.level);
    return rest.slice(0, end < 0 ? rest.length : end).map((child) => passageOf(this.document, child).words);
  }

  /** In running text every sentence that asks counts; the last one may lead in a list. */
  private paragraph(block: Block, passage: Passage, label: string | null, isLead: boolean, at: number): void {
    this.context.leads = [];
    const children = this.childrenOf(block, at);
    const isList = isLead && children.length > 0 && !listsThings(passage.words, children);
    if (this.isNumberedOrder(block, passage.words) && !isList) {
      const found = this.foundIn(passage.words, this.orSubject(this.context.addressees), undefined);
      this.add(passage, label, {
        ...found,
        why: `A numbered order under "${this.context.section ?? ''}"`,
        from: 0,
        to: passage.words.length,
      }, children);
      if (children.length > 0) this.context.open({ level: 0, addressees: [], targets: [], through: [], why: 'part' });
      return;
    }
    const isThings = isLead && listsThings(passage.words, children);
    const sentences = sentencesOf(passage.words);
    sentences.forEach(({ start, end }, at) => {
      const isLast = at === sentences.length - 1;
      this.sentence(passage, label, {
        start,
        end,
        isFirst: at === 0 || block.label !== undefined,
        isLead: isLead && isLast && !isThings,
      });
    });
    if (isThings) this.context.open({ level: 0, addressees: [], targets: [], through: [], why: 'part' });
  }

  private isNumberedOrder({ label }: Block, words: string): boolean {
    return (
      label !== undefined &&
      beginsWithOrder(words) &&
      (this.context.addressees.length > 0 || this.context.isRecommending)
    );
  }

  private sentence(
    passage: Passage,
    label: string | null,
    at: { start: number; end: number; isFirst: boolean; isLead: boolean },
  ): void {
    const words = passage.words.slice(at.start, at.end);
    const asks = this.asks(words, at.isFirst);
    if (asks[0]) this.context.remember(words.slice(0, words.indexOf(asks[0].body)), []);
    const last = asks.at(-1);
    const inline = last ? inlineItems(words, last.start) : [];
    for (const ask of asks) {
      const found = this.foundIn(ask.body, ask.addressees, undefined, ask.party);
      const { why } = ask;
      if (ask === last && at.isLead)
        this.context.open({
          ...found,
          targets: this.demanded(words, found.targets),
          why: `${why}, above a list`,
          level: 0,
        });
      else if (ask === last && inline.length > 1) this.inline(passage, label, at.start, inline, { ...found, why });
      else if (!this.spellsOut(words, ask.party, label))
        this.add(passage, label, {
          ...found,
          why,
          by: speakerOf(ask.speaker, this.document, this.setting),
          from: at.start + ask.start,
          to: at.start + ask.end,
        });
      this.context.recent.asked = ask.addressees;
    }
    if (asks.length === 0) this.withoutAsk(passage, label, words, at);
    this.context.remember(words, asks.at(-1)?.addressees ?? []);
  }

  private withoutAsk(
    passage: Passage,
    label: string | null,
    words: string,
    at: { start: number; end: number; isLead: boolean },
  ): void {
    if (at.isLead && isDemandLead(words)) {
      const owner = /\bof\s+(.+?)\s+(?:should|must)\b/.exec(words)?.[1];
      const owners = owner ? actorsOf(owner, this.setting, this.context.recent).map(({ name }) => name) : [];
      const addressees =
        [owners, this.context.addressees, this.context.recent.asked].find(({ length }) => length > 0) ?? [];
      this.context.open({
        level: 0,
        addressees: this.orSubject(addressees),
        targets: this.demanded(words, []),
        through: [],
        why: 'A line that announces demands',
      });
    } else if (this.context.addressees.length > 0 && beginsWithOrder(words) && !at.isLead) {
      const found = this.foundIn(words, this.context.addressees, undefined);
      this.add(passage, label, {
        ...found,
        why: `An order under "${this.context.section ?? ''}"`,
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
    const named = this.setting.names.mentionsIn(this.context.section ?? '').find(({ kind }) => kind === 'state');
    const state = named?.name ?? this.setting.subject;
    return state ? [state] : [];
  }

  private inline(
    passage: Passage,
    label: string | null,
    base: number,
    items: ReturnType<typeof inlineItems>,
    found: Omit<Found, 'from' | 'to'>,
  ): void {
    for (const item of items)
      this.add(passage, [label, item.label].filter((it) => it !== null).join(' '), {
        ...found,
        from: base + item.start,
        to: base + item.end,
      });
  }

  /** "The coordinator should report twice a year", after an ask for a coordinator, is a part of that ask. */
  private spellsOut(words: string, party: string, label: string | null): boolean {
    const last = this.proposals.at(-1);
    const noun = /^(?:the|this|these|such)\s+([\p{Ll}-]+(?:\s[\p{Ll}-]+)?)$/u.exec(party.toLowerCase())?.[1];
    if (
      !last ||
      last.label !== label ||
      !noun ||
      /^(?:government|authorities|state party|parliament|state|committee|council|commission)/.test(noun)
    )
      return false;
    if (
      !/^\p{Lu}\p{Ll}+\s\p{Ll}/u.test(words) ||
      !new RegExp(`\\b(?:an?|the)\\s+(?:[\\p{L}-]+\\s){0,4}${noun}\\b`, 'iu').test(last.text)
    )
      return false;
    return (
      !this.setting.names.mentionsIn(party).length && !last.addressees.some((name) => name.toLowerCase().includes(noun))
    );
  }

  private asks(words: string, isFirst = true): ReturnType<typeof asksIn> {
    return asksIn(words, { setting: this.setting, recent: this.context.recent, isFirst });
  }

  private orSubject(addressees: string[]): string[] {
    if (addressees.length > 0 || this.setting.subject === null) return addressees;
    return [this.setting.subject];
  }

  private add(passage: Passage, label: string | null, found: Found, parts: string[] = []): void {
    const leads = this.context.leads.at(-1);
    if (leads?.why === 'part') return;
    const words = passage.words.slice(found.from, found.to).trim();
    const span = placeOf(passage, found.from, found.from + words.length);
    const { addressees, targets, through, by = [], why } = found;
    const due = dueOf(words, this.setting.date);
    const text = this.verbatim(passage, found.from, found.from + words.length);
    this.proposals.push({
      text,
      addressees,
      targets,
      through,
      section: this.context.section,
      label,
      by,
      due,
      parts,
      why,
      span,
    });
    this.context.remember(words, addressees);
  }

  /** The words as they stand, but for line breaks and what a page break put between them. */
  private verbatim(passage: Passage, from: number, to: number): string {
    const words = passage.places.slice(from, to).map((place) => this.document.text.charAt(place));
    return words.join('').replace(/\s+/g, ' ');
  }
}
