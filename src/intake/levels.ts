import type { Marker, MarkerStyle } from './markers.js';

/** How deep list items are, told from how they count: (a) within 12, (ii) within (a), a further indent within less. */
export class Levels {
  /** How far a numbered list within a text has counted. */
  counted: string | undefined;
  /** The number of a paragraph that ends in a colon: "3", under which "3.1" and "3.2.1" are its items. */
  over: string | undefined;
  private open: string[] = [];
  private last: Partial<Record<MarkerStyle, string>> = {};

  /** `isThrough`: numbers in brackets count the paragraphs of the text. */
  constructor(readonly isThrough = false) {}

  /** The depth of an item that begins so. */
  levelOf(marker: Marker, indent: number, isBelowColon = false): number {
    const key = this.keyOf(marker, indent, isBelowColon);
    const at = this.open.indexOf(key);
    this.open = at >= 0 ? this.open.slice(0, at + 1) : [...this.open, key];
    return this.open.length;
  }

  /** How deep "3.2.1" stands under "3", if that leads in a list; `undefined` for what is counted otherwise. */
  depthUnder({ style, label = '' }: Marker): number | undefined {
    if (style !== 'dotted' || this.over === undefined || !label.startsWith(`${this.over}.`)) return undefined;
    return label.slice(this.over.length).split('.').length - 1;
  }

  /** A numbered paragraph, a heading or a sentence outside the list ends every list. */
  reset(isHeading = false): void {
    this.open = [];
    // Below a heading within a list its letters go on.
    if (!isHeading) this.last = {};
    this.counted = undefined;
    this.over = undefined;
  }

  private keyOf(marker: Marker, indent: number, isBelowColon: boolean): string {
    if (marker.style === 'bullet') return `bullet ${Math.round(indent / 2)}`;
    const style = this.styleOf(marker, isBelowColon);
    this.last[style] = marker.label ?? '';
    return `${style} ${/^\(/.test(marker.label ?? '') ? 'bracket' : ''}`;
  }

  /** "(i)" is the letter after "(h)", else the first Roman number; "(v)" and "(x)" likewise. */
  private styleOf({ style, label = '' }: Marker, isBelowColon: boolean): MarkerStyle {
    const bare = label.replace(/[()]/g, '');
    if (bare === 'i' && isBelowColon) return 'roman';
    if (bare.length !== 1 || !'ivx'.includes(bare)) return style;
    const before = String.fromCharCode(bare.charCodeAt(0) - 1);
    return this.last.letter?.replace(/[()]/g, '') === before ? 'letter' : 'roman';
  }
}
