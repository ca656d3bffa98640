import { ORGAN_END } from './actor-words.js';
import { asksIn, type Ask } from './asks.js';
import type { Context } from './context.js';
import type { Lead } from './lead.js';
import { dueOf } from './deadlines.js';
import type { IntakeDocument } from './document.js';
import { beginsWithOrder } from './headings.js';
import { areOptions } from './options.js';
import { placeOf, type Passage } from './passage.js';
import { isPressed } from './pressed-frames.js';
import { targetsIn } from './pressing.js';
import type { Proposal } from './proposal.js';
import type { Setting } from './setting.js';
import { isActor } from './who-acts.js';
import { throughOf } from './through.js';
import { inWords, type Reason } from './reason.js';

/** "The coordinator" at the beginning of a sentence; "the Panel" is a name. */
const lowered = (party: string): string => party.charAt(0).toLowerCase() + party.slice(1);

/** What is known of one ask before it becomes a proposal. */
export interface Found {
  from: number;
  to: number;
  addressees: string[];
  targets: string[];
  through: string[];
  by?: string[];
  why: Reason;
  due?: string | null;
}

/** A passage with the label by which one would cite it. */
export interface Cited {
  passage: Passage;
  label: string | null;
}

/** The proposals as they are found, and the questions that every kind of block asks of a sentence. */
export class Notes {
  readonly proposals: Proposal[] = [];

  constructor(
    readonly document: IntakeDocument,
    readonly setting: Setting,
    readonly context: Context,
  ) {}

  asks(words: string, isFirst = true, before = ''): Ask[] {
    return asksIn(words, {
      setting: this.setting,
      recent: this.context.recent,
      isFirst,
      before,
      isRecommending: this.context.isRecommending || this.context.leads.length > 0,
      isOption: areOptions(this.context.section ?? ''),
    });
  }

  /** Who is asked, whom they are to move and by whose hands; a lead above the words goes before what they say. */
  foundIn(
    words: string,
    addressees: string[],
    lead: Lead | undefined,
    { party = '', body = words, opening = '' }: { party?: string; body?: string; opening?: string } = {},
  ): Omit<Found, 'from' | 'to' | 'why'> {
    // "That the tranche be made conditional", "your hosts should be pressed": what is to be done to it says who is moved.
    const isDoneTo = party !== '' && /^(?:not\s)?be\s/.test(body) && (isPressed(body) || !isActor(party, this.setting));
    const whole = isDoneTo ? `${party} ${body}` : body;
    const own = targetsIn(
      beginsWithOrder(words.replace(/^to\s+/i, '')) ? words : whole,
      addressees,
      this.setting,
      this.context.recent,
      { party, opening },
    );
    const targets = [...new Set([...(lead?.targets ?? []), ...(lead && lead.targets.length > 0 ? [] : own)])];
    return {
      addressees,
      targets,
      through: lead?.through.length ? lead.through : throughOf(party, this.setting, this.context.recent),
    };
  }

  /** Where nobody is named, whom a letter is written to, else the state that the text is about. */
  orSubject(addressees: string[]): string[] {
    const { you, subject } = this.setting;
    return [addressees, you].find(({ length }) => length > 0) ?? (subject === null ? [] : [subject]);
  }

  /** Keeps an ask with its place. */
  add({ passage, label }: Cited, found: Found, parts: string[] = []): void {
    const words = passage.words.slice(found.from, found.to).trim();
    const span = placeOf(passage, found.from, found.from + words.length);
    const { addressees, targets, through, by = [], why } = found;
    const isSame = /\bby the same (?:date|day|deadline|time)\b/.test(words);
    const due =
      (isSame ? this.proposals.at(-1)?.due : dueOf(words, this.setting.date)) ?? found.due ?? this.context.due;
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
      why: inWords(why),
      reason: why,
      span,
    });
    this.context.remember(words, addressees);
  }

  /** "The coordinator should report twice a year", after an ask for a coordinator, is a part of that ask. */
  spellsOut(words: string, party: string, label: string | null): boolean {
    const last = this.proposals.at(-1);
    const noun = /^(?:the|this|these|such)\s+([\p{Ll}-]+(?:\s[\p{Ll}-]+)?)$/u.exec(lowered(party))?.[1];
    if (
      !last ||
      last.label !== label ||
      !noun ||
      /^(?:state party|state|committee|council|commission)/.test(noun) ||
      ORGAN_END.test(noun)
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

  /** The words as they stand, but for line breaks and what a page break put between them. */
  private verbatim(passage: Passage, from: number, to: number): string {
    const words = passage.places.slice(from, to).map((place, at) => {
      // The space that stands for a hole has no character of its own, and a ligature is one for several.
      if (passage.words.charAt(from + at) === ' ') return ' ';
      return at > 0 && passage.places[from + at - 1] === place ? '' : this.document.text.charAt(place);
    });
    return words.join('');
  }
}
