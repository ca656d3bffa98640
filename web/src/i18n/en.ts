// The words of English, a file for each folder of the page.

import access from './en/access.json';
import account from './en/account.json';
import addressees from './en/addressees.json';
import administration from './en/administration.json';
import asOf from './en/as-of.json';
import assessments from './en/assessments.json';
import audit from './en/audit.json';
import axes from './en/axes.json';
import bulk from './en/bulk.json';
import changes from './en/changes.json';
import closing from './en/closing.json';
import comments from './en/comments.json';
import contributions from './en/contributions.json';
import dataQuality from './en/data-quality.json';
import dates from './en/dates.json';
import engagements from './en/engagements.json';
import evidence from './en/evidence.json';
import figures from './en/figures.json';
import followUps from './en/follow-ups.json';
import forMe from './en/for-me.json';
import frame from './en/frame.json';
import identities from './en/identities.json';
import harmFlags from './en/harm-flags.json';
import inbox from './en/inbox.json';
import intake from './en/intake.json';
import linkCopies from './en/link-copies.json';
import keys from './en/keys.json';
import lowerings from './en/lowerings.json';
import merges from './en/merges.json';
import nextSteps from './en/next-steps.json';
import occasions from './en/occasions.json';
import overview from './en/overview.json';
import pages from './en/pages.json';
import paste from './en/paste.json';
import phases from './en/phases.json';
import readers from './en/readers.json';
import recommendations from './en/recommendations.json';
import review from './en/review.json';
import savedViews from './en/saved-views.json';
import secondFactors from './en/second-factors.json';
import signIn from './en/sign-in.json';
import silences from './en/silences.json';
import sources from './en/sources.json';
import tallies from './en/tallies.json';
import workflows from './en/workflows.json';

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
