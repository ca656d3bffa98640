// What stands beside whoever is asked and is no part of their name. Pure.

import { anyOf, grammar } from './grammar.js';

const AMONG =
  '(?:in particular|especially|notably|particularly|above all|such as|among them|namely|chiefly|mainly|primarily|first and foremost|starting with|beginning with)';

/** "States that import gold, in particular Canada": whoever is named stands for those who are only described. */
const TOLD_APART = new RegExp(
  `^(?:(?:[Tt]he|[Aa]ll|[Oo]ther|[Tt]hose)\\s)*(?:(?!Member|member)[\\p{L}-]+\\s)?(?:[Ss]tates|[Cc]ountries|[Gg]overnments|[Dd]onors|[Pp]artners|[Cc]ompanies|[Bb]anks|[Pp]owers|[Nn]eighbou?rs)\\s(?:that|which|who|with|whose|\\p{Ll}+ing)\\s[^,;]*,\\s${AMONG}\\s(?=(?:the\\s)?\\p{Lu})`,
  'u',
);
/** "Businesses, in particular refiners and importers": kinds of them are no others. */
const KINDS_OF_A_GROUP = new RegExp(
  `((?:^|\\s)\\p{L}\\p{Ll}+s),\\s${AMONG}\\s(?!(?:the\\s)?\\p{Lu})\\p{Ll}(?:States|[^,;\\p{Lu}])*(?:,|$)`,
  'u',
);

/** "The international community, including the African Union": whoever is named of a group is asked by name. */
const NAMED_OF_A_GROUP =
  /^((?:(?:[Tt]he|[Aa]ll|[Oo]ther|[Rr]elevant)\s+)*(?:[\p{L}-]+\s+){0,3}(?:community|[Ss]tates|[Gg]overnments|[Pp]arties|actors|organi[sz]ations|bodies|mechanisms|donors|partners|[Cc]ountries|institutions|stakeholders|agencies)),\s+including\s+(?=(?:the\s+)?\p{Lu})/u;

/** "Host states (Lebanon, Jordan, Türkiye)". */
const IN_BRACKETS =
  /^(?:[\p{L}-]+\s){0,4}(?:[Ss]tates|STATES|[Cc]ountries|[Gg]overnments|[Dd]onors|[Pp]artners|[Nn]eighbou?rs|[Pp]owers|[Aa]gencies)\s\(((?:the\s)?\p{Lu}[^()]*(?:,|\band\b)[^()]*)\)$/u;

/** "The national human rights commission, Suhakam,": the name behind what it is. */
export const CALLED = new RegExp(
  `^(?:[Tt]he|[Ii]ts|[Tt]heir)\\s(?:[\\p{L}'-]+\\s){0,5}(?:commission|watchdog|${anyOf(grammar.bodyNouns.filter((noun) => !noun.endsWith('s')))}),\\s(\\p{Lu}[\\p{L}\\d'-]+(?:\\s\\p{Lu}[\\p{L}'-]+){0,4}),?$`,
  'u',
);

/** "The Secretary-General, in consultation with the African Union," is asked alone; "donors, in particular Norway," are Norway. */
/** "Chad, in light of the above, and Mali", "the Panel, for its part,": what a preposition opens between commas names nobody. */
const OPENED =
  /,\s(?:for|in(?! particular)|on|at|with|without|under|given|despite|pending|after|before|since|during|upon|once|if|when|while|notwithstanding|throughout)\s(?!\p{Lu}[^,;]*,\s\p{Lu})[^,;]*(?:,(?=\s(?:and|or|as well)\s)|,?$)/gu;

export function withoutAsides(words: string): string {
  return words
    .replace(
      /^(?:all\s)?(?:those|the ones)\s(?:concerned|involved|responsible|affected|in question),?\s(?:namely|that is|i\.e\.|in particular),?\s/i,
      '',
    )
    .replace(/,\s(?:the\s)?["“][^"”]{3,60}["”](?=,|$)/gu, '')
    .replace(OPENED, '')
    .replace(IN_BRACKETS, '$1')
    .replace(/^(?:the\s)?(?:two|three|four)\s(?:parties|sides|states|countries|governments),\s+(?=\S)/i, '')
    .replace(/,?\s+(?:through|via|by way of|by virtue of|using)\s+(?:its|their|his|her|your)\s[^;]*$/i, '')
    .replace(
      /,?\s+(?:in particular|especially|notably|particularly|above all|including)\s+(?:all\s)?(?:those|the ones|states|States)\s(?:who|that|which|whose|with)\s[^,;]*,?/g,
      '',
    )
    .replace(TOLD_APART, '')
    .replace(KINDS_OF_A_GROUP, '$1')
    .replace(NAMED_OF_A_GROUP, '$1 and ')
    .replace(CALLED, '$1')
    .replace(
      /,?\s+in\s+(?:close\s+)?(?:consultation|cooperation|co-operation|coordination|collaboration|partnership|conjunction)\s+with\b[^;]*$/i,
      '',
    )
    .replace(
      /,\s+(?!including\b)(?:\p{Ll}{3,}ing|within|in line with|consistent with|subject to|without prejudice to)\s[^;]*$/u,
      '',
    )
    .replace(
      /,\s+(?:including|as appropriate|where appropriate|in accordance with|pursuant to|as requested|acting|as (?:the\s|an?\s|its\s|their\s)?\p{Ll}[^,;]*(?=,?$))\b[^;]*$/iu,
      '',
    )
    .replace(
      /,?\s+(?:in particular|especially|notably|particularly|above all|such as|led by|among them|namely|chiefly|mainly|primarily|first and foremost|starting with|beginning with)\s+/gi,
      ' and ',
    );
}
