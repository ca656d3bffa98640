// What the styles of a DOCX say of a paragraph. Pure.

import { child, children, value, type XmlNode } from './xml.js';

/** Of a paragraph, or of its style. */
export interface ParagraphFormat {
  kind?: 'title' | 'heading' | 'boilerplate';
  level?: number;
  /** Its list, and how deep in it. */
  listId?: string;
  listLevel?: number;
}

interface Style extends ParagraphFormat {
  basedOn?: string;
}

/** Formats by style, with what each style takes over from the one that it is based on. */
export class Styles {
  private readonly styles: Map<string, Style>;

  constructor(styles: XmlNode | undefined) {
    this.styles = new Map(
      children(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', styleOf(style)]),
    );
  }

  /** What a paragraph says itself goes before what its style says. */
  formatOf(properties: XmlNode | undefined): ParagraphFormat {
    const own = formatIn(properties);
    return { ...this.inherited(value(child(properties, 'w:pStyle')), 0), ...own };
  }

  private inherited(id: string | undefined, depth: number): ParagraphFormat {
    const style = id === undefined || depth > 20 ? undefined : this.styles.get(id);
    if (!style) return {};
    const { basedOn, ...own } = style;
    return { ...this.inherited(basedOn, depth + 1), ...own };
  }
}

function styleOf(style: XmlNode): Style {
  const basedOn = value(child(style, 'w:basedOn'));
  const name = (value(child(style, 'w:name')) ?? '').toLowerCase();
  return { ...(basedOn === undefined ? {} : { basedOn }), ...formatIn(child(style, 'w:pPr')), ...kindOf(name) };
}

/** Built-in styles bear their English names in every language of the word processor. */
function kindOf(name: string): ParagraphFormat {
  const heading = /^heading (\d)$/.exec(name)?.[1];
  if (heading !== undefined) return { kind: 'heading', level: Number(heading) };
  if (name === 'title') return { kind: 'title', level: 1 };
  return /^(?:toc \d|toc heading|table of figures|header|footer)$/.test(name) ? { kind: 'boilerplate' } : {};
}

function formatIn(properties: XmlNode | undefined): ParagraphFormat {
  const listId = value(child(properties, 'w:numPr', 'w:numId'));
  const listLevel = value(child(properties, 'w:numPr', 'w:ilvl'));
  const outline = Number(value(child(properties, 'w:outlineLvl')) ?? 9);
  return {
    ...(outline < 9 ? { kind: 'heading' as const, level: outline + 1 } : {}),
    ...(listId === undefined ? {} : { listId }),
    ...(listLevel === undefined ? {} : { listLevel: Number(listLevel) }),
  };
}
