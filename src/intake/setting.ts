import { capitalsWithin } from './capital-words.js';
import { dateOf } from './document-date.js';
import { type Form, formOf, type Layout } from './form.js';
import type { Block, IntakeDocument } from './document.js';
import { Gazetteer, gazetteer, type Mention } from './gazetteer.js';
import { isSalutation, isToHeading } from './headings.js';
import { homeOf } from './houses.js';
import { introduced, longNames, shortNames } from './introduced-names.js';
import { addressed } from './letter-address.js';
import { officeHolders } from './office-holders.js';
import { passageOf } from './passage.js';
import { recipients } from './recipients.js';
import { withSharedAdjectives } from './shared-adjectives.js';
import { toldNames } from './told-names.js';
import { blocOf, isOfTheUnion, seatOf, unionOf } from './unions.js';

/** What is true of a whole document and decides what its short words mean. */
export interface Setting {
  form: Form;
  title: string;
  /** The day it was adopted or is dated, if it says so. */
  date: string | null;
  /** The state that "the State party", "the Government" and "the authorities" stand for. */
  subject: string | null;
  /** The state whose parliament speaks, if one does: its "Government" is not the one that the text is about. */
  home: string | null;
  /** Whom a letter addresses. */
  you: string[];
  /** What "Member States" are here. */
  memberStates: string;
  /** The union that "the bloc" is here. */
  bloc: string | undefined;
  /** Short names: "the Commission", "the Council", "the Panel". */
  short: Record<string, string>;
  /** Long names by their first word: "Panel" for "Panel of Experts". */
  long: Record<string, string>;
  /** What the document calls the bodies that it names: "the state miner". */
  told: Map<string, string[]>;
  /** Everything that the document says, a block a line. */
  all: string;
  /** Words in capitals that stand within its sentences: "the NGO". */
  capitals: ReadonlySet<string>;
  names: Gazetteer;
  /** How often each state is named. */
  weights: Map<string, number>;
}

/** Looks at the head of a document, and at what it names most. */
export function settingOf(document: IntakeDocument): Setting {
  const words = document.blocks.map((block) => passageOf(document, block).words);
  const body = document.blocks.findIndex((block, at) => isText(block, words[at] ?? ''));
  const head = words.slice(0, Math.max(body, 1));
  const opening = words
    .slice(0, Math.max(body, 1) + 2)
    .join('\n')
    .slice(0, 3000);
  const all = words.join('\n');
  const names = withSharedAdjectives(
    new Gazetteer({ ...officeHolders(all), ...introduced(all), ...seatOf(all) }, gazetteer),
    all,
  );
  const mentions = names.mentionsIn(all);
  const weights = weigh(mentions);
  const title = document.blocks.findIndex(({ kind }) => kind === 'title');
  const letter = words.findIndex((line) => isSalutation(line));
  const union = unionOf(opening, names, mentions);
  const isEuropean = union === 'European Union';
  const memberStates = `${union ?? 'United Nations'} member states`;
  return {
    form: formOf(opening, all, letter >= 0 && letter < 40, layoutOf(document)),
    title: words[title] ?? '',
    date: dateOf({ opening, head, words, all }),
    subject: subjectOf(names, [words[title] ?? '', ...head], weights),
    home: letter < 0 ? homeOf(all) : null,
    you: letter < 0 ? [] : youOf(names, document.blocks, words, letter, memberStates),
    memberStates,
    bloc: blocOf(mentions),
    short: shortNames(opening, { isEuropean, isOfTheUnion: isOfTheUnion(opening) }, all),
    long: longNames(all),
    told: toldNames(all, names),
    all,
    capitals: capitalsWithin(all),
    names,
    weights,
  };
}

function youOf(names: Gazetteer, blocks: Block[], words: string[], letter: number, memberStates: string): string[] {
  const head = words.slice(0, letter);
  const known = addressed(names, blocks, head, salutations(words, letter), memberStates);
  return known.length > 0 ? known : recipients(head, words.join('\n'));
}

const layoutOf = ({ blocks }: IntakeDocument): Layout => ({
  hasRows: blocks.filter(({ kind }) => kind === 'row').length > 1,
  isNumbered: blocks.filter(({ kind, label }) => kind === 'paragraph' && label !== undefined).length > FEW,
});
/** So many numbered lines a story may have. */
const FEW = 4;

/** Everybody who is greeted: a letter to two may greet each on a line. */
function salutations(words: string[], first: number): string {
  const end = words.findIndex((line, at) => at > first && !isSalutation(line));
  return words.slice(first, end < 0 ? first + 1 : end).join(' ');
}

/** From where on a document speaks: above it are the letterhead and the title. */
function isText(block: Block, words: string): boolean {
  if (block.kind === 'paragraph') return !isSalutation(words) && (block.label !== undefined || words.length > 60);
  return block.kind === 'item' || (block.kind === 'heading' && isToHeading(words));
}

function weigh(mentions: Mention[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { kind, name, how } of mentions)
    if (kind === 'state')
      weights.set(name, (weights.get(name) ?? 0) + (how === 'capital' || how === 'leader' ? 0.3 : 1));
  return weights;
}

/** The place from which something is sent: "PALAIS DES NATIONS, 1211 GENEVA 10, SWITZERLAND". */
const isAddress = (line: string): boolean =>
  /[•·]|@|\b\d{3,6}\s+\p{Lu}|\p{Lu}\p{L}+\s\d{1,6},\s*\p{Lu}|^(?:tel|fax|cc|original|distr|languages?)\b|^\p{Lu}\p{L}+,\s\p{Lu}[\p{L} ]+,\s\d{1,2}\b/iu.test(
    line,
  ) && !/\b(?:report|visit|letter|observations)\b/i.test(line);

function isOnlyState(line: string, names: Gazetteer): boolean {
  const bare = line.trim().replace(/\*+$/, '');
  const [first] = names.mentionsIn(bare);
  return first?.kind === 'state' && first.how === 'name' && first.start === 0 && first.end === bare.length;
}

/** "IN THE SENATE OF THE UNITED STATES": who speaks, and not of whom. */
const OWN_LINE =
  /^\s*(?:in\s)?the\s(?:senate|house of \p{L}+|parliament|congress|national assembly|chamber of \p{L}+)(?:\sof\s.{3,40})?\s*$/iu;

/** The first state of the title that the text goes on about; else the one it names most. */
function subjectOf(names: Gazetteer, head: string[], weights: Map<string, number>): string | null {
  const [most, second] = [...weights].sort((a, b) => b[1] - a[1]);
  // A line that is nothing but a state's name says of which one the text is.
  const alone = head.find((line) => isOnlyState(line, names));
  for (const line of alone === undefined ? head : [alone, ...head]) {
    if (isAddress(line) || OWN_LINE.test(line)) continue;
    const states = names
      .mentionsIn(line)
      .filter(({ kind, how }) => kind === 'state' && how !== 'capital' && how !== 'leader');
    const named = states.sort((a, b) => (weights.get(b.name) ?? 0) - (weights.get(a.name) ?? 0))[0];
    if (named && (weights.get(named.name) ?? 0) * 4 >= (most?.[1] ?? 0)) return named.name;
  }
  // Of several that are named in passing the text is about none.
  return most && most[1] > (second?.[1] ?? 0) ? most[0] : null;
}
