import { gazetteer } from './gazetteer.js';

/** Names that a document gives itself: "Africa Risk Fund (ARF)". */
export function introduced(all: string): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [, name = '', short = ''] of all.matchAll(
    /((?:\p{Lu}[\p{L}'-]+ (?:(?:of|for|on|and|the|in|de|du|against) ){0,3}){1,8}\p{Lu}?[\p{L}'-]*) ?\((\p{Lu}[\p{Lu}&-]{1,9})\)/gu,
  )) {
    const words = name
      .replace(/^(?:The|In|And|For|To)\s/, '')
      .trim()
      .split(/\s+/);
    const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
    const from = capitals.length - short.replace(/[&-]/g, '').length;
    const exact = capitals[Math.max(from, 0)];
    // "Democratic Forces for the Liberation of Rwanda (FDLR)": the same letters in another language's order.
    const isSame = lettersOf(capitals.slice(Math.max(from, 0)).map((word) => word.charAt(0))) === lettersOf([...short]);
    const first =
      exact?.startsWith(short.charAt(0)) || isSame
        ? exact
        : capitals.findLast((word) => word.startsWith(short.charAt(0)));
    if (first && (isSame || first.startsWith(short.charAt(0))) && gazetteer.mentionsIn(short).length === 0) {
      const full = words.slice(words.indexOf(first)).join(' ');
      own[short] =
        gazetteer.mentionsIn(full).find(({ start, end }) => start === 0 && end === full.length)?.name ?? full;
    }
  }
  for (const [name] of all.matchAll(WITH_A_STATE))
    if (gazetteer.mentionsIn(name).some(({ kind, start }) => kind === 'state' && start > 0)) own[name] ??= name;
  for (const [, full = '', name = ''] of all.matchAll(ORGAN_OF))
    if (gazetteer.mentionsIn(name).length === 0 && new RegExp(`(?<!of |for |the )\\b${name}\\b`).test(all))
      own[name] ??= full;
  return own;
}

/** "International Syria Support Group": a body of its own, and no state's. */
const WITH_A_STATE =
  /\b(?:International|Independent|Joint|Global|Multinational)\s(?:\p{Lu}\p{L}+\s){1,4}(?:Group|Mission|Mechanism|Initiative|Commission|Committee|Fund|Forum|Coalition|Campaign|Alliance|Network|Tribunal|Conference|Consortium|Force)\b/gu;

/** "Directorate of General Security", which the text goes on to call "General Security". */
const ORGAN_OF =
  /\b((?:Directorate|Department|Inspectorate)\sof\s(?:the\s)?(\p{Lu}\p{L}+\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?))\b/gu;

/** "the Panel" is what the document names in full elsewhere. */
export function longNames(all: string): Record<string, string> {
  const long: Record<string, string> = {};
  const pattern =
    /\b((Panel|Group|Mission|Team|Commission|Fund|Unit|Mechanism|Tribunal|Committee|Board|Secretariat|Bureau|Force|Office|Agency)\s(?:of|on|for)\s(?:the\s)?\p{Lu}[\p{L}'-]+(?:\s(?:(?:of|on|for|in|to|and|the)\s)*\p{Lu}[\p{L}'-]+)*)/gu;
  for (const [, name = '', head = ''] of all.matchAll(pattern))
    if ((long[head]?.length ?? 0) < name.length && name.length < 90) long[head] = name;
  for (const [, name = '', head = ''] of all.matchAll(AUTHORITY)) long[head] ??= name;
  for (const [, name = '', head = ''] of all.matchAll(OFFICE)) long[head] ??= name;
  return long;
}

/** "The envoy" after "Special Envoy for Afghanistan". */
const OFFICE =
  /\b((?:Special\s)?(Envoy|Representative|Rapporteur|Coordinator|Adviser|Commissioner|Ombudsman|Ombudsperson|Defender)\s(?:of|on|for)\s(?:the\s)?\p{Lu}[\p{L}'-]+(?:\s(?:(?:of|on|for|in|and|the)\s)*\p{Lu}[\p{L}'-]+)*)/gu;

/** "The Authority" after "International Seabed Authority": no organ of a state. */
const AUTHORITY =
  /\b((?:International|African|European|Asian|Inter-American|World|Global|Regional|Arab|Pacific|Caribbean|Central American|Andean|Nordic|Baltic)\s(?:\p{Lu}[\p{L}'-]+\s){0,3}(Authority|Agency|Bank|Fund|Board|Tribunal|Programme|Centre|Alliance|Union|Court|Commission|Facility|Initiative|Conference))\b/gu;

export function shortNames(
  opening: string,
  { isEuropean, isOfTheUnion }: { isEuropean: boolean; isOfTheUnion: boolean },
  all: string,
): Record<string, string> {
  if (/Parliamentary Assembly/.test(opening) && /Council of Europe/.test(opening + all))
    return {
      Assembly: 'Parliamentary Assembly of the Council of Europe',
      'Committee of Ministers': 'Committee of Ministers of the Council of Europe',
      'Secretary General': 'Secretary General of the Council of Europe',
      'Commissioner for Human Rights': 'Commissioner for Human Rights of the Council of Europe',
    };
  if (isEuropean)
    return {
      Commission: 'European Commission',
      Council: 'Council of the European Union',
      ...(isOfTheUnion ? { Parliament: 'European Parliament' } : {}),
      Union: 'European Union',
      'High Representative': 'High Representative of the Union for Foreign Affairs and Security Policy',
      'Vice-President': 'High Representative of the Union for Foreign Affairs and Security Policy',
    };
  const council = /Human Rights Council|[Ii]nteractive [Dd]ialogue|Universal Periodic Review/.test(opening)
    ? 'United Nations Human Rights Council'
    : 'United Nations Security Council';
  return {
    Council: council,
    Assembly: 'United Nations General Assembly',
    Organization: 'United Nations',
    Office: 'Office of the United Nations High Commissioner for Human Rights',
    'High Commissioner': 'Office of the United Nations High Commissioner for Human Rights',
  };
}

const lettersOf = (letters: string[]): string =>
  letters
    .filter((letter) => /\p{Lu}/u.test(letter))
    .sort()
    .join('');
