// Headings in capitals as they would be written in a sentence. Pure.

import type { Setting } from './setting.js';

/** "Federation of Bar " before "Associations": a word of a name. */
const IN_A_NAME =
  /\p{Lu}\p{Ll}+\s(?:of|for)\s(?:\p{Lu}\p{Ll}+\s)+$|(?:Ministry|Department|Secretariat|Directorate)\s(?:of|for)\s(?:\p{Lu}\p{Ll}+,?\s(?:and\s)?)+(?<!and\s)$/u;

/** "Kiln Owners and Their Associations" is no name: groups in capitals are read in small letters. */
export function decased(heading: string, setting: Setting): string {
  const words = inSmall(heading, setting);
  const mentions = setting.names.mentionsIn(words);
  return words.replace(
    /\b(?:Donors?|Companies|Owners|Their|Associations|International|Governments?|Authorities|Member|States|Partners|Organi[sz]ations|Employers|Buyers|Brands|Retailers|Investors|Banks|Agencies|Humanitarian|Development|Community|Civil|Society|Groups|Armed|Leaders|Institutions|Financial|Businesses|Business|Enterprises|Media|Parties|All|Other|Unions|Trade|Local|Provincial|District|Importers|Manufacturers|Suppliers|Parliament|Including|Countries|Labor-Sending|Labour-Sending|Regional|Foreign|Individual|Allies|Donor)\b/g,
    (word, at: number) =>
      mentions.some(({ start, end }) => at >= start && at < end) || IN_A_NAME.test(words.slice(0, at))
        ? word
        : word.toLowerCase(),
  );
}

/** "ON DEATHS AND HEAT" names nobody: in a line of capitals only names that are known, or written so elsewhere, keep theirs. */
function inSmall(heading: string, setting: Setting): string {
  if (/\p{Ll}/u.test(heading)) return heading;
  const named = asNamed(heading, setting.all);
  if (named !== heading) return named;
  const mentions = setting.names.mentionsIn(heading);
  return heading.replace(/\p{Lu}[\p{Lu}'’-]*/gu, (word, at: number) => {
    const isName = mentions.some(({ start, end }) => at >= start && at < end);
    return isName || setting.capitals.has(word) ? word : word.toLowerCase();
  });
}

/** What is called so in a heading is a body, whose name has capitals. */
const BODY =
  /^((?:THE\s)?(?:[\p{Lu}'’-]+\s){1,8}(?:INSTITUTION|COMMISSION|COUNCIL|AUTHORITY|AGENCY|COURT|OFFICE|BOARD|COMMITTEE|SERVICE|UNION|BANK|FUND|CENTRE|CENTER|OMBUDSMAN|ASSOCIATION|FEDERATION))(?=\s\(|$)/u;
const SMALL = /^(?:of|the|and|for|on|in|to|de|du)$/i;

/** "TURKISH HUMAN RIGHTS INSTITUTION" as the text calls it, else with capitals where such a name has them. */
function asNamed(heading: string, all: string): string {
  const name = BODY.exec(heading)?.[1]?.replace(/^THE\s/, '');
  if (name === undefined || name.includes(' AND THE ')) return heading;
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const told = [...all.matchAll(new RegExp(pattern, 'giu'))]
    .map(([found]) => found)
    .find((found) => /^\p{Lu}.*\p{Ll}/u.test(found));
  const titled = name.replace(/[\p{Lu}'’-]+/gu, (word) =>
    SMALL.test(word) ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase(),
  );
  return heading.replace(/^THE\s/, 'the ').replace(name, told ?? titled);
}
