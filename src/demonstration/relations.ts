import type { ContentRelation } from './content-asks.js';

export const relations: ContentRelation[] = [
  {
    recommendation: 'EU10-10(c)',
    kind: 'repeats',
    other: 'EU10-08',
    note: 'The letter has the same sentence twice, word for word.',
  },
  {
    recommendation: 'EU10-09(b)',
    kind: 'repeats',
    other: 'EU10-05',
    note: 'In other words: the agenda for talks asks it of those who come back, the refugee part of all who left.',
  },
  {
    recommendation: 'LINK24-01',
    kind: 'conflicts-with',
    other: 'UN17-08(a)',
    note: 'One wants North Koreans to work abroad lawfully, the other wants them sent home. Both stay.',
  },
];
