import { capitalsWithin } from './capital-words.js';
import { certainDateOf, dateOf } from './document-date.js';
import { type Form, formOf, type Layout } from './form.js';
import type { Block, IntakeDocument } from './document.js';
import { Gazetteer, gazetteer, type Mention } from './gazetteer.js';
import { isSalutation, isToHeading } from './headings.js';
import { homeOf } from './houses.js';
import { introduced, longNames, shortNames } from './introduced-names.js';
import { officeHolders } from './office-holders.js';
import { passageOf } from './passage.js';
import type { Reader } from './readers.js';
import { readersOf } from './readers-meant.js';
import { withSharedAdjectives } from './shared-adjectives.js';
import { subjectOf } from './subject-state.js';
import { toldNames } from './told-names.js';
import { voicesOf } from './voices.js';
import { isLanguage, weigh } from './weights.js';
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
  /** Whom a letter addresses, at the place that is being read: of several readers it may turn to one. */
  you: string[];
  /** All to whom a letter is written. */
  readers: readonly Reader[];
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
  const subject = aboutWhich({ names, all, mentions, weights }, [words[title] ?? '', ...head]);
  const letter = words.findIndex((line) => isSalutation(line));
  const union = unionOf(opening, names, mentions);
  const memberStates = `${union ?? 'United Nations'} member states`;
  return {
    form: formOf(opening, all, letter >= 0 && letter < 40, layoutOf(document), names),
    title: words[title] ?? '',
    date: dateOf({ opening, head, words, all }),
    dated: certainDateOf({ opening, head, words, all }),
    subject,
    home: letter < 0 ? homeOf(all) : null,
    ...readersOf({ names, blocks: document.blocks, words, head, letter, memberStates, weights, subject }),
    memberStates,
    bloc: blocOf(mentions),
    short: shortNames(opening, { isEuropean: union === 'European Union', isOfTheUnion: isOfTheUnion(opening) }, all),
    long: longNames(all),
    told: toldNames(all, names),
    all,
    capitals: capitalsWithin(all),
    voices: voicesOf(words),
    names,
    weights,
  };
}

/** The state that a text is about; it counts as named, also where only its places are. */
function aboutWhich(
  { names, all, mentions, weights }: Pick<Setting, 'names' | 'all' | 'weights'> & { mentions: Mention[] },
  head: string[],
): string | null {
  const spoken = mentions.filter((mention) => !isLanguage(all, mention));
  const subject = subjectOf(names, head, weigh(spoken), all);
  if (subject !== null && !weights.has(subject)) weights.set(subject, 1);
  return subject;
}

const layoutOf = ({ blocks }: IntakeDocument): Layout => ({
  hasRows: blocks.filter(({ kind }) => kind === 'row').length > 1,
  isNumbered: blocks.filter(({ kind, label }) => kind === 'paragraph' && label !== undefined).length > FEW,
});
/** So many numbered lines a story may have. */
const FEW = 4;

/** From where on a document speaks: above it are the letterhead and the title. */
function isText(block: Block, words: string): boolean {
  if (block.kind === 'paragraph') return !isSalutation(words) && (block.label !== undefined || words.length > 60);
  return block.kind === 'item' || (block.kind === 'heading' && isToHeading(words));
}
