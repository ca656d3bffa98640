import type { Contribution, Said } from './contributions';

/** What a form begins with: the statement as it stands, or nothing said yet. */
export function begun(read: Contribution | undefined): Said {
  return {
    statement: read?.statement ?? '',
    othersPart: read?.othersPart ?? '',
    otherExplanations: read?.otherExplanations ?? '',
    strength: read?.strength ?? 'plausible',
    transitionId: read?.outcome?.id ?? null,
    engagementIds: read?.engagements.map(({ id }) => id) ?? [],
    evidenceIds: read?.evidence.filter(({ withdrawal }) => withdrawal === 'none').map(({ id }) => id) ?? [],
    confidentiality: read?.confidentiality ?? 'coalition',
  };
}

/** What was left empty is not said. */
export const cleaned = ({ othersPart, otherExplanations, ...said }: Said): Said => ({
  ...said,
  statement: said.statement.trim(),
  othersPart: othersPart?.trim() || null,
  otherExplanations: otherExplanations?.trim() || null,
});
