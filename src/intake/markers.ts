/** What a line begins with when it begins a list item or a numbered paragraph. */
export interface Marker {
  /** How many characters it takes, with the space after it. */
  length: number;
  /** Its number or letter; a bullet has none. */
  label?: string;
  /** What kind of counting it is, so that one that counts within another can be told. */
  style: MarkerStyle;
}

export type MarkerStyle = 'bullet' | 'number' | 'dotted' | 'letter' | 'roman' | 'capital' | 'heading-roman' | 'digit';

/**
 * A bullet is any sign that is no letter, digit, quote or bracket; of signs that stand within sentences too, only before a space.
 * Some letters are what fonts of signs leave in a text.
 */
const BULLET =
  /^(?:[•‣⁃∙·◦§\uE000-\uF8FF]|(?![©®™°№℠|<>=+~])[\p{So}\p{Sm}]|[-–—=*~+<>]{0,2}[-–—*>»›+~](?=\s)|\[[ xX✓✔]?\](?=\s)|[Øü¾](?=\s)|o(?=\s))\s*/u;
/** How urgent an order is, before it: "HIGH Phase out burning". */
const GRADE = /^(?:HIGH|MEDIUM|LOW|URGENT|ESSENTIAL|CRITICAL)(?:\sPRIORITY)?[:.\s–-]\s*(?=\p{Lu}\p{Ll})/u;
/** What ends a number or a letter that counts: "1.", "1)", "1]", "1.-", "1:", "1 –". */
const STOP = String.raw`(?:[.)\]]{1,2}[-–:]?|:|\s?[–—-](?=\s))`;
const PATTERNS: [RegExp, MarkerStyle][] = [
  [new RegExp(String.raw`^((?:\d{1,3}\.){1,3}\d{1,3}(?: ?(?:bis|ter))?)(?:${STOP}?\s+|[.)](?=\p{L}))`, 'u'), 'dotted'],
  [/^((?:Recommendation|REC|Rec\.?|R)\s?\d{1,3}(?:\.\d{1,2})?)\s*[.:–-]\s+/, 'number'],
  [/^(\p{Lu}\.\d{1,2}(?:\.\d{1,2})?)[.):]?\s+(?=\p{Lu})/u, 'number'],
  [/^(\p{Lu}\d{1,2}(?:\.\d{1,2})?)[.):]?\s+(?=\p{Lu})/u, 'number'],
  [/^(\d{1,3}(?: ?bis)?)[.)](?:[-–:]?\s+|(?=\p{L}))/u, 'number'],
  [/^\[(\d{1,3})\](?:\s+|(?=\p{Lu}))/u, 'number'],
  [/^(\d{1,3})(?::|\s?[–—-])\s+(?=["'(]?\p{L})/u, 'number'],
  [/^([\u2460-\u2473])\s*/, 'digit'],
  [/^(\((?:[ivx]{2,5}|v)\))\s*/, 'roman'],
  [/^(\([a-z]{1,2}\))\s*/, 'letter'],
  [/^(\(\p{Lu}\))\s+/u, 'capital'],
  [/^(\(\d{1,3}\))\s*/, 'digit'],
  [new RegExp(String.raw`^\[?([ivx]{1,5})(?:${STOP}\s+|[)\]](?=\p{L}))`, 'u'), 'roman'],
  [new RegExp(String.raw`^\[?([a-z])(?:${STOP}\s+|[)\]](?=\p{L}))`, 'u'), 'letter'],
  [/^([IVX]{1,5})(?:\.|\)|\s[–—-])\s+/, 'heading-roman'],
  [/^(\p{Lu})[.)]\s+(?!Korea|Sudan|Africa)/u, 'capital'],
];

/** The marker at the beginning of a line, if there is one. */
export function markerOf(line: string): Marker | undefined {
  const bullet = BULLET.exec(line);
  const graded = GRADE.exec(line);
  if (graded) return { length: graded[0].length, style: 'bullet' };
  if (bullet) return { length: bullet[0].length, style: 'bullet', ...numberBehind(line, bullet[0].length) };
  for (const [pattern, style] of PATTERNS) {
    const found = pattern.exec(line);
    if (found) return { length: found[0].length, label: found[1] ?? '', style };
  }
  return undefined;
}

/** "• 5.21 Reduce overcrowding": a number behind a bullet is what one cites. */
function numberBehind(line: string, from: number): Pick<Marker, 'length' | 'label'> | undefined {
  const found = /^((?:\d{1,3}\.){1,3}\d{1,3})[.:)]?\s+(?=["'(]?\p{Lu})/u.exec(line.slice(from));
  return found?.[1] === undefined ? undefined : { length: from + found[0].length, label: found[1] };
}
