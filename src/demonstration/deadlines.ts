import type { ContentDeadline } from './content-asks.js';

/** The letter and the articles set none. */
export const deadlines: ContentDeadline[] = [
  {
    recommendation: 'UN17-08(a)',
    axis: 'implementation',
    dueOn: '2019-12-22',
    basis: 'Derived: 24 months after adoption on 22 December 2017',
  },
  {
    recommendation: 'UN17-08(b)',
    axis: 'implementation',
    dueOn: '2019-03-22',
    basis: 'Derived: 15 months after adoption on 22 December 2017 (midterm report)',
    // A report without figures is not what was due: the midterm report is to say how many were returned.
    metBy: ['midterm-submitted', 'final-submitted', 'nil-report'],
  },
  {
    recommendation: 'UN17-08(b)',
    axis: 'implementation',
    dueOn: '2020-03-22',
    basis: 'Derived: 27 months after adoption on 22 December 2017 (final report)',
    metBy: ['final-submitted', 'nil-report'],
  },
];
