import type { ContentAssessment } from './content-findings.js';

/** Part (a) of paragraph 8, with all member states as one: what was found on it depends on when one looked, and at which figures. */
const returned = {
  recommendation: 'UN17-08(a)',
  addressee: 'UN-MS-2397',
  axis: 'implementation',
} satisfies Partial<ContentAssessment>;

/** Invented organizations; what they stand on are figures of the documents, as the evidence passes them on. */
export const assessments: ContentAssessment[] = [
  {
    ...returned,
    by: 'editor@heed.example',
    phase: 'progressing',
    confidence: 'medium',
    occurredOn: '2019-12-16',
    reasons:
      'By the reports of 48 states some 23,000 workers had gone back, six days before the date. That is a beginning, not the whole: an estimated 80,000 were still in China.',
    evidence: ['nkdb-48'],
    objection: {
      by: 'partner@heed.example',
      reasons: 'The 48 states are not named, and the count does not add up with those that the brief names.',
      answer: {
        by: 'editor@heed.example',
        reasons: 'That is so, and the evidence says it. The figure is given as what was reported, hence medium.',
      },
    },
  },
  {
    ...returned,
    by: 'partner@heed.example',
    phase: 'not-done',
    confidence: 'medium',
    occurredOn: '2019-12-24',
    reasons:
      'The date has passed. About 80,000 were in China by the estimate of NKDB, and those who fled tell of workers who were still being sent, on other visas.',
    evidence: ['nkdb-china-80000', 'nkdb-evasion'],
  },
  {
    ...returned,
    by: 'analyst@heed.example',
    phase: 'reversed',
    confidence: 'low',
    occurredOn: '2023',
    reasons:
      'About 100,000 in about 40 countries in 2023, and contracts for 400,000 more: more than were ever counted as returned. How many of them are new is not known, hence low.',
    evidence: ['panel-100000', 'panel-400000'],
  },
];
