// The words of Korean, a file for each folder of the page.

import account from './ko/account.json';
import administration from './ko/administration.json';
import axes from './ko/axes.json';
import dates from './ko/dates.json';
import evidence from './ko/evidence.json';
import frame from './ko/frame.json';
import keys from './ko/keys.json';
import pages from './ko/pages.json';
import phases from './ko/phases.json';
import signIn from './ko/sign-in.json';
import followUps from './ko/follow-ups.json';
import closing from './ko/closing.json';
import recommendations from './ko/recommendations.json';
import forMe from './ko/for-me.json';
import review from './ko/review.json';

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
