import type { Block } from './document.js';
import {
  beginsWithOrder,
  isClosedHeading,
  isClosing,
  isOurs,
  isRecommendationsHeading,
  isSalutation,
  isToHeading,
} from './headings.js';
import { isRecord } from './records.js';
import { columnsOf, typedCells } from './tables.js';

/** Tells the title and what stands above the first paragraph, and takes out what follows the end of a letter. */
export function markZones(text: string, blocks: Block[]): void {
  const words = (block: Block) => text.slice(block.start, block.end).replace(/\s+/g, ' ');
  const salutation = blocks.findIndex((block) => isSalutation(words(block)));
  const first =
    salutation >= 0 && salutation < 40
      ? salutation
      : blocks.findIndex((block, at) => isBody(text, block, words(block), blocks[at + 1]));
  const head = blocks.slice(0, Math.max(first, 0));
  const last = head.at(-1);
  // A heading right above a list is the list's.
  const isOfList = last?.kind === 'heading' && blocks[first]?.kind === 'item' && head.length > 1;
  markHead(isOfList ? head.slice(0, -1) : head, words, first === salutation && salutation >= 0);
  // Below "Dear Minister," comes what the letter is about, and no section.
  if (first === salutation && salutation >= 0)
    for (const block of blocks.slice(first + 1, first + 3)) {
      if (block.kind !== 'heading' || isToHeading(words(block)) || isRecommendationsHeading(words(block))) break;
      block.kind = 'boilerplate';
    }
  for (const block of blocks)
    if (block.kind === 'heading' && /^(?:re|ref|subject)\s?:/i.test(words(block))) block.kind = 'boilerplate';
  markClosing(blocks, words, Math.max(first, 0));
}

const isHead = (raw: string): boolean => columnsOf(typedCells(raw)) !== undefined;

/** Something that the document says: a paragraph of some length, or a list. */
function isBody(text: string, block: Block, words: string, next: Block | undefined): boolean {
  if (block.kind === 'item') return true;
  if (block.kind === 'paragraph')
    return (
      block.label !== undefined ||
      words.length > 120 ||
      /.{50}[.:]$/.test(words) ||
      /,$/.test(words) ||
      // However short: "We urge Norway to:" above a list, "We urge Norway to act."
      (next?.kind === 'item' && /[:—–]$/.test(words)) ||
      isOurs(words)
    );
  if (block.kind === 'row')
    return block.label !== undefined || [isHead, isRecord].some((is) => is(text.slice(block.start, block.end)));
  return block.kind === 'heading' && (isToHeading(words) || isRecommendationsHeading(words));
}

/** Of the lines above the text one is the title; headings of a part stay what they are. */
function markHead(head: Block[], words: (block: Block) => string, isLetter: boolean): void {
  const candidates = head.filter(({ kind }) => kind === 'heading' || kind === 'paragraph' || kind === 'title');
  // Below the heading of a part come headings of its own, and no title.
  // "Contact" and "About us", above other headings, are of the page around the text.
  const isPart = (block: Block, at: number): boolean =>
    block.kind === 'heading' &&
    isPartHeading(words(block)) &&
    (at === candidates.length - 1 || !isClosedHeading(words(block)) || RECAP.test(words(block)));
  const part = candidates.findIndex(isPart);
  const isBelowPart = (at: number): boolean => part >= 0 && at > part;
  const sections = isLetter
    ? []
    : candidates.filter((block, at) => block.kind === 'heading' && (isPart(block, at) || isBelowPart(at)));
  const names = candidates.filter((block) => !sections.includes(block) && !isDirection(words(block)));
  const title =
    names.find(({ kind }) => kind === 'title') ??
    names.find((block) => /\b(?:report|resolution|letter|observations|visit|brief|statement)\b/i.test(words(block))) ??
    names.find((block) => words(block).split(' ').length > 3) ??
    names.find((block) => words(block).split(' ').length === 3) ??
    names[0];
  for (const block of head) {
    if (block === title) block.kind = 'title';
    else if (isAsk(block, words(block))) continue;
    else if (!sections.includes(block) && block.kind !== 'footnote' && block.kind !== 'boilerplate') {
      // What a reader took out keeps its level 0: an address of a letter is told from the navigation of a page.
      block.kind = 'boilerplate';
      block.level = 1;
    }
  }
}

/** Above "Dear Minister," may stand in points what is asked. */
const isAsk = ({ kind, label }: Block, words: string): boolean =>
  kind === 'item' && label === undefined && beginsWithOrder(words);

/** To whom something is sent, and with what copies, is no title. */
const isDirection = (words: string): boolean =>
  /^(?:to|cc|copy|copies|from|sent|date|subject|importance|attachments?|by e-?mail|via e-?mail)\s?:/i.test(words);

const RECAP = /^(?:executive )?summary\b/i;

function isPartHeading(words: string): boolean {
  return (
    isClosedHeading(words) ||
    /^(?:summary|executive summary|[IVX]+\.|[A-Z]\.|\d{1,2}\.|articles?\s\d.*)(?:[\s:]|$)/i.test(words)
  );
}

/** From "Respectfully," or "cc:" on nothing is said, unless an annex with recommendations follows. */
function markClosing(blocks: Block[], words: (block: Block) => string, first: number): void {
  let isClosed = false;
  blocks.forEach((block, at) => {
    if (at <= first || block.kind === 'boilerplate') return;
    const said = words(block);
    if (isClosing(said)) isClosed = true;
    else if (
      isClosed &&
      block.kind === 'heading' &&
      (isRecommendationsHeading(said) || (isToHeading(said) && !/^for\b/i.test(said)) || /^annex/i.test(said))
    )
      isClosed = false;
    if (isClosed) block.kind = 'boilerplate';
  });
}
