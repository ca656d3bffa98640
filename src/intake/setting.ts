import { capitalsWithin } from './capital-words.js';
import { certainDateOf, dateOf } from './document-date.js';
import { type Form, formOf, type Layout } from './form.js';
import type { Block, IntakeDocument } from './document.js';
import { Gazetteer, gazetteer, type Mention } from './gazetteer.js';
import { isSalutation, isToHeading } from './headings.js';
import { homeOf } from './houses.js';
import { introduced, longNames, shortNames } from './introduced-names.js';
import { addressed } from './letter-address.js';
import { officeHolders } from './office-holders.js';
import { passageOf } from './passage.js';
import { headedTo, officeMeant } from './readers-meant.js';
import { recipients } from './recipients.js';
import { withSharedAdjectives } from './shared-adjectives.js';
import { subjectOf } from './subject-state.js';
import { toldNames } from './told-names.js';
import { voicesOf } from './voices.js';
import { blocOf, isOfTheUnion, seatOf, unionOf } from './unions.js';

/** What is true of a whole document and decides what its short words mean. */
export interface Setting {
  form: Form;
  title: string;
  /** The day it was adopted or is dated, if it says so. */
  date: string | null;
  /** The same, but not where a day that it only names may be another. */
  dated: string | null;
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
  /** What the body is called that speaks: "Authority", "EESC". */
  voices: ReadonlySet<string>;
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
  const subject = subjectOf(
    names,
    [words[title] ?? '', ...head],
    weigh(mentions.filter((mention) => !isLanguage(all, mention))),
    all,
  );
  if (subject !== null && !weights.has(subject)) weights.set(subject, 1);
  const letter = words.findIndex((line) => isSalutation(line));
  const union = unionOf(opening, names, mentions);
  const isEuropean = union === 'European Union';
  const memberStates = `${union ?? 'United Nations'} member states`;
  return {
    form: formOf(opening, all, letter >= 0 && letter < 40, layoutOf(document), names),
    title: words[title] ?? '',
    date: dateOf({ opening, head, words, all }),
    dated: certainDateOf({ opening, head, words, all }),
    subject,
    home: letter < 0 ? homeOf(all) : null,
    you:
      letter < 0
        ? headedTo(names, head, subject)
        : youOf({ names, blocks: document.blocks, words, letter, memberStates, weights }),
    memberStates,
    bloc: blocOf(mentions),
    short: shortNames(opening, { isEuropean, isOfTheUnion: isOfTheUnion(opening) }, all),
    long: longNames(all),
    told: toldNames(all, names),
    all,
    capitals: capitalsWithin(all),
    voices: voicesOf(words),
    names,
    weights,
  };
}

/** A letter, and where it greets. */
interface Written {
  names: Gazetteer;
  blocks: Block[];
  words: string[];
  letter: number;
  memberStates: string;
  weights: Map<string, number>;
}

function youOf({ names, blocks, words, letter, memberStates, weights }: Written): string[] {
  const head = words.slice(0, letter);
  const known = addressed(names, blocks, head, salutations(words, letter), memberStates);
  return (
    [known, officeMeant(words[letter] ?? '', weights)].find(({ length }) => length > 0) ??
    recipients(head, words.join('\n'))
  );
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

/** "In Portuguese, Sena and Ndau": an adjective behind which nothing stands is a language, or a people. */
const isLanguage = (all: string, { how, end }: Mention): boolean =>
  how === 'demonym' && /^(?:[,.;)]|\s(?:and|or)\s\p{Lu})/u.test(all.slice(end, end + 12));
