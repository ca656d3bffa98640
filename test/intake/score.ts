// What an extractor is held to: found, not too much, asked of the right ones, cited and dated rightly.
import type { Proposal } from '../../src/intake/proposal.js';

/** A recommendation as a careful reader labelled it; `text` is how it begins. */
export interface Expected {
  text: string;
  addressees: string[];
  targets: string[];
  section: string | null;
  label: string | null;
  by: string[];
  due: string | null;
  /** Borderline: neither asked for nor counted against. */
  optional?: boolean;
}

/** Right of all, for each question. Questions that no case asks count as right. */
export interface Score {
  recall: number;
  precision: number;
  addressees: number;
  targets: number;
  labels: number;
  due: number;
  /** Who recommends, where the document names them one by one. */
  by: number;
}

/** Compares what was found with what was expected, in pairs that begin alike and carry the same label first. */
export function score(expected: readonly Expected[], found: readonly Proposal[]): Score {
  const left = [...found];
  const pairs: [Expected, Proposal][] = [];
  let optional = 0;
  for (const item of expected) {
    const alike = left.filter(({ text }) => beginAlike(plain(text), plain(item.text)));
    const match = alike.find(({ label }) => label === item.label) ?? alike[0];
    if (!match) continue;
    left.splice(left.indexOf(match), 1);
    if (item.optional) optional++;
    else pairs.push([item, match]);
  }
  const required = expected.filter((item) => !item.optional).length;
  const share = (is: (pair: [Expected, Proposal]) => boolean, among = pairs) =>
    among.length === 0 ? 1 : among.filter(is).length / among.length;
  const withEither = (has: (one: Expected | Proposal) => boolean) => pairs.filter(([a, b]) => has(a) || has(b));
  return {
    recall: required === 0 ? 1 : pairs.length / required,
    precision: found.length === optional ? 1 : pairs.length / (found.length - optional),
    addressees: share(([a, b]) => same(a.addressees, b.addressees)),
    targets: share(
      ([a, b]) => same(a.targets, b.targets),
      withEither(({ targets }) => targets.length > 0),
    ),
    labels: share(
      ([a, b]) => a.label === b.label,
      withEither(({ label }) => label !== null),
    ),
    due: share(
      ([a, b]) => a.due === b.due,
      withEither(({ due }) => due !== null),
    ),
    by: share(
      ([a, b]) => same(a.by, b.by),
      withEither(({ by }) => by.length > 0),
    ),
  };
}

/** A few words late is the same place: "the Commission should" for "said the Commission should". */
function beginAlike(found: string, expected: string): boolean {
  return found.startsWith(expected) || expected.slice(0, 40).includes(found.slice(0, 20));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[-\u00ad]\s*/g, '')
    .replace(/["'’“”\s]+/g, ' ')
    .trim();
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
