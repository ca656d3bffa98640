import { actorsOf } from './actors.js';
import { addressedLine } from './addressed-lines.js';
import { announcedIn } from './announce.js';
import { asksNothing } from './asks-nothing.js';
import type { Block } from './document.js';
import { imperatives } from './grammar.js';
import { beginsWithOrder } from './headings.js';
import { PART } from './items.js';
import { inlineItems } from './lists.js';
import { orderInLetter } from './letter-orders.js';
import type { Cited, Notes } from './notes.js';
import { because } from './reason.js';
import { type Stretch, toBeDone } from './to-be-done.js';
import { isActor } from './who-acts.js';

/** "First, amend the Act." */
const COUNTED =
  /^(?:First|Firstly|Second|Secondly|Third|Thirdly|Fourth|Fourthly|Fifth|Finally|Lastly|Last|Next|Then|One|Two|Three|Four),?:?\s+(?=\p{Ll})/u;

const TO_WHOM = /^(?:And|But)?\s?(?:to|for|of)\s([^?"]{3,80})\?$/iu;
const MESSAGE =
  /^[^"]{0,80}\b(?:message|advice|plea|appeal|request|challenge|word)\s(?:to|for)\s([^":,]{3,80}?)(?:\s(?:is|was|remains|were)\b[^":]{0,40})?[:,]?\s"(?=\p{Lu})/u;

/** Reads sentences of running text that ask without a verb of asking: orders, and what is to be done. */
export class SpokenOrders {
  /** Who is asked what is counted next: "We ask three things of the Government. First, ...". */
  private announced: string[] | undefined;

  constructor(private readonly notes: Notes) {}

  /** To whom a story says that somebody turns: "And to the companies?" */
  private asked: string | undefined;

  /** A paragraph begins: what was announced before is done. */
  begin(): void {
    this.announced = undefined;
  }

  /** "Governments should do three things." asks, and announces what is asked next. */
  hear(words: string): void {
    this.announced = announcedIn(this.notes, words) ?? this.announced;
  }

  /** Says whether a sentence in which nobody asks was an order all the same. */
  read(cited: Cited, words: string, at: Stretch): boolean {
    return (
      this.quoted(cited, words, at) ||
      this.ordered(cited, words, at) ||
      this.spoken(cited, words, at) ||
      toBeDone(this.notes, cited, words, at)
    );
  }

  /** "Mali: Give ... . Repair ...": every order after the colon is for the one before it. */
  toldIn(cited: Cited, { start, end }: { start: number; end: number }, addressees: string[]): boolean {
    const words = cited.passage.words.slice(start, end);
    const inline = inlineItems(` ${words}`, 0);
    for (const { label, start: from, end: to } of inline) {
      const found = this.notes.foundIn(words.slice(from - 1, to - 1), addressees, undefined);
      const own = { ...cited, label: [cited.label, label].filter((it) => it !== null).join(' ') };
      this.notes.add(own, { ...found, why: because('order-after-name'), from: start + from - 1, to: start + to - 1 });
    }
    if (inline.length > 0) return true;
    if (!beginsWithOrder(words)) return false;
    const found = this.notes.foundIn(words, addressees, undefined);
    this.notes.add(cited, { ...found, why: because('order-after-name'), from: start, to: end });
    return true;
  }

  /** "to use their discretion." below "calls on the Länder": what a line without a colon leads in. */
  isOnlyOne({ label, level }: Block, cited: Cited): boolean {
    const { context } = this.notes;
    const lead = context.leadFor(level + 1);
    const { words } = cited.passage;
    if (
      !lead ||
      lead.why === PART ||
      label !== undefined ||
      !imperatives.has(/^to\s([\p{L}-]+)/u.exec(words)?.[1] ?? '')
    )
      return false;
    const found = this.notes.foundIn(words, lead.addressees, lead);
    this.notes.add(cited, { ...found, why: lead.why, from: 0, to: words.length });
    return true;
  }

  /** "Let them pass, Mr President": in a letter an order is for whom it is written to. */
  private ordered(cited: Cited, words: string, at: Stretch): boolean {
    const { setting } = this.notes;
    if (setting.form !== 'letter' || setting.you.length === 0 || at.isLead || asksNothing(words)) return false;
    const from = orderInLetter(words);
    if (from === undefined) return false;
    const found = this.notes.foundIn(words.slice(from), setting.you, undefined);
    this.notes.add(cited, { ...found, why: because('polite'), from: at.start, to: at.end });
    return true;
  }

  /** 'Her message to Brussels: "Stop paying."'; 'And to the makers of phones? "Stay a year."' */
  private quoted(cited: Cited, words: string, at: Stretch): boolean {
    const { setting, context } = this.notes;
    if (setting.form !== 'press') return false;
    const to = TO_WHOM.exec(words)?.[1];
    const order = MESSAGE.exec(words);
    const party = order?.[1] ?? (/^"\p{Lu}/u.test(words) ? this.asked : undefined);
    const said = order ? words.slice(order[0].length) : words.replace(/^"/, '');
    this.asked = to;
    if (party === undefined || !beginsWithOrder(said) || !isActor(party, setting)) return false;
    const addressees = actorsOf(party, setting, context.recent).map(({ name }) => name);
    const found = this.notes.foundIn(said, addressees, undefined);
    this.notes.add(cited, { ...found, why: because('order-after-name'), from: at.start, to: at.end });
    return true;
  }

  /** "To insurers we say: price the risk fairly"; "First, amend the Act", after a sentence that announces what is asked. */
  private spoken(cited: Cited, words: string, at: Stretch): boolean {
    const { setting, context } = this.notes;
    const told = addressedLine(words, setting, context.recent);
    const from = told?.from ?? COUNTED.exec(words)?.[0].length ?? 0;
    const addressees = told?.addressees ?? (from > 0 ? this.announced : undefined);
    if (!addressees || !beginsWithOrder(words.slice(from))) {
      this.announced = announcedIn(this.notes, words) ?? this.announced;
      return false;
    }
    const found = this.notes.foundIn(words.slice(from), addressees, undefined);
    this.notes.add(cited, {
      ...found,
      why: because('order-after-name'),
      from: at.start + (told ? from : 0),
      to: at.end,
    });
    return true;
  }
}
