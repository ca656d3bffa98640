// From a proposal to follow-ups: who is asked, through whom, who is pressed. Pure.

import type { Proposal } from './proposal.js';

/** Ids of addressees, each once: who is asked and pressed both is asked. */
export interface Chain {
  asked: string[];
  through: string[];
  pressed: string[];
}

/** The links of a proposal, by whom each name means; a name that means nobody is left out. */
export function chainOf(
  { addressees, targets, through }: Pick<Proposal, 'addressees' | 'targets' | 'through'>,
  meant: ReadonlyMap<string, string | null>,
): Chain {
  const taken = new Set<string>();
  const idsOf = (names: string[]): string[] =>
    names.flatMap((name) => {
      const id = meant.get(name);
      if (id === null || id === undefined || taken.has(id)) return [];
      taken.add(id);
      return [id];
    });
  return { asked: idsOf(addressees), through: idsOf(through), pressed: idsOf(targets) };
}

/** Parts by their own letter where they begin with one, else counted; no two bear the same. */
export function partsOf(parts: readonly string[]): { label: string; words: string }[] {
  const own = parts.map((part) => /^\(?([a-z]|[ivx]{1,4}|\d{1,2})[).]\s+/i.exec(part));
  const labels = own.map((match) => match?.[1]?.toLowerCase());
  const isTold = labels.every((label) => label !== undefined) && new Set(labels).size === parts.length;
  return parts.map((part, n) => ({
    label: `(${isTold ? (labels[n] ?? '') : String.fromCharCode(97 + n)})`,
    words: isTold ? part.slice(own[n]?.[0].length ?? 0) : part,
  }));
}
