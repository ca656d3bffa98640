// The numbers that a word processor counts by itself: they are not in the text of a DOCX. Pure.

import type { XmlNode } from './xml.js';
import { children, child, value } from './xml.js';

interface ListLevel {
  start: number;
  format: string;
  /** `%1.%2`, `(%3)`; of a bullet its sign. */
  pattern: string;
  isLegal: boolean;
}
interface List {
  /** Lists that share it count on together. */
  counting: string;
  levels: Map<number, ListLevel>;
  /** Where this list begins anew, by level. */
  restarts: Map<number, number>;
}

/** Counts through a document, paragraph by paragraph. */
export class Numbering {
  private readonly lists = new Map<string, List>();
  private readonly counters = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(numbering: XmlNode | undefined) {
    const kinds = new Map(
      children(numbering, 'w:abstractNum').map((kind) => [kind.attributes['w:abstractNumId'] ?? '', levelsOf(kind)]),
    );
    for (const list of children(numbering, 'w:num')) {
      const counting = value(child(list, 'w:abstractNumId')) ?? '';
      const levels = new Map(kinds.get(counting) ?? []);
      const restarts = new Map<number, number>();
      for (const override of children(list, 'w:lvlOverride')) {
        const at = Number(override.attributes['w:ilvl']);
        const start = value(child(override, 'w:startOverride'));
        const level = child(override, 'w:lvl');
        if (level) levels.set(at, levelOf(level));
        if (start !== undefined) restarts.set(at, Number(start));
      }
      this.lists.set(list.attributes['w:numId'] ?? '', { counting, levels, restarts });
    }
  }

  /** What stands before the next paragraph of a list at a level; undefined where nothing does. */
  next(listId: string, at: number): string | undefined {
    const list = this.lists.get(listId);
    const level = list?.levels.get(at);
    if (!list || !level) return undefined;
    if (level.format === 'bullet') return '•';
    const counts = this.count(listId, list, at);
    if (level.format === 'none') return undefined;
    const mark = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const n = Number(digit) - 1;
      const format = level.isLegal ? 'decimal' : (list.levels.get(n)?.format ?? 'decimal');
      return written(counts[n] ?? list.levels.get(n)?.start ?? 1, format);
    });
    return mark.trim() || undefined;
  }

  private count(listId: string, list: List, at: number): number[] {
    const counts = this.counters.get(list.counting) ?? [];
    const restart = this.begun.has(`${listId} ${String(at)}`) ? undefined : list.restarts.get(at);
    this.begun.add(`${listId} ${String(at)}`);
    const before = counts[at];
    counts[at] = restart ?? (before === undefined ? (list.levels.get(at)?.start ?? 1) : before + 1);
    counts.length = at + 1;
    this.counters.set(list.counting, counts);
    return counts;
  }
}

const levelsOf = (kind: XmlNode): Map<number, ListLevel> =>
  new Map(children(kind, 'w:lvl').map((level) => [Number(level.attributes['w:ilvl']), levelOf(level)]));

const levelOf = (level: XmlNode): ListLevel => ({
  start: Number(value(child(level, 'w:start')) ?? 1),
  format: value(child(level, 'w:numFmt')) ?? 'decimal',
  pattern: value(child(level, 'w:lvlText')) ?? '',
  isLegal: child(level, 'w:isLgl') !== undefined,
});

/** A count as a list writes it. */
function written(n: number, format: string): string {
  if (!Number.isSafeInteger(n) || n < 1 || n > 99_999) return String(n);
  if (format === 'lowerLetter') return letters(n);
  if (format === 'upperLetter') return letters(n).toUpperCase();
  if (format === 'lowerRoman') return roman(n);
  if (format === 'upperRoman') return roman(n).toUpperCase();
  return format === 'decimalZero' ? String(n).padStart(2, '0') : String(n);
}

/** z is followed by aa, bb. */
const letters = (n: number): string =>
  String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(Math.floor((n - 1) / 26) + 1, 20));

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(n: number): string {
  let left = n;
  return ROMAN.map(([worth, letter]) => {
    const times = Math.floor(left / worth);
    left -= times * worth;
    return letter.repeat(times);
  }).join('');
}
