import { Context } from './context.js';
import type { Block, IntakeDocument } from './document.js';
import { beginsWithOrder, isToHeading } from './headings.js';
import { itemTitles } from './item-titles.js';
import { Items } from './items.js';
import { Labels } from './labels.js';
import { leadsIn } from './leads-in.js';
import { isWithinList } from './list-headings.js';
import { type Cited, Notes } from './notes.js';
import { isHeadline } from './numbered-orders.js';
import { inSmallLetters } from './capitals.js';
import { isAboveOrders, lineAboveOrders } from './order-lists.js';
import { Paragraphs } from './paragraphs.js';
import { passageOf } from './passage.js';
import type { Proposal } from './proposal.js';
import { readRecord } from './keyed-asks.js';
import { recordsIn } from './keyed-lines.js';
import { readReviewed } from './reviewed.js';
import { settingOf } from './setting.js';
import { titledFor } from './ask-headings.js';
import { partiesIn } from './order-frames.js';
import { because } from './reason.js';
import { TableRows } from './table-rows.js';

/** The recommendations that a document holds, in its order. The same document gives the same proposals. */
export function propose(document: IntakeDocument): Proposal[] {
  return new Proposer(document).run();
}

/** Goes through a document block by block. */
class Proposer {
  private readonly notes: Notes;
  private readonly labels: Labels;
  private readonly items: Items;
  private readonly paragraphs: Paragraphs;
  private readonly table: TableRows;
  private readonly blocks: Block[];
  private readonly titles: ReadonlySet<Block>;
  private readonly records: ReturnType<typeof recordsIn>;

  constructor(private readonly document: IntakeDocument) {
    const setting = settingOf(document);
    this.labels = new Labels(setting.form === 'ilo');
    this.notes = new Notes(document, setting, new Context(setting));
    const title = titledFor(setting.title);
    if (title !== undefined && setting.you.length === 0)
      this.notes.context.entitle(partiesIn(`to ${title}`, setting, this.notes.context.recent));
    this.notes.context.hasLevels = document.blocks.some(({ kind, level }) => kind === 'heading' && level > 2);
    this.items = new Items(this.notes);
    this.table = new TableRows(this.notes);
    this.paragraphs = new Paragraphs(this.notes);
    this.blocks = document.blocks.filter(
      ({ kind }) => kind !== 'boilerplate' && kind !== 'footnote' && kind !== 'title',
    );
    this.titles = itemTitles(this.blocks, this.wordsOf);
    this.records = setting.form === 'upr' ? new Map<Block, undefined>() : recordsIn(this.blocks, this.wordsOf);
  }

  run(): Proposal[] {
    this.blocks.forEach((block, at) => {
      const passage = inSmallLetters(passageOf(this.document, block), block.kind);
      if (this.records.has(block)) {
        readRecord(this.notes, passage, this.records.get(block));
        return;
      }
      if (this.titles.has(block)) {
        this.notes.context.name(passage.words);
        return;
      }
      if (block.kind === 'heading' && isWithinList(this.blocks, at, this.wordsOf)) {
        if (isToHeading(passage.words)) this.notes.context.enter(block, passage.words);
        else this.notes.context.name(passage.words);
        return;
      }
      const cited = { passage, label: this.labels.of(block, passage.words) };
      if (block.kind === 'heading')
        this.notes.context.enter(block, cited.passage.words, isAboveOrders(this.blocks, at, this.wordsOf));
      else if (!this.notes.context.isClosed) this.read(block, cited, at);
    });
    return this.notes.proposals;
  }

  private read(block: Block, cited: Cited, at: number): void {
    if (block.kind !== 'row') this.table.end();
    if (/^\d+\.?$/.test(block.label ?? '')) this.notes.context.turnBack();
    if (block.kind === 'paragraph') this.notes.context.audience.turn(cited.passage.words, this.notes.context.recent);
    const isLead = leadsIn(block, cited.passage.words, this.blocks[at + 1], this.wordsOf);
    if (this.notes.setting.form === 'upr') {
      // Whoever tells of a review without numbers may ask something besides; a report of states does not.
      const isTold =
        !readReviewed(this.notes, cited) &&
        block.kind === 'paragraph' &&
        !this.isNumbered &&
        !/^\p{Lu}[^.:]{2,40}:\s/u.test(cited.passage.words);
      if (isTold) this.paragraphs.read(block, cited, isLead, this.childrenOf(block, at));
    } else if (block.kind === 'row') this.row(cited);
    else if (block.kind === 'item' && !this.isTitled(block, cited.passage.words, isLead))
      this.items.read(block, cited, { isLead, orders: this.lineAbove(at), children: this.childrenOf(block, at) });
    else this.paragraphs.read(block, cited, isLead, this.childrenOf(block, at));
  }

  /** "(2) A way out. The ministry should ... It should also ...": a numbered paragraph, however it stands. */
  private isTitled({ level, label }: Block, words: string, isLead: boolean): boolean {
    const { context } = this.notes;
    return !isLead && /\d/.test(label ?? '') && context.leadFor(level) === undefined && isHeadline(this.notes, words);
  }

  private row(cited: Cited): void {
    if (this.table.read(cited)) return;
    const lead = this.notes.context.leadFor(1);
    const addressees = lead?.addressees ?? this.notes.context.addressees;
    if (!beginsWithOrder(cited.passage.words) || (!lead && !this.notes.context.isRecommending)) return;
    this.notes.add(cited, {
      from: 0,
      to: cited.passage.words.length,
      addressees: this.notes.orSubject(addressees),
      targets: [],
      through: [],
      why: because('table-row'),
    });
  }

  /** Whether paragraphs bear numbers. */
  private get isNumbered(): boolean {
    return this.blocks.some(({ kind, label }) => kind === 'paragraph' && label !== undefined);
  }

  private readonly words = new Map<Block, string>();

  /** The words of a block, read once. */
  private readonly wordsOf = (block: Block): string => {
    const known = this.words.get(block) ?? passageOf(this.document, block).words;
    this.words.set(block, known);
    return known;
  };

  /** What leads in a list of nothing but orders, if an item stands in one. */
  private lineAbove(at: number): string | undefined {
    return lineAboveOrders(this.blocks, at, this.wordsOf, this.notes.setting.you.length > 0);
  }

  /** The words of the items directly below an item. */
  private childrenOf(block: Block, at: number): string[] {
    const rest = this.blocks.slice(at + 1);
    const end = rest.findIndex(({ kind, level }) => kind !== 'item' || level <= block.level);
    return rest.slice(0, end < 0 ? rest.length : end).map(this.wordsOf);
  }
}
