import type { ContentComment, ContentStep } from './content-workings.js';

/** How a coalition works with its record. Invented, and says nothing of any government that the documents don't say. */
export const comments: ContentComment[] = [
  {
    by: 'editor@heed.example',
    on: { recommendation: 'EU10-02', addressee: 'EU' },
    text: 'Shall we ask the EEAS for a written answer, or for a meeting first?',
    mentions: ['partner@heed.example'],
    replies: [{ by: 'partner@heed.example', text: 'A meeting first. We can ask for a date in Brussels.' }],
  },
  {
    by: 'analyst@heed.example',
    on: { recommendation: 'UN17-08(b)', addressee: 'UN-MS-2397' },
    text: 'Do we count a midterm report without figures as submitted?',
    mentions: [],
    replies: [
      {
        by: 'editor@heed.example',
        text: 'No: the paragraph asks how many were sent back. The deadline stays unmet until a report says so.',
      },
    ],
    isResolved: true,
  },
  {
    by: 'partner@heed.example',
    on: { evidence: 'nkdb-48' },
    text: 'Who can add the page on which this figure stands? I would like to cite it.',
    mentions: ['editor@heed.example'],
    replies: [],
  },
];

export const steps: ContentStep[] = [
  {
    by: 'editor@heed.example',
    on: { source: 'letter-2010' },
    what: 'Go through the letter with the partners, and say of each ask whether we still stand by it.',
    dueOn: '2027-01',
  },
  {
    by: 'partner@heed.example',
    on: { recommendation: 'EU10-02', addressee: 'EU' },
    what: 'Ask the EEAS for the date of a meeting.',
    dueOn: '2026-12',
  },
  {
    by: 'editor@heed.example',
    on: { recommendation: 'UN17-08(b)', addressee: 'UN-MS-2397' },
    what: 'Look through the reports that the committee has published, and list whose final report is missing.',
    dueOn: '2026-11',
  },
];
