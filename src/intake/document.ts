/** A stretch of a text: the place of its first character, and the place after its last. */
export interface Span {
  start: number;
  end: number;
}

/**
 * What a block is: `title` (of the whole document), `heading`, `paragraph` (also a numbered one), `item` (of a list,
 * bulleted, lettered or numbered), `row` (of a table), `footnote`, `boilerplate` (page headers, contents, navigation,
 * signatures, copies: nothing that the document says).
 */
export type BlockKind = 'title' | 'heading' | 'paragraph' | 'item' | 'row' | 'footnote' | 'boilerplate';

/** One piece of a document. Its words begin after its bullet or label. */
export interface Block extends Span {
  kind: BlockKind;
  /**
   * Depth. Headings: 1 is the outermost (where the reader can tell). Paragraphs 0; items 1 and deeper. Boilerplate: 1 for
   * what stands between the title and the text (dates, the address of a letter), else 0.
   */
  level: number;
  /** Its own number or letter as written, without the final dot: `12`, `6.14`, `(a)`, `B2`; bullets have none. */
  label?: string;
  /** What stands between `start` and `end` and does not belong to it: the header of the page that begins in its middle. */
  holes?: Span[];
}

/** A document as every reader gives it: its whole text, and where in that text each block stands, in reading order. */
export interface IntakeDocument {
  text: string;
  blocks: Block[];
}
