// Of which union a document speaks when it says "Member States", "the Commission". Pure.

import type { Gazetteer, Mention } from './gazetteer.js';

const EUROPEAN =
  /European Parliament|European (?:Committee of the Regions|Economic and Social Committee|Court of Auditors|Ombudsman)|Official Journal of the European Union|\bP\d+_TA|\bEuropean Council\b|EU Foreign|European Union Foreign/i;
/** Its members sit in its Conference and hear its Governing Body; its experts speak to one of them. */
const OF_LABOUR =
  /International Labour Conference|General Conference of the International Labour|\bGoverning Body, \d+\w+ Session|^GB\.\d/m;
const OF_THE_UN =
  /\b(?:Security Council|General Assembly|Human Rights Council|Special Rapporteur|State party|Universal Periodic Review|Committee on|Committee against)\b|United Nations|\bUN\b/;
/** Unions of states that have members, and speak to them or are spoken to. */
const UNION =
  /^(?:European Union|African Union|Association of Southeast Asian Nations|Organization of American States|Council of Europe|Economic Community of .+|Southern African Development Community|Commonwealth of Nations|League of Arab States|Gulf Cooperation Council|Pacific Islands Forum|Caribbean Community|East African Community|Organi[sz]ation of Islamic Cooperation|Organization for Security and Co-operation in Europe|Intergovernmental Authority on Development|Southern Common Market|(?:\p{Lu}\p{L}+\s)*(?:Economic|Customs|Monetary) Union|Shanghai Cooperation Organi[sz]ation|Commonwealth of Independent States|Collective Security Treaty Organi[sz]ation|Mano River Union|Arab Maghreb Union|Nordic Council|Organi[sz]ation of Turkic States|International Organi[sz]ation of La Francophonie|North Atlantic Treaty Organization|South Asian Association for Regional Cooperation)$/u;
const PARTS: Record<string, string> = {
  'European Commission': 'European Union',
  'European External Action Service': 'European Union',
  'European Parliament': 'European Union',
  'European Union member states': 'European Union',
  'Parliamentary Assembly of the Council of Europe': 'Council of Europe',
  "African Commission on Human and Peoples' Rights": 'African Union',
  'African Union Commission': 'African Union',
  'African Union Peace and Security Council': 'African Union',
  'Inter-American Commission on Human Rights': 'Organization of American States',
  'ASEAN Intergovernmental Commission on Human Rights': 'Association of Southeast Asian Nations',
};
/** Named less often, a union is not what a text is about. */
const OFTEN = 3;

/** The union whose members "Member States" are; `null` where they are those of the United Nations. */
export function unionOf(opening: string, names: Gazetteer, mentions: readonly Mention[]): string | null {
  if (OF_LABOUR.test(opening.slice(0, HEAD))) return 'International Labour Organization';
  if (EUROPEAN.test(opening)) return 'European Union';
  const [first] = count(names.mentionsIn(opening.slice(0, HEAD)));
  if (OF_THE_UN.test(opening.slice(0, HEAD))) return null;
  if (first) return first[0];
  const [most] = OF_THE_UN.test(opening) ? [] : count(mentions);
  return most && most[1] >= OFTEN ? most[0] : null;
}

/** Whether an institution of the European Union speaks or is spoken to. */
export const isOfTheUnion = (opening: string): boolean => EUROPEAN.test(opening);

/** Whether a body is a union of states. */
export const isUnion = (name: string): boolean => UNION.test(name);

/** "The bloc": the union that a text names most, of those that are called so. */
export const blocOf = (mentions: readonly Mention[]): string | undefined =>
  count(mentions).find(([name]) => !NO_BLOC.test(name))?.[0];
const NO_BLOC =
  /^(?:Council of Europe|Commonwealth of Nations|Organi[sz]ation .*(?:States|Europe)|Pacific Islands Forum)$/;

/** How much of an opening names who speaks and to whom. */
const HEAD = 400;

function count(mentions: readonly Mention[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { name } of mentions) {
    const union = PARTS[name] ?? name;
    if (UNION.test(union)) counts.set(union, (counts.get(union) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** "Brussels" is the Union, unless a text speaks of Belgium. */
export const seatOf = (all: string): Record<string, string> =>
  /\bBelgium\b|\bBelgian (?:government|authorities|police|courts?|prosecutors?|parliament|foreign)/.test(all)
    ? {}
    : { Brussels: 'European Union' };
