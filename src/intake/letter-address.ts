import type { Block } from './document.js';
import type { Gazetteer } from './gazetteer.js';

/** The names in the address of a letter, line by line; lines that are only a place do not count. */
export function addressed(names: Gazetteer, blocks: Block[], lines: string[], salutation: string): string[] {
  const found = lines.flatMap((line, at) => {
    if (blocks[at]?.level === 0 || blocks[at]?.kind === 'title' || /^(?:re|subject|ref)\b|@|\d{4,}|^cc\b/i.test(line))
      return [];
    const [first] =
      line.split(/\s[|»]\s/).length > 1 ? [] : names.mentionsIn(line).filter(({ how }) => how !== 'capital');
    const isPlace =
      first?.kind === 'state' &&
      first.end === line.length &&
      /^[^,]*,\s*\S+(?:\s\S+)*$/.test(line) &&
      !/minist|president|government|embassy|mission/i.test(line);
    if (!first || isPlace) return [];
    const isMembers = first.kind === 'body' && /\bmembers?\b[^.;]{0,40}\b(?:of|to)\b/i.test(line.slice(0, first.start));
    return [isMembers ? `${first.name} member states` : first.name];
  });
  const said = names.mentionsIn(`${salutation.charAt(0)}${salutation.slice(1)}`).map(({ name }) => name);
  return [...new Set(found.length > 0 ? found : said)];
}
