// What somebody is given and may be made to earn, and whose it is. Pure.

import type { Mention } from './gazetteer.js';
import { anyOf, grammar } from './grammar.js';
import { namedBefore } from './named-before.js';
import type { Clause } from './pressed-clause.js';

/** What one state gives another, so that it is clear of whom something is wanted. */
export const AID =
  /\b(?:aid|assistance|funding|funds|loans?|lending|sales|arms|exports|preferences|budget support|credits?|grants?|support|agreement|tranches?|instal?lments?|disbursements?|cooperation|partnership|money|relief|visas?|visa-free travel|liberali[sz]ation|credentials|accreditation|membership|candidacy)\b/i;
export const BENEFIT = new RegExp(`\\b(?:${anyOf(grammar.benefits)})s?\\b`, 'i');
/** What is to be done for it: "the release of". */
export const DEED =
  /^(?:the\s)?(?:\p{Ll}+\s){0,2}?(?:release|lifting|repeal|end|return|reform|abolition|ratification|adoption|holding|freeing|closure|reopening|compliance|progress|respect|improvement|withdrawal|cooperation|implementation|restoration|investigation|publication|disclosure|removal|resumption|admission|establishment|payment|signature|recognition|acceptance|protection|record|steps|human rights|(?!notification|authori[sz]ation|consultation|permission|consent|approval|discussion|negotiation|information|regulation|legislation|document|treatment)[\p{Ll}-]{3,}(?:tion|sion|ment|al|ance|ence|ing))\b(?!\s(?:rate|rates)\b)/u;

/** States, and those who hold a land like one. */
export const isMovable = ({ kind, name }: Mention): boolean => kind === 'state' || grammar.deFactoPowers.includes(name);

/** Whose aid it is, where the words around it do not say: a state named before in the sentence, else the one that the text is about. */
export function ownerOf(clause: Clause, before = ''): string[] {
  const named = namedBefore(`${clause.opening ?? ''} ${before}`, clause.setting, clause.addressees);
  const { subject, form, weights } = clause.setting;
  const isOther = (name: string | null): name is string => name !== null && !clause.addressees.includes(name);
  const most = [...weights].filter(([name]) => isOther(name)).sort((a, b) => b[1] - a[1])[0]?.[0];
  const owner = named ?? (isOther(subject) ? subject : form === 'letter' ? most : undefined);
  return owner === undefined ? [] : [owner];
}
