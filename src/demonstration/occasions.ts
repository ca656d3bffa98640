import type { ContentOccasion } from './content-asks.js';

export const occasions: ContentOccasion[] = [
  {
    recommendation: 'EU10-18',
    occurredOn: '2008',
    outcome: 'not-done',
    note: 'A visit by the UN envoy on human rights was turned down.',
    evidence: 'letter-kaesong-access',
  },
];
