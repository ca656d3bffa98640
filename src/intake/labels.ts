import type { Block } from './document.js';

/** What one would cite: the number of the paragraph and the letters of the items around, as blocks go by. */
export class Labels {
  private paragraph: string | undefined;
  private recommendation: string | undefined;
  private items: { level: number; label: string | undefined }[] = [];

  /** In a labour comment numbers stand before headings that run into the text, and nobody cites by them. */
  constructor(private readonly isOfHeadings = false) {}

  /** The label of this block; headings and sentences without a number end the numbering. */
  of(block: Block, words: string): string | null {
    if (block.kind === 'heading' || block.kind === 'title') return this.forget(words);
    if (block.kind === 'row') return block.label ?? null;
    if (block.kind === 'paragraph') {
      if (this.isOfHeadings) return this.inComment(block);
      if (isContinued(block, words)) return this.paragraph ?? null;
      this.items = [];
      // "III. The Bundestag calls on": a Roman number is a part's, and nobody cites by it what stands in the part.
      if (/^[IVXLC]+$/.test(block.label ?? '') && !this.followsLetter(block.label ?? '')) return this.forget('');
      // What stands without a number below a numbered paragraph is a part of that.
      this.paragraph = block.label ?? (/^\d+$/.test(this.paragraph ?? '') ? this.paragraph : undefined);
      return this.paragraph ?? this.recommendation ?? null;
    }
    this.items = [...this.items.filter(({ level }) => level < block.level), { level: block.level, label: block.label }];
    const labels = [this.paragraph, ...this.items.map(({ label }) => label)].filter((label) => label !== undefined);
    // "3.1" below "3" holds it already.
    const told = labels.filter((label, at) => !labels[at + 1]?.startsWith(`${label.replace(/[()]/g, '')}.`));
    return told.length > 0 ? told.join(' ') : null;
  }

  /** What runs in as a heading has lost its number before; one that is left counts the paragraphs up to the next. */
  private inComment({ label }: Block): string | null {
    this.items = [];
    if (label !== undefined) this.paragraph = /^\d+$/.test(label) ? label : undefined;
    return this.paragraph ?? null;
  }

  /** "C" after "B" is no hundred. */
  private followsLetter(label: string): boolean {
    return label.length === 1 && this.paragraph === String.fromCharCode(label.charCodeAt(0) - 1);
  }

  /** A heading ends the numbering, unless it is itself the numbered line above a list: "81. To States:", "Recommendation 2". */
  private forget(words: string): null {
    this.paragraph = /^(\d{1,3})\.\s.*:$/.exec(words)?.[1];
    this.recommendation =
      /^(?:Recommendation|Step|Action|Ask|Demand|Point|Priority|Measure|Proposal)\s+(\d{1,3}[A-Z]?)\s*[.:–-]\s*\S/.exec(
        words,
      )?.[1] ?? /^(Recommendation\s+\d{1,3}(?:\.\d+|[A-Z])?)\s*:?$/i.exec(words)?.[1];
    this.items = [];
    return null;
  }
}

/** "to households in all districts.", below a list, goes on with the sentence that the list stands in. */
export const isContinued = ({ kind, label }: Block, words: string): boolean =>
  kind === 'paragraph' && label === undefined && /^\p{Ll}/u.test(words);
