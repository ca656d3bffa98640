// What a demonstration workspace holds. Everything is known by its own code; a loader turns codes into ids.

import type {
  ContentDeadline,
  ContentDocument,
  ContentOccasion,
  ContentRecommendation,
  ContentRelation,
  ContentSource,
} from './content-asks.js';
import type {
  ContentAssessment,
  ContentContribution,
  ContentEngagement,
  ContentEvidence,
  ContentIndicator,
  ContentTally,
} from './content-findings.js';
import type { ContentAccount, ContentAddressee, ContentOrganization, ContentTheme } from './content-people.js';
import type { ContentHeldBack } from './content-held-back.js';
import type { ContentComment, ContentStep } from './content-workings.js';

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
