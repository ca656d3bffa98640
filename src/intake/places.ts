// Cities and parts of states: they say which state a text is about that does not name it. Pure.

import { dataFile } from './data-file.js';
import { Gazetteer } from './gazetteer.js';
import { stateCodes } from './states-by-code.js';

const STATES = dataFile('states.en.json') as Record<string, { name: string } | undefined>;

function build(): Gazetteer {
  const places = new Gazetteer();
  const { places: names } = dataFile('places.en.json') as { places: Record<string, string> };
  for (const [code, all] of Object.entries(names)) {
    const name = STATES[code]?.name;
    if (name === undefined) continue;
    for (const written of all.split('|')) places.add(written, { name, kind: 'state', how: 'capital' });
  }
  return places;
}

let places: Gazetteer | undefined;

/** The states of the places that a text names. */
export function statesOfPlaces(text: string): string[] {
  places ??= build();
  return places.mentionsIn(text).map(({ name }) => name);
}

/** "CEDAW/C/BHS/CO/9", "OL LKA 4/2026": the state that the symbol of a document bears. */
export function stateOfSymbol(head: string): string | undefined {
  const code =
    /^\s*(?:Ref(?:erence)?\s?[.:]*\s*)?(?:[A-Z]{2,5}\/(?:[A-Z]+\/)*|(?:OL|AL|UA|JAL|JUA|OTH)\s)([A-Z]{3})(?=[\s/])/mu.exec(
      head,
    )?.[1];
  return code === undefined ? undefined : stateCodes(code)?.[0];
}
