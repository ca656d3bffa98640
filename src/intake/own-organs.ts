// Organs of a state to which a document gives a short name of its own. Pure.

import { dataFile } from './data-file.js';
import { statesOfPlaces } from './places.js';
import type { Mention } from './gazetteer.js';
import type { Setting } from './setting.js';

/** "RTGNU", which the document introduces as the "Transitional Government of National Unity", is an organ. */
const OWN_ORGAN =
  /\b(?:Government|Ministry|Department|Parliament|Police|Army|Armed Forces|Defence Forces?|Directorate|Inspectorate|Council of Ministers|National Assembly|General Prosecutor|Prosecutor's Office|Attorney General|Prison Service|Immigration)\b/;
const IN_THE_LIST = new Set(Object.keys(dataFile('bodies.en.json') as object));

/** Whether a short name stands for an organ that the document introduces. */
export function isOwnOrgan(bare: string, { start, end, name }: Mention, { names }: Setting): boolean {
  return (
    start === 0 &&
    end === bare.length &&
    OWN_ORGAN.test(name) &&
    !IN_THE_LIST.has(name) &&
    !names.mentionsIn(bare).some(({ kind }) => kind === 'state')
  );
}

/** "Council for Justice", "State Committee for National Security": a body of the one state that a report is about. */
const OF_STATE =
  /^(?:(?:State|National|Federal|Central|Supreme|High|General)\s)*(?:Council|Committee|Commission|Board|Agency|Service|Office|Department|Authority|Inspectorate|Administration|Academy)\s(?:for|of|on)\s(?:the\s)?(?:(?:National|State|Public|General|Internal|Higher)\s)*(?:Justice|Security|Judges|Judiciary|Magistracy|Judicature|Prosecutors|Ministers|Interior|Affairs|Police|Prisons|Corrections|Defence|Finance|Migration|Customs|Labou?r|Education|Health|Statistics|Religious Affairs|Execution of (?:Punishments|Sentences))\b|^State\s(?:\p{Lu}[\p{L}-]+\s)?(?:Committee|Agency|Service|Commission|Inspectorate|Registry|Council|Office)$/u;

/** What a state alone has, by its own name. */
const OF_ITS_OWN =
  /^(?:(?:Superior|Supreme|High|National|General|State|Crown|Public|Transitional|Presidential|Sovereign)\s){1,2}(?:Council of (?:the )?(?:Magistracy|Judiciary|Justice|Prosecutors)|Prosecution Service|Security|Council|Health Insurance \p{L}+|Social (?:Security|Insurance) \p{L}+|Commission for \p{Lu}\p{L}+|Registry|Broadcaster|Treasury)$|^\p{L}*(?:'s?)?\s?(?:Social Security|Social Insurance|Pension)\s\p{Lu}\p{L}+$|^(?:Registrars?|Inspectors?|Auditors?|Prosecutors?|Solicitors?|Surveyors?|Controllers?) General\b|^(?:Chief (?:Registrar|Justice|Inspector|Prosecutor))\b|^Law enforcement\b/u;

/** "Investigative Committee of Belarus", "Independent Electoral Commission": what only a state has. */
const OF_POWER =
  /^(?:(?:State|National|Federal|Central|Supreme|High|General|Independent|Permanent)\s)*(?:Investigati(?:ve|on)|Security|Customs|Elect(?:oral|ions?)|Judicial|Border|Prison|Penitentiary|Migration|Tax|Revenue|Constitutional|Anti-Corruption|Intelligence|Defen[cs]e)\s(?:and\s\p{Lu}\p{L}+\s)?(?:Committee|Commission|Council|Service|Agency|Office|Board|Forces?|Authority|Court|Department|Directorate)\b(?!\s(?:on|for)\s)/u;

/** Whether a text is about one state, whatever others it names. */
const isMostly = (subject: string | null, weights: Setting['weights']): boolean =>
  subject !== null &&
  [...weights].every(([name, weight]) => name === subject || weight * 2 < (weights.get(subject) ?? 0));

/** "Karachi Water and Sewerage Corporation", "Accra Metropolitan Assembly": what is public and bears the name of a place. */
const PUBLIC =
  /\b(?:Assembly|Corporation|Authority|Board|Agency|Administration|Commission|Service|Department|Office|Police|Municipality|Akimat|Prefecture|Governorate|Court|Prosecution|Water Company|Government)\b/;

/** Of which state a body is that bears the name of one of its places. */
const isOfAPlace = (name: string, subject: string | null, names: Setting['names']): boolean =>
  PUBLIC.test(name) &&
  !/\b(?:Rights|Ombuds|Bar|Legal Resources)/.test(name) &&
  subject !== null &&
  (statesOfPlaces(name).includes(subject) ||
    names
      .mentionsIn(name)
      .some(({ how, start, ...mention }) => how === 'capital' && start === 0 && mention.name === subject));

/** Whether a name is that of a body of the state that the title of a document names. */
export function isStateBody(name: string, { form, title, subject, names, weights }: Setting): boolean {
  if (form !== 'press' && !IN_THE_LIST.has(name) && isOfAPlace(name, subject, names)) return true;
  const [owner] = OF_POWER.test(name) ? names.mentionsIn(name) : [];
  if (owner?.kind === 'state' && owner.name === subject) return true;
  if (form !== 'press' && OF_ITS_OWN.test(name) && !IN_THE_LIST.has(name) && isMostly(subject, weights)) return true;
  if (owner === undefined && OF_POWER.test(name) && form !== 'press' && isMostly(subject, weights)) return true;
  return (
    form !== 'press' &&
    subject !== null &&
    (OF_STATE.test(name) || OF_POWER.test(name)) &&
    !IN_THE_LIST.has(name) &&
    (isMostly(subject, weights) || names.mentionsIn(title).some((mention) => mention.name === subject))
  );
}
