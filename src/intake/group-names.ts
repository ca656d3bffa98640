import { type Actor, headOf, TRIM } from './actor-words.js';

/** Governments of which nobody says whose they are. */
export const UNNAMED =
  /^(?:European|African|Asian|Western|Arab|Gulf|Pacific|Caribbean|Nordic|Baltic|Balkan|Latin American|Central Asian|Southeast Asian|donor|host|foreign)\s+(?:governments|states|countries)$|^governments (?:in|across|throughout|around|worldwide)\b|^(?:national |domestic |member state )?parliaments$|^(?:parliaments|governments) of \p{Ll}|^(?:individual|concerned|interested|like-minded|democratic|world|regional|participating|many|some|certain)\s+governments\b/iu;

/** "UN Integrated Office" is the United Nations'. */
export const inFull = (name: string): string =>
  /Rapporteur|Independent Expert|Working Group/.test(name)
    ? name
    : name.replace(/^U\.?N\.?\s(?=\p{Lu})/u, 'United Nations ');

/** A group by its noun, without what tells which of them: "Kiln owners". */
export function group(bare: string): Actor[] {
  const full =
    /^(?:states|countries|governments)\sof\s(?:origin|destination|transit|residence|nationality|employment)\b/i.exec(
      bare,
    )?.[0] ??
    /^(?:representative\s)?(?:organi[sz]ations|associations|federations|unions|groups|families|relatives)\sof\s\p{Ll}+(?:\s(?:with|from)\s\p{Ll}+)?/iu.exec(
      bare,
    )?.[0];
  const head =
    full ??
    headOf(/\p{Ll}/u.test(bare) ? bare : bare.toLowerCase())
      .replace(TRIM, '')
      .replace(/^international\s+(?=donors?\b)/i, '')
      .trim();
  if (head === '' || head.split(' ').length > 6) return [];
  return [
    {
      name:
        head.charAt(0).toUpperCase() + head.slice(1).replace(/\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase()),
      isGroup: true,
    },
  ];
}

/** "Governments should", and not "the governments". */
export const isInGeneral = (part: string): boolean =>
  /^(?:[Nn]ational\s)?(?:[Gg]overnments|[Pp]arliaments)$/.test(part);
