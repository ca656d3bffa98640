import { dataFile } from './data-file.js';
import { matchesIn } from './matches.js';

/** A state or body that a text names. */
export interface Mention {
  /** UN short name of a state, full name of a body. */
  name: string;
  kind: 'state' | 'body' | 'group';
  /** Named outright, by an adjective ("Haitian"), by a capital that stands for the state or by who leads it. */
  how: 'name' | 'demonym' | 'capital' | 'leader';
  start: number;
  end: number;
}

type Entry = Pick<Mention, 'name' | 'kind' | 'how'> & { written: string };

/** "Member states" and the like stand in the list of bodies and are no body with a name of their own. */
const GROUPS = new Set(['International financial institutions', 'International community', 'United Nations agencies']);

/** Capitals in which a union sits: where a text is about that, they are no state. */
const SEATS = new Set(['Brussels']);

/** What "Gulf of Guinea" and "Paris Agreement" stand for: no state, and nobody. */
const NOWHERE = '';

/** A word, or a sign that parts names. */
const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}.'&-]*|\/|\(|\)/gu;

/** Names and their spellings. The names of states come from the list here and from Unicode CLDR, as Node carries it. */
export class Gazetteer {
  private readonly entries = new Map<string, Entry[]>();
  private readonly longest = new Map<string, number>();

  /** Everything that the data files name, and the names that a document itself introduces. */
  constructor(own: Record<string, string> = {}, base?: Gazetteer) {
    if (base) {
      this.entries = new Map(base.entries);
      this.longest = new Map(base.longest);
    }
    for (const [written, name] of Object.entries(own))
      this.add(written, { name, kind: 'body', how: SEATS.has(written) ? 'capital' : 'name' }, SEATS.has(written));
  }

  /** Makes a spelling stand for a name; `isFirst`: before what it stood for till now. */
  add(written: string, entry: Omit<Entry, 'written'>, isFirst = false): void {
    const key = keyOf(written);
    const first = key.split(' ', 1)[0] ?? '';
    const known = this.entries.get(key) ?? [];
    if (known.some((other) => other.name === entry.name && other.written === written)) return;
    const own = { ...entry, written };
    this.entries.set(key, isFirst ? [own, ...known] : [...known, own]);
    this.longest.set(first, Math.max(this.longest.get(first) ?? 0, key.split(' ').length));
  }

  /** What a text names, from left to right; the longest name counts. */
  mentionsIn(text: string): Mention[] {
    const tokens = matchesIn(text, TOKEN);
    const found: Mention[] = [];
    for (let at = 0; at < tokens.length;) {
      const hit = this.at(text, tokens, at);
      if (hit && hit.mention.name !== NOWHERE) found.push(hit.mention);
      at += hit?.length ?? 1;
    }
    return found;
  }

  private at(text: string, tokens: RegExpExecArray[], at: number): { mention: Mention; length: number } | undefined {
    const first = tokens[at];
    if (!first || !/^[\p{Lu}]/u.test(first[0])) return undefined;
    const most = Math.max(...variants(first[0]).map((word) => this.longest.get(keyOf(word)) ?? 0));
    for (let length = Math.min(most, tokens.length - at); length > 0; length--) {
      const last = tokens[at + length - 1];
      if (!last) continue;
      for (const end of ends(last)) {
        const written = text.slice(first.index, end);
        const entry = this.entries.get(keyOf(written))?.find((candidate) => isWritten(candidate, written));
        if (entry)
          return { mention: { name: entry.name, kind: entry.kind, how: entry.how, start: first.index, end }, length };
      }
    }
    return undefined;
  }
}

/** A word may end with the dot of its sentence or with the s of a possessor. */
function ends(token: RegExpExecArray): number[] {
  return variants(token[0]).map((word) => token.index + word.length);
}

function variants(word: string): string[] {
  return [
    ...new Set([
      word,
      word.replace(/\.$/, ''),
      word.replace(/(?:'s|')\.?$/, ''),
      word.replace(/-.*$/, ''),
      word.replace(/(?<=\p{Ll})\d{1,2}$/u, ''),
    ]),
  ].filter((it) => it !== '');
}

function keyOf(written: string): string {
  const plain = written
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u2018\u2019]/g, "'");
  return (plain.match(TOKEN) ?? []).join(' ').toLowerCase();
}

/** Capitals alone ("US", "WHO") are only themselves; other names may be written in any case after the first letter. */
function isWritten({ written }: Entry, found: string): boolean {
  return /^[\p{Lu}.&-]{2,6}$/u.test(written) ? found === written : true;
}

interface StateRow {
  name: string;
  demonyms: string[];
  capitals: string[];
  aliases: string[];
}

function build(): Gazetteer {
  const gazetteer = new Gazetteer();
  const leaders = dataFile('leaders.en.json') as Record<string, string[] | undefined>;
  const cldr = new Intl.DisplayNames('en', { type: 'region' });
  for (const [code, row] of Object.entries(dataFile('states.en.json') as Record<string, StateRow>)) {
    const entry = { name: row.name, kind: 'state' as const };
    for (const written of [row.name, cldr.of(code) ?? row.name, ...row.aliases])
      gazetteer.add(written, { ...entry, how: 'name' });
    for (const written of row.demonyms) gazetteer.add(written, { ...entry, how: 'demonym' });
    for (const written of leaders[code] ?? []) gazetteer.add(written, { ...entry, how: 'leader' });
    for (const written of row.capitals) gazetteer.add(written, { ...entry, how: 'capital' });
  }
  for (const [name, aliases] of Object.entries(dataFile('bodies.en.json') as Record<string, string[]>))
    for (const written of [name, ...aliases])
      gazetteer.add(written, { name, kind: GROUPS.has(name) ? 'group' : 'body', how: 'name' });
  for (const written of dataFile('not-states.en.json') as string[])
    gazetteer.add(written, { name: NOWHERE, kind: 'body', how: 'name' });
  return gazetteer;
}

/** What is known before a document is read. */
export const gazetteer = build();
