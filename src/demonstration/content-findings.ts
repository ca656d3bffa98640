// What shows how it stands: evidence, meetings, findings and figures.

import type { CreateAssessmentDto } from '../assessments/assessment.dto.js';
import type { EngagementShows } from '../engagements/engagement-evidence.entity.js';
import type { CreateEngagementDto } from '../engagements/engagement.dto.js';
import type { CreateTallyDto } from '../tallies/tally.dto.js';
import type { ContentAxis } from './content-asks.js';

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
