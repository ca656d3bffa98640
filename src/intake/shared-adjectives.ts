// Whom an adjective means that several states have: "Congolese", "Dominican". Pure.

import { Gazetteer, type Mention } from './gazetteer.js';
import { grammar } from './grammar.js';

/** The names that a text uses, its shared adjectives for the state that it names most by name. */
export function withSharedAdjectives(names: Gazetteer, all: string): Gazetteer {
  const used = Object.entries(grammar.sharedAdjectives).filter(
    // Where a name stands in a list of states it is that state's.
    ([written]) => new RegExp(`\\b${written}\\b`).test(all) && !new RegExp(`[,(;]\\s?${written}\\s?[,);]`).test(all),
  );
  if (used.length === 0) return names;
  const counts = countsOf(names.mentionsIn(all), all);
  const own = new Gazetteer({}, names);
  for (const [written, states] of used) {
    const [first, second] = states
      .map((name) => ({ name, count: counts.get(name) ?? 0 }))
      .sort((a, b) => b.count - a.count);
    if (first && first.count > (second?.count ?? 0))
      own.add(written, { name: first.name, kind: 'state', how: states.includes(written) ? 'name' : 'demonym' }, true);
  }
  return own;
}

/** How often each state is named, or its capital, in words that no other has. */
function countsOf(mentions: readonly Mention[], all: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, name, start, end } of mentions)
    if (kind === 'state' && grammar.sharedAdjectives[all.slice(start, end)] === undefined)
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
