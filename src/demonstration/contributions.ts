import type { ContentContribution } from './content-findings.js';

/** Invented organizations. The documents tell nothing of what advocacy did, and that is what is said. */
export const contributions: ContentContribution[] = [
  {
    by: 'editor@heed.example',
    recommendation: 'UN17-08(a)',
    addressee: 'UN-MS-2397',
    strength: 'not-known',
    statement: 'Nothing in the documents shows what our advocacy had to do with the return of these workers.',
    otherExplanations: 'The resolution itself binds every member state, and set them a date.',
  },
];
