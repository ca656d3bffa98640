// The state that a document is about. Pure.

import type { Gazetteer } from './gazetteer.js';
import { answeringState } from './review-signs.js';
import { statesOfPlaces, stateOfSymbol } from './places.js';

/** The place from which something is sent: "PALAIS DES NATIONS, 1211 GENEVA 10, SWITZERLAND". */
const isAddress = (line: string): boolean =>
  /[•·]|@|\b\d{3,6}\s+\p{Lu}|\p{Lu}\p{L}+\s\d{1,6},\s*\p{Lu}|^(?:tel|fax|cc|original|distr|languages?)\b|^\p{Lu}\p{L}+,\s\p{Lu}[\p{L} ]+,\s\d{1,2}\b/iu.test(
    line,
  ) && !/\b(?:report|visit|letter|observations)\b/i.test(line);

function isOnlyState(line: string, names: Gazetteer): boolean {
  const bare = line.trim().replace(/\*+$/, '');
  const [first] = names.mentionsIn(bare);
  return first?.kind === 'state' && first.how === 'name' && first.start === 0 && first.end === bare.length;
}

/** "ADDIS ABABA, ETHIOPIA": a capital with its state is where something is said, and not of whom. */
function isVenue(line: string, names: Gazetteer): boolean {
  const bare = line.trim();
  const [city, state, ...others] = names.mentionsIn(bare);
  return (
    city?.how === 'capital' &&
    state?.name === city.name &&
    others.length === 0 &&
    city.start === 0 &&
    state.end === bare.length
  );
}

/** "IN THE SENATE OF THE UNITED STATES": who speaks, and not of whom. */
const OWN_LINE =
  /^\s*(?:in\s)?the\s(?:senate|house of \p{L}+|parliament|congress|national assembly|chamber of \p{L}+)(?:\sof\s.{3,40})?\s*$/iu;

/** The first state of the title that the text goes on about; else the one it names most. */
export function subjectOf(names: Gazetteer, head: string[], weights: Map<string, number>, all: string): string | null {
  const coded = stateOfSymbol(head.join('\n'));
  if (coded !== undefined) return coded;
  const [most] = [...weights].sort((a, b) => b[1] - a[1]);
  // A line that is nothing but a state's name says of which one the text is.
  const alone = head.find((line) => isOnlyState(line, names));
  for (const line of alone === undefined ? head : [alone, ...head]) {
    if (isAddress(line) || OWN_LINE.test(line) || isVenue(line, names)) continue;
    const states = names
      .mentionsIn(line)
      .filter(({ kind, how }) => kind === 'state' && how !== 'capital' && how !== 'leader');
    const named = states.sort((a, b) => (weights.get(b.name) ?? 0) - (weights.get(a.name) ?? 0))[0];
    if (named && (weights.get(named.name) ?? 0) * 4 >= (most?.[1] ?? 0)) return named.name;
  }
  return mostNamed(weights, all) ?? answeringState(all, names) ?? null;
}

/** The state that a text names most, its places counting half; of several that are named in passing the text is about none. */
function mostNamed(weights: Map<string, number>, all: string): string | null {
  const counted = new Map(weights);
  for (const state of statesOfPlaces(all)) counted.set(state, (counted.get(state) ?? 0) + PLACE);
  const [most, second] = [...counted].sort((a, b) => b[1] - a[1]);
  return most && most[1] > (second?.[1] ?? 0) ? most[0] : null;
}

const PLACE = 0.5;
