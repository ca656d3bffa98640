// The shapes of what a demonstration workspace holds. Everything is known by its own code; a loader turns codes into ids.

import type { ContentHeldBack } from './content-held-back.js';
import type { ContentComment, ContentStep } from './content-workings.js';
import type { CreateAssessmentDto } from '../assessments/assessment.dto.js';
import type { CreateEngagementDto } from '../engagements/engagement.dto.js';
import type { EngagementShows } from '../engagements/engagement-evidence.entity.js';
import type { CreateTallyDto } from '../tallies/tally.dto.js';

/** The same words in other languages. Korean is always there. */
export interface InKorean {
  ko: string;
}

export interface ContentOrganization {
  code: string;
  name: string;
}

/** An account and its membership. Both names are invented. */
export interface ContentAccount {
  email: string;
  name: string;
  organization: string;
  roles: ('administrator' | 'editor' | 'verifier' | 'partner' | 'auditor')[];
}

export interface ContentTheme {
  code: string;
  label: string;
  labels: InKorean;
}

export interface ContentAddressee {
  code: string;
  kind: 'state' | 'group' | 'regional-organization' | 'un-body' | 'company' | 'other';
  isoCode?: string;
  name: string;
  names: InKorean;
  aliases?: string[];
  /** Of a group: how many it has, listed here or not. */
  memberCount?: number;
  members?: ContentMember[];
}

/** EDTF dates; `until` is the first day on which it is no longer a member. */
export interface ContentMember {
  addressee: string;
  from?: string;
  until?: string;
}

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

/** A public page and what it says, in our words. One address has one origin. */
export interface ContentEvidence {
  key: string;
  title: string;
  url: string;
  finding: string;
  locator?: string;
  publisher: string;
  origin: string;
  publishedOn: string;
  language: string;
  reliability?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  credibility?: 1 | 2 | 3 | 4 | 5 | 6;
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

export interface ContentEngagement {
  kind: 'letter' | 'request' | 'reminder' | 'meeting' | 'statement' | 'hearing' | 'event';
  /** The addressee whose act it was; nothing: the organization's that enters it. */
  byAddressee?: string;
  occurredOn: string;
  summary: string;
  outcome?: string;
  addressees: string[];
  recommendations: string[];
  /** As the source calls them, by role. */
  participants: NonNullable<CreateEngagementDto['participants']>;
  /** Keys of the pieces that show the act itself. */
  evidence: { piece: string; shows: EngagementShows }[];
}

/** What one of the accounts finds for its organization, of one track; and what another one objects to it. */
export interface ContentAssessment {
  /** An e-mail address. */
  by: string;
  recommendation: string;
  addressee: string;
  axis: ContentAxis;
  phase: CreateAssessmentDto['phase'];
  confidence: 'high' | 'medium' | 'low';
  occurredOn: string;
  reasons: string;
  evidence: string[];
  objection?: { by: string; reasons: string; answer?: { by: string; reasons: string } };
}

/** What an organization says of its part in an outcome. */
export interface ContentContribution {
  /** An e-mail address. */
  by: string;
  recommendation: string;
  addressee: string;
  strength: 'not-known' | 'plausible';
  statement: string;
  othersPart?: string;
  otherExplanations?: string;
}

/** A measured quantity, with all that the sources say of it: figures that clash stand side by side. */
export interface ContentIndicator {
  title: string;
  unit: string;
  target?: number;
  note?: string;
  recommendations: string[];
  observations: ContentObservation[];
}

/** A value or a range, as plain counts. */
export interface ContentObservation {
  period: string;
  value?: number;
  low?: number;
  high?: number;
  estimate: boolean;
  saidBy: string;
  note?: string;
  breaksSeries?: boolean;
  evidence: string[];
}

/** A number that is counted over all that was entered, and kept. */
export type ContentTally = Pick<CreateTallyDto, 'title' | 'axis' | 'phases' | 'unit' | 'from' | 'to'>;

/** A document that came in. Each ask of it is followed already, as a recommendation, but for those that somebody is still to decide on. */
export interface ContentDocument {
  title: string;
  content: string;
  /** By the code of the recommendation: the words of the document. */
  asks: { recommendation: string; text: string }[];
  undecided: string[];
}

/** One demonstration workspace. All of it comes from published documents or is invented: it may be entered as public, and but for `heldBack` it is. */
export interface DemonstrationContent {
  workspace: { slug: string; name: string; timeZone: string };
  organizations: ContentOrganization[];
  accounts: ContentAccount[];
  /** What was written from this day on is entered last, so that there is a time before it was known. */
  lastReport?: string;
  /** The account that enters it all. */
  enteredBy: string;
  themes: ContentTheme[];
  addressees: ContentAddressee[];
  sources: ContentSource[];
  evidence: ContentEvidence[];
  recommendations: ContentRecommendation[];
  relations: ContentRelation[];
  occasions: ContentOccasion[];
  deadlines: ContentDeadline[];
  engagements: ContentEngagement[];
  assessments: ContentAssessment[];
  contributions: ContentContribution[];
  indicators: ContentIndicator[];
  tallies: ContentTally[];
  documents: ContentDocument[];
  heldBack: ContentHeldBack[];
  comments: ContentComment[];
  steps: ContentStep[];
}
