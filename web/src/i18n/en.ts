// The words of English, a file for each folder of the page.

import account from './en/account.json';
import administration from './en/administration.json';
import axes from './en/axes.json';
import dates from './en/dates.json';
import evidence from './en/evidence.json';
import frame from './en/frame.json';
import keys from './en/keys.json';
import pages from './en/pages.json';
import phases from './en/phases.json';
import signIn from './en/sign-in.json';
import followUps from './en/follow-ups.json';
import closing from './en/closing.json';
import recommendations from './en/recommendations.json';
import forMe from './en/for-me.json';
import review from './en/review.json';

export const words = {
  account,
  administration,
  review,
  forMe,
  recommendations,
  closing,
  followUps,
  axes,
  dates,
  evidence,
  frame,
  keys,
  pages,
  phases,
  signIn,
};
