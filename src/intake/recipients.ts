// To which company or association a letter goes that no list knows. Pure.

const LEGAL =
  /,?\s(?:AG|Ltd|Limited|Inc|Incorporated|plc|PLC|LLC|LLP|GmbH|S\.?A\.?|SpA|S\.p\.A|N\.?V|B\.?V|AB|ASA|A\/S|Oyj|Corp|Corporation|Co|SE|Pty Ltd|Pty|K\.?K|Bhd|Berhad|Tbk|SAS|S\.A\.S)\.?$/;
/** "The board of Alpine Cement AG": companies by their legal form, wherever a line has them. */
const COMPANY =
  /(\p{Lu}[\p{L}\d'&-]*(?:\s(?:(?:of|for|and|&)\s)?\p{Lu}[\p{L}\d'&-]*){0,4}?),?\s(?:AG|Ltd|Limited|Inc|plc|PLC|LLC|GmbH|SpA|ASA|Oyj|Corp|SE|Bhd|Berhad|Tbk|N\.?V|B\.?V|S\.?A)\.?(?=[\s,;]|$)/gu;
export const companiesIn = (line: string): string[] => [...line.matchAll(COMPANY)].map(([, name = '']) => name);

/** Who leads a company; a state has none of these. */
const OFFICE =
  /\b(?:chief executive(?: officer)?|CEO|managing director|chair(?:man|woman|person)?(?: of the board(?: of directors)?)?|president and (?:CEO|chief executive(?: officer)?)|board of directors|executive director|general manager|company secretary|head of sustainability|vice[- ]chancellor|secretary[- ]general|director[- ]general)$/i;
const NAME =
  /^(?:The\s)?\p{Lu}[\p{L}\d'&.-]*(?:\s(?:(?:of|for|and|&|de|du|the)\s){0,2}(?:[ld]['’])?\p{Lu}[\p{L}\d'&.-]*){0,6}$/u;

/** Whom the address of a letter names behind an office or by a legal form, as the letter itself calls them. */
export function recipients(lines: readonly string[], all: string): string[] {
  const pieces = lines
    .filter((line) => !/^(?:from|re|ref|subject|cc|date)\s?:|@|https?:/i.test(line))
    .flatMap((line) =>
      line.replace(/^(?:to|for the attention of|attn)\s?:\s*/i, '').split(/,\s+(?!Inc|Ltd|Limited|LLC)/),
    );
  const to = lines
    .map((line) => /^To\s?:\s(.{4,80}?)(?:\s\([^)]*\))?(?:,|$)/u.exec(line)?.[1])
    .find((name) => name !== undefined && / /.test(name) && NAME.test(name));
  if (to !== undefined) return [calledIn(all, to)];
  const several = lines.flatMap((line) => severalIn(/^To\s?:\s(.+;.+)$/u.exec(line)?.[1] ?? ''));
  if (several.length > 1) return several.map((name) => calledIn(all, name));
  const found =
    pieces.find((piece, at) => NAME.test(piece) && OFFICE.test(pieces[at - 1]?.trim() ?? '')) ??
    pieces.find((piece) => LEGAL.test(piece) && NAME.test(piece.replace(LEGAL, '')));
  return found === undefined ? [] : [calledIn(all, found)];
}

/** "To: President, Alpine Cement AG; Chair, Gulf Shipping": who stands behind an office between semicolons. */
const severalIn = (line: string): string[] =>
  line.split(/;\s+/).flatMap((piece) => {
    const at = piece.lastIndexOf(', ');
    const name = piece.slice(at + 2);
    return at > 0 && NAME.test(name) && OFFICER.test(piece.slice(0, at)) ? [name] : [];
  });
const OFFICER =
  /\b(?:president|chair(?:man|woman|person)?|chief executive(?: officer)?|CEO|director(?:[- ]general)?|secretary(?:[- ]general)?|manager|board(?: of directors)?|management|head)$/i;

/** "Alpine Cement AG" is Alpine Cement where the letter says so. */
function calledIn(all: string, name: string): string {
  const short = name.replace(LEGAL, '').replace(/^The\s/, '');
  const isShort = all.split(short).length > all.split(name).length;
  return isShort ? short : name;
}
