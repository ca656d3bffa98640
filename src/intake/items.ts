import { addressedLine } from './addressed-lines.js';
import type { Block } from './document.js';
import { dueOf } from './deadlines.js';
import { beginsWithOrder } from './headings.js';
import { listsThings } from './lists.js';
import type { Cited, Notes } from './notes.js';
import { because, type Reason } from './reason.js';

/** Says of a lead that what stands below it is no ask but a part of the one above. */
export const PART = 'part' as const;

/** Reads list items. */
export class Items {
  constructor(private readonly notes: Notes) {}

  /** A list item is one ask, whatever it holds; one that ends in a colon leads in its own items. */
  read(block: Block, cited: Cited, isLead: boolean, children: string[]): void {
    const { words } = cited.passage;
    const lead = this.notes.context.leadFor(block.level);
    if (lead?.why === PART) return;
    const told = addressedLine(words, this.notes.setting, this.notes.context.recent);
    const own = this.notes.asks(words);
    const given = lead?.addressees ?? this.notes.context.addressees;
    const addressees =
      told?.addressees ??
      (own[0] && own[0].addressees.length > 0 && (given.length === 0 || !beginsWithOrder(words))
        ? own[0].addressees
        : given);
    const isAsk =
      lead !== undefined ||
      own.length > 0 ||
      told !== undefined ||
      (this.notes.context.isRecommending && (this.notes.context.addressees.length > 0 || beginsWithOrder(words)));
    if (!isAsk) {
      this.notes.context.remember(words, []);
      return;
    }
    if (own[0]) this.notes.context.remember(words.slice(0, words.indexOf(own[0].body)), []);
    const found = this.notes.foundIn(words, this.notes.orSubject(addressees), lead, own[0]?.party, own[0]?.body);
    const why = lead?.why ?? (own[0] ? own[0].why : this.reasonOf(told !== undefined));
    if (isLead && children.length > 0 && !listsThings(words, children)) {
      this.notes.context.open({
        ...found,
        why,
        level: block.level,
        due: (beginsWithOrder(words) ? null : dueOf(words, this.notes.setting.date)) ?? lead?.due ?? null,
      });
      return;
    }
    this.notes.add(cited, { ...found, why, from: 0, to: words.length, due: lead?.due ?? null }, children);
    if (children.length > 0 && listsThings(words, children))
      this.notes.context.open({ level: block.level, addressees: [], targets: [], through: [], why: PART });
  }

  private reasonOf(isAfterName: boolean): Reason {
    return isAfterName ? because('order-after-name') : because('item-under', this.notes.context.section);
  }
}
