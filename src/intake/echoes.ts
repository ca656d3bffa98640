// Which asks say what others say, in other words. Pure: the same texts give the same answer.

import { tellingWords } from './word-stems.js';

/** A recommendation that says much of what an ask says. */
export interface Echo {
  id: string;
  /** How much of the weight of their words the two share, in percent. */
  likeness: number;
  /** Words of the ask that stand in both, the most telling first. */
  words: string[];
}

const LEAST = 30;
const LEAST_WORDS = 3;
const MOST = 5;
const MOST_WORDS = 6;

type Telling = ReadonlyMap<string, string>;

/**
 * For each ask the recommendations that share enough telling words with it. A word weighs the more the fewer texts have it, so that
 * the name of a country that stands in all of them decides nothing.
 */
export function echoesOf(asks: readonly string[], tracked: readonly { id: string; text: string }[]): Echo[][] {
  const others = tracked.map(({ id, text }) => ({ id, words: tellingWords(text) }));
  const own = asks.map(tellingWords);
  const weights = weigh([...own, ...others.map(({ words }) => words)]);
  const sizes = others.map(({ words }) => sizeOf(words, weights));
  const holders = new Map<string, number[]>();
  others.forEach(({ words }, at) => {
    for (const stem of words.keys()) {
      const holding = holders.get(stem);
      if (holding) holding.push(at);
      else holders.set(stem, [at]);
    }
  });
  return own.map((words) => {
    const shared = sharedBy(words, holders);
    const size = sizeOf(words, weights);
    return [...shared]
      .filter(([, stems]) => stems.length >= LEAST_WORDS)
      .map(([at, stems]) => {
        const common = stems.reduce((sum, stem) => sum + (weights.get(stem) ?? 0) ** 2, 0);
        const likeness = Math.round((100 * common) / Math.sqrt(size * (sizes[at] ?? 1)));
        return { id: others[at]?.id ?? '', likeness, words: tell(stems, words, weights) };
      })
      .filter(({ likeness }) => likeness >= LEAST)
      .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
      .slice(0, MOST);
  });
}

function weigh(texts: Telling[]): Map<string, number> {
  const holding = new Map<string, number>();
  for (const words of texts) for (const stem of words.keys()) holding.set(stem, (holding.get(stem) ?? 0) + 1);
  return new Map([...holding].map(([stem, n]) => [stem, Math.log(1 + texts.length / n)]));
}

const sizeOf = (words: Telling, weights: ReadonlyMap<string, number>): number =>
  [...words.keys()].reduce((sum, stem) => sum + (weights.get(stem) ?? 0) ** 2, 0);

function sharedBy(words: Telling, holders: ReadonlyMap<string, number[]>): Map<number, string[]> {
  const shared = new Map<number, string[]>();
  for (const stem of words.keys())
    for (const at of holders.get(stem) ?? []) {
      const stems = shared.get(at);
      if (stems) stems.push(stem);
      else shared.set(at, [stem]);
    }
  return shared;
}

const tell = (stems: string[], words: Telling, weights: ReadonlyMap<string, number>): string[] =>
  [...stems]
    .sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
    .slice(0, MOST_WORDS)
    .map((stem) => words.get(stem) ?? stem);
