// The words of Korean, a file for each folder of the page.

import access from './ko/access.json';
import account from './ko/account.json';
import addressees from './ko/addressees.json';
import administration from './ko/administration.json';
import asOf from './ko/as-of.json';
import assessments from './ko/assessments.json';
import audit from './ko/audit.json';
import axes from './ko/axes.json';
import bulk from './ko/bulk.json';
import changes from './ko/changes.json';
import closing from './ko/closing.json';
import comments from './ko/comments.json';
import contributions from './ko/contributions.json';
import dataQuality from './ko/data-quality.json';
import dates from './ko/dates.json';
import engagements from './ko/engagements.json';
import evidence from './ko/evidence.json';
import figures from './ko/figures.json';
import followUps from './ko/follow-ups.json';
import forMe from './ko/for-me.json';
import frame from './ko/frame.json';
import identities from './ko/identities.json';
import harmFlags from './ko/harm-flags.json';
import inbox from './ko/inbox.json';
import intake from './ko/intake.json';
import linkCopies from './ko/link-copies.json';
import keys from './ko/keys.json';
import lowerings from './ko/lowerings.json';
import merges from './ko/merges.json';
import nextSteps from './ko/next-steps.json';
import occasions from './ko/occasions.json';
import overview from './ko/overview.json';
import pages from './ko/pages.json';
import paste from './ko/paste.json';
import phases from './ko/phases.json';
import readers from './ko/readers.json';
import recommendations from './ko/recommendations.json';
import review from './ko/review.json';
import savedViews from './ko/saved-views.json';
import secondFactors from './ko/second-factors.json';
import signIn from './ko/sign-in.json';
import silences from './ko/silences.json';
import sources from './ko/sources.json';
import tallies from './ko/tallies.json';
import workflows from './ko/workflows.json';

export const words = {
  access,
  account,
  addressees,
  administration,
  asOf,
  assessments,
  audit,
  axes,
  bulk,
  changes,
  closing,
  comments,
  contributions,
  dataQuality,
  dates,
  engagements,
  evidence,
  figures,
  followUps,
  forMe,
  frame,
  identities,
  harmFlags,
  inbox,
  intake,
  linkCopies,
  keys,
  lowerings,
  merges,
  nextSteps,
  occasions,
  overview,
  pages,
  paste,
  phases,
  readers,
  recommendations,
  review,
  savedViews,
  secondFactors,
  signIn,
  silences,
  sources,
  tallies,
  workflows,
};
