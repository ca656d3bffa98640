// What chance does not find: by operation, the data with which it works ('valid') or fails in a way that the document names.
// All that a recipe leaves open is drawn from the document, so a new operation needs none, or a line or two.

import { ADDRESSEES } from './recipes/addressees.js';
import { ASSESSMENTS } from './recipes/assessments.js';
import { CONTRIBUTIONS } from './recipes/contributions.js';
import { DATA_QUALITY } from './recipes/data-quality.js';
import { AUTH } from './recipes/auth.js';
import { BULK_ACTIONS } from './recipes/bulk-actions.js';
import { CHANGES } from './recipes/changes.js';
import { ENGAGEMENTS } from './recipes/engagements.js';
import { EVIDENCE } from './recipes/evidence.js';
import { FOLLOW_UPS } from './recipes/follow-ups.js';
import { MERGES } from './recipes/merges.js';
import { INDICATORS } from './recipes/indicators.js';
import { NEXT_STEPS } from './recipes/next-steps.js';
import { COMMENTS } from './recipes/comments.js';
import { OCCASIONS } from './recipes/occasions.js';
import { IDENTITY_PROVIDERS } from './recipes/identity-providers.js';
import { INBOX } from './recipes/inbox.js';
import { INTAKE } from './recipes/intake.js';
import { ORGANIZATIONS } from './recipes/organizations.js';
import { RECOMMENDATIONS } from './recipes/recommendations.js';
import { SAVED_VIEWS } from './recipes/saved-views.js';
import { TALLIES } from './recipes/tallies.js';
import { TAXONOMY } from './recipes/taxonomy.js';
import { TRACKS } from './recipes/tracks.js';
import { WORKFLOWS } from './recipes/workflows.js';
import type { Recipes } from './round.js';

export const RECIPES: Recipes = {
  ...AUTH,
  ...ORGANIZATIONS,
  ...IDENTITY_PROVIDERS,
  ...TAXONOMY,
  ...ADDRESSEES,
  ...CHANGES,
  ...ENGAGEMENTS,
  ...EVIDENCE,
  ...INBOX,
  ...INDICATORS,
  ...NEXT_STEPS,
  ...COMMENTS,
  ...TALLIES,
  ...OCCASIONS,
  ...INTAKE,
  ...WORKFLOWS,
  ...RECOMMENDATIONS,
  ...FOLLOW_UPS,
  ...TRACKS,
  ...ASSESSMENTS,
  ...CONTRIBUTIONS,
  ...DATA_QUALITY,
  ...MERGES,
  ...BULK_ACTIONS,
  ...SAVED_VIEWS,
};
