import { dataFile } from './data-file.js';

/** The words by which a language asks, as its data file lists them. */
export interface Grammar {
  asking: Record<string, string[]>;
  askingFrames: Record<
    'only-with-shall' | 'only-hoping' | 'only-of-a-party' | 'only-with-to' | 'only-in-press' | 'never-by-a-party',
    string[]
  >;
  renewing: string[];
  renewedBefore: string[];
  renewed: string[];
  advice: string[];
  advisedPast: string[];
  /** What an ask is called: "our request is that". */
  askingNouns: string[];
  adverbs: string[];
  modals: string[];
  /** Modals that tell as often as they ask. */
  needs: string[];
  modalAdverbs: string[];
  issuers: string[];
  issuerPronouns: string[];
  imperatives: string;
  passives: string[];
  history: string[];
  pressing: Record<string, string>;
  /** Verbs that take somebody as an object and move nobody: of helping, going, giving, appointing; and those that `pressing` has. */
  notMoving: string;
  raising: string[];
  raisedWith: string[];
  agendas: string[];
  /** Texts by which a body asks somebody: a resolution, a letter. */
  textsThatAsk: string[];
  /** "Use its influence with": verbs, what is used, and what stands before whoever is moved. */
  levers: Record<'verbs' | 'nouns' | 'joints', string[]>;
  /** "Send a message to". */
  messages: Record<'verbs' | 'nouns', string[]>;
  /** Verbs with what stands behind whoever is moved: "let ... know". */
  framed: Record<string, string>;
  /** "Obtain assurances from". */
  soughtFrom: Record<'verbs' | 'nouns', string[]>;
  /** What only another can give or do, so that whoever seeks it moves them: the release of prisoners. */
  sought: string[];
  /** "Open a dialogue with". */
  talks: Record<'verbs' | 'nouns', string[]>;
  /** What may be made to depend on somebody's deeds. */
  benefits: string[];
  /** What is done with it: withheld, granted, tied. */
  withholding: string[];
  /** "Attach conditions to". */
  conditionWords: Record<'verbs' | 'nouns', string[]>;
  /** Verbs of making sure, of speaking and of what is done to whoever is moved, and what is asked of somebody ("their consent"). */
  frames: Record<'sure' | 'speaking' | 'moved' | 'consent', string[]>;
  /** What is given to somebody who is to act, with the verbs; how one is with them, what bears on them; what "with" joins to both alike. */
  sides: Record<'giving' | 'given' | 'candid' | 'pressure' | 'meetings' | 'airing' | 'binding', string[]>;
  /** Verbs by which a story tells that somebody asks, besides `asking`. */
  pressAsking: Record<string, string[]>;
  /** What a body is called that is not named: "the world body". */
  describedBodies: Record<string, string>;
  /** Who holds a land without being its state. */
  deFactoPowers: string[];
  /** What bodies are that are no organs of states: "company", "exchange". */
  bodyNouns: string[];
  /** What large organizations are called in short. */
  ngos: Record<string, string>;
  /** Who acts for such a body: "its board". */
  headsOfBodies: string[];
  /** Adjectives and short names that several states have. */
  sharedAdjectives: Record<string, string[]>;
  /** What somebody is to do, by a noun: "a step", "the responsibility". */
  tasks: string[];
  /** Verbs in the past that no rule takes back to the form of an order. */
  irregular: Record<string, string>;
  /** States that are kingdoms, for "the kingdom". */
  kingdoms: string[];
  /** "Was told to", in a story. */
  pressPassives: string[];
  conditional: string[];
  organs: string[];
  /** Parliaments by names of their own, and their states. */
  houses: Record<string, string>;
  /** Offices and seats that only one state has by this name: "State Department". */
  offices: Record<string, string>;
  /** What tells whose house it is whose name many states have, and the states. */
  houseSigns: Record<string, string>;
  notOrgans: string[];
  groups: string[];
  notActors: string[];
  groupTrim: string[];
  stateParty: string[];
  statePlurals: string[];
  memberWords: string[];
  recommendationsHeading: string[];
  headingTo: string[];
  closedHeading: string[];
  /** Verbs by which a house only states: a list below them is no list of asks. */
  stating: string[];
  closings: string[];
  salutations: string[];
  furniture: string[];
  captions: string[];
  demands: string[];
  listedThings: string[];
  demandNouns: string[];
  formulas: string[];
  vague: string[];
  lawSays: string[];
}

export const grammar = dataFile('grammar.en.json') as Grammar;

/** One expression for any of these phrases, longest first so that "called upon" is not read as "called". */
export function anyOf(phrases: readonly string[]): string {
  const sorted = [...new Set(phrases)].sort((a, b) => b.length - a.length);
  return `(?:${sorted.map((phrase) => escaped(phrase).replace(/ /g, '\\s+')).join('|')})`;
}

/** A phrase that means itself inside an expression. */
export function escaped(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Verbs as a list item begins with them. */
export const imperatives = new Set(grammar.imperatives.split(' '));
