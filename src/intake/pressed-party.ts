// Who is moved: from the words behind a verb of moving to names. Pure.

import { actorsOf } from './actors.js';
import { meantBy } from './meant-by.js';
import { lastOf } from './named-before.js';
import { peerOf } from './peers.js';
import { escaped, grammar } from './grammar.js';
import { type Clause, OFFICE } from './pressed-clause.js';
import { NAME, NAMES } from './sentence-shapes.js';
import type { Setting } from './setting.js';
import { isUnion } from './unions.js';
import { visitedIn } from './visited.js';
import { isActor } from './who-acts.js';

/** "Make clear to their partner in Baku". */
const PARTNER_IN =
  /^(?:on\s|to\s|with\s)?(?:their|its|his|her|the|your)\s(?:\p{Ll}+\s){0,2}(?:partners?|counterparts?|opposite numbers?|leaders(?:hip)?|authorities|government|rulers|officials|allies|ally|hosts?|friends?|generals|junta)\sin\s(?:the\s)?(\p{Lu}[\p{L}\d]+(?:\s\p{Lu}\p{L}+)?)/u;
/** Groups that whoever is asked has under it, or that have no will of their own. */
const UNDER =
  /^(?:(?:local|state|federal|national|public|own|labou?r|prison|security|border|civil|health|police|law enforcement|military|regional|provincial|municipal)\s)*(?:police|guards|personnel|agents|inspectorates?|governments|authorities|officers?|officials|courts?|judges|prosecutors?|soldiers|troops|forces|staff|employees|inspectors|schools|teachers|hospitals|clinics|municipalities|districts|provinces|diplomats|missions?|embassies|ministries|suppliers|contractors|subsidiaries|importers|parents|citizens|captains|shareholders|observers|monitors|experts|visitors|delegations|doctors|lawyers|media|journalists|consumers)$/i;
export const isUnder = (name: string): boolean => UNDER.test(name);
/** Groups that no state has under it, so that whoever is to ask them moves them. */
const ABROAD =
  /^(?:(?:bi|multi)lateral |international |foreign |development |other |western |regional )*(?:donors?|creditors|lenders|community|partners|states|governments|countries|member associations|member states|parties to the conflict|warring parties|parties|sides|armed groups|neighbou?rs|platforms|allies|banks|brands|mediators|guarantors|insurers|airlines|buyers)$/i;

/** "Shipping companies": no deed but a trade. */
const TRADES =
  /^\p{Ll}+ing\s(?:companies|firms|agencies|states|nations|countries|governments|authorities|partners|banks|parties|houses|operators|groups|corporations|businesses|enterprises|contractors)$/u;
/** How surely a verb moves somebody: `weak` ones ("ask") only states, `mild` ones ("engage") whoever has a name. */
export type Force = 'strong' | 'mild' | 'weak';

/** The state of "their partner in Baku". */
export function partnerIn(words: string, { setting }: Clause): string | undefined {
  const [there] = setting.names.mentionsIn(PARTNER_IN.exec(words.trimStart())?.[1] ?? '');
  return there?.kind === 'state' || grammar.deFactoPowers.includes(there?.name ?? '') ? there?.name : undefined;
}

/** Whom the party of a verb that moves names; `weak` verbs ("ask") move nobody who is only named in passing. */
export function movedBy(party: string, clause: Clause, force: Force, before = ''): string[] {
  const { addressees, setting, recent } = clause;
  if (/^\p{Ll}+ing\s/u.test(party) && !TRADES.test(party)) return [];
  const peer = peerOf(party, setting);
  if (peer !== undefined) return [peer];
  if (
    /^(?:its|their)\s(?:own\s)?(?:members|member states|participating states)$/i.test(party) &&
    addressees.length === 1
  )
    return isUnion(addressees[0] ?? '') ? [`${addressees[0] ?? ''} member states`] : [];
  const meant = meantBy(party, clause, before);
  if (meant !== undefined) return meant;
  if (party === '' || !(isActor(party, setting) || isByName(party, setting))) return [];
  if (OFFICE.test(party) && setting.names.mentionsIn(party).length === 0) {
    const whose = lastOf(clause, before);
    if (whose.length > 0) return whose;
  }
  const visited = visitedIn(before, party, setting, recent);
  if (visited && !addressees.includes(visited)) return [visited];
  const all = actorsOf(party, setting, recent);
  const named = all.filter(
    ({ isGroup, name }) =>
      !isGroup && (force !== 'weak' || setting.weights.has(name) || name.endsWith('member states')),
  );
  const isOwn = named.length > 0 && named.every(({ name }) => addressees.includes(name));
  // "Germany ought to talk the Government out of it": the one that the text is about.
  if (isOwn && /^the\s(?:government|authorities|regime|junta)$/i.test(party)) return lastOf(clause, before);
  if (named.length > 0) return named.map(({ name }) => name);
  return all.filter(({ isGroup, name }) => isGroup && movesGroup(name, party, force)).map(({ name }) => name);
}

/** "Meta": a name that the text has in the middle of a sentence, and that nothing else tells. */
export const isByName = (party: string, { all }: Setting): boolean =>
  (NAME.test(party) && new RegExp(`[\\p{Ll},] ${escaped(party.replace(/^the\s/i, ''))}\\b`, 'u').test(all)) ||
  NAMES.test(party);

/** Whether a group without a name counts as moved: one that whoever is asked does not have under it. */
function movesGroup(name: string, party: string, force: Force): boolean {
  if (ABROAD.test(name)) return true;
  if (UNDER.test(name) || /^(?:their|its|his|her|your|our)\s/i.test(party)) return false;
  return force === 'strong';
}
