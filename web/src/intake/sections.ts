// Proposals by the sections that the document has them in. Pure.

import type { Proposal } from './intake';

export interface Section {
  name: string | null;
  /** How many proposals stand before it. */
  first: number;
  proposals: Proposal[];
}

export function sectionsOf(proposals: Proposal[]): Section[] {
  const sections: Section[] = [];
  proposals.forEach((proposal, at) => {
    const last = sections.at(-1);
    if (last?.name === proposal.section) last.proposals.push(proposal);
    else sections.push({ name: proposal.section, first: at, proposals: [proposal] });
  });
  return sections;
}
