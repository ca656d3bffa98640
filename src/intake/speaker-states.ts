// Whose government a lawmaker or party in a story speaks of. Pure.

import { grammar } from './grammar.js';
import type { Setting } from './setting.js';

/** "British lawmakers said", "the House of Commons committee said": whose government they speak of. */
const LAWMAKER =
  /\b(?:MPs?|lawmakers?|legislators?|senators?|parliamentarians?|opposition|Senate|Congress|deput(?:y|ies)|committee|[Cc]ongressional|Helsinki Commission|Lantos|ombuds\p{L}+|[Pp]arty|peers?|Reps?\.|Sens?\.|floor leader|whip)\b/u;

/** The state in whose capital a story begins. */
function placeOf(all: string, names: Setting['names']): string | undefined {
  for (const match of all.slice(0, 1500).matchAll(/\bin\s(?=\p{Lu})/gu)) {
    const [there] = names.mentionsIn(all.slice(match.index + 3, match.index + 30));
    if (there?.kind === 'state' && there.how === 'capital' && there.start === 0) return there.name;
  }
  return undefined;
}

/** The state of the lawmaker or party who speaks before a place in a sentence. */
export function stateOfSpeaker(before: string, { names, all }: Setting): string | undefined {
  const said =
    /^(.*?)\b(?:said|says|told|argued|argues|warned|warns|urged|urges|called|calls|asked|asks|wants?|demanded|wrote)\b/u.exec(
      before,
    )?.[1];
  if (said === undefined || !LAWMAKER.test(said)) return undefined;
  const [at] = names.mentionsIn(/^In\s(\p{Lu}[^,]{2,30}),/u.exec(said)?.[1] ?? '');
  if (at?.kind === 'state') return at.name;
  const house = Object.entries({ ...grammar.houses, ...grammar.houseSigns }).find(([sign]) =>
    new RegExp(`\\b${sign}`).test(said),
  );
  return house?.[1] ?? names.mentionsIn(said).find(({ kind }) => kind === 'state')?.name ?? placeOf(all, names);
}
