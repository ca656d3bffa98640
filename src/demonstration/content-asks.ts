// What was asked, where, of whom, by when, and how far it came.

export interface ContentSource {
  code: string;
  title: string;
  kind: 'letter' | 'report' | 'resolution' | 'article' | 'brief' | 'other';
  symbol?: string;
  mechanism?: string;
  session?: string;
  issuedOn: string;
  language: string;
  url?: string;
  issuers: string[];
  recipients?: string[];
  copies?: string[];
  note: string;
}

/** An ask, or a limb of one (`partOf` and `label`). A whole stands before its parts and has no follow-ups of its own. */
export interface ContentRecommendation {
  code: string;
  title: string;
  text: string;
  translations: { ko: { title: string; text: string } };
  source: string;
  section?: string;
  paragraph: string;
  partOf?: string;
  label?: string;
  themes: string[];
  madeBy?: string[];
  affectedPersons?: string[];
  legalBasis?: string[];
  sdg?: string[];
  subjectCountry?: string;
  condition?: string;
  nature?: 'once' | 'recurring' | 'continuing';
  /** Each stands after those it goes through. */
  followUps?: ContentFollowUp[];
}

export type ContentAxis = 'response' | 'implementation';

/** One recommendation as followed with one addressee. */
export interface ContentFollowUp {
  addressee: string;
  asked: boolean;
  /** What this link of the chain must do. */
  ask: string;
  /** Addressees of the same recommendation that this one is pressed through. */
  through?: string[];
  /** The group that it is followed as a member of. */
  viaGroup?: string;
  /** Other than `advocacy-response` and `implementation`. */
  workflows?: Partial<Record<ContentAxis, string>>;
  evidence?: ContentTrackEvidence[];
  /** In the order in which they are made. */
  transitions?: ContentTransition[];
}

export interface ContentTrackEvidence {
  axis: ContentAxis;
  evidence: string;
  stance: 'supports' | 'contradicts' | 'context';
  shows?: 'reply' | 'act';
}

/** A move of one of a follow-up's tracks; its evidence is linked to that track. */
export interface ContentTransition {
  axis: ContentAxis;
  transition: string;
  to: string;
  occurredOn: string;
  note: string;
  evidence: string[];
}

/** Of a recommendation and so of all its follow-ups. */
export interface ContentDeadline {
  recommendation: string;
  axis: ContentAxis;
  dueOn: string;
  basis: string;
  /** States that meet it; nothing: those that count as fulfilled. */
  metBy?: string[];
}

export interface ContentOccasion {
  recommendation: string;
  /** EDTF. */
  occurredOn: string;
  outcome: 'done' | 'not-done' | 'not-known';
  note: string;
  /** Key of the piece. */
  evidence: string;
}

export interface ContentRelation {
  recommendation: string;
  kind: 'repeats' | 'supersedes' | 'conflicts-with' | 'echoes';
  other: string;
  note: string;
}

/** A document that came in. Each ask of it is followed already, as a recommendation, but for those that somebody is still to decide on. */
export interface ContentDocument {
  title: string;
  content: string;
  /** By the code of the recommendation: the words of the document. */
  asks: { recommendation: string; text: string }[];
  undecided: string[];
}
