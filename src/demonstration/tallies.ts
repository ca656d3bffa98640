import type { ContentTally } from './content-findings.js';

/** Almost all history was brought in from the documents: the second number is 0, and says what it therefore leaves out. */
export const tallies: ContentTally[] = [
  {
    title: 'What was begun or done, by the documents',
    axis: 'implementation',
    phases: ['progressing', 'fulfilled'],
    unit: 'followUp',
  },
  {
    title: 'What came to be under way in 2019',
    axis: 'implementation',
    phases: ['progressing'],
    unit: 'recommendation',
    from: '2019-01-01',
    to: '2019-12-31',
  },
];
