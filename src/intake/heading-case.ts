// Headings in capitals as they would be written in a sentence. Pure.

import type { Setting } from './setting.js';

/** "Federation of Bar " before "Associations": a word of a name. */
const IN_A_NAME = /\p{Lu}\p{Ll}+\s(?:of|for)\s(?:\p{Lu}\p{Ll}+\s)+$/u;

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
  const mentions = setting.names.mentionsIn(heading);
  return heading.replace(/\p{Lu}[\p{Lu}'’-]*/gu, (word, at: number) => {
    const isName = mentions.some(({ start, end }) => at >= start && at < end);
    return isName || setting.capitals.has(word) ? word : word.toLowerCase();
  });
}
