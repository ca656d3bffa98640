import { complementOf } from './complement.js';
import type { Hit } from './hits.js';
import type { Setting } from './setting.js';
import { isActor } from './who-acts.js';
import { because } from './reason.js';

/** "Under no circumstances should donors pay": the verb stands before who is asked. */
const TURNED =
  /^(?:Under no circumstances|In no (?:case|event)|At no (?:time|point|stage)|On no account|Never(?: again)?|Nor)\s+(should|must|shall)\s+/u;

/** Asks whose verb stands first. */
export function turnedHits(sentence: string, setting: Setting): Hit[] {
  const match = TURNED.exec(sentence);
  if (!match) return [];
  const { party, rest } = complementOf(`that ${sentence.slice(match[0].length)}`);
  if (!isActor(party, setting)) return [];
  const why = because('asked-behind', match[1] ?? '');
  return [
    { at: 0, after: match[0].length, verb: 'modal', speaker: '', complement: { party, rest, isThat: false }, why },
  ];
}
