import { shownWhere } from '../access/shown-rows.js';
import { type EntityManager, In } from 'typeorm';
import { Evidence } from '../evidence/evidence.entity.js';
import { Engagement } from '../engagements/engagement.entity.js';
import { ContributionAct, ContributionEngagement, ContributionEvidence } from './contribution-act.entity.js';
import type { Contribution } from './contribution.entity.js';
import { isReadBy, type NamedGrounds } from './grounds.js';
import { shown } from '../evidence/shown.js';

interface SaidBefore {
  act: ContributionAct;
  hashes: Pick<ContributionAct, 'saidHash' | 'othersHash' | 'explanationsHash'>;
  /** What it spoke of and stood on; what may not be named any more is left out, and conditions are asked anew. */
  named: NamedGrounds;
}

/** The statement as it stands: what is said anew starts from it. */
export async function saidBefore(
  tx: EntityManager,
  { id, confidentiality }: Pick<Contribution, 'id' | 'confidentiality'>,
): Promise<SaidBefore> {
  const where = { contributionId: id, act: 'stated' as const };
  const act = await tx.findOneOrFail(ContributionAct, { where, order: { recordedAt: 'DESC', id: 'DESC' } });
  const { saidHash, othersHash, explanationsHash, strength, transitionId } = act;
  const named = await tx.findBy(ContributionEngagement, { actId: act.id });
  const cited = await tx.findBy(ContributionEvidence, { actId: act.id });
  const engagements = await tx.findBy(Engagement, shownWhere({ id: In(named.map((n) => n.engagementId)) }));
  const pieces = await tx.findBy(Evidence, shown({ id: In(cited.map((n) => n.evidenceId)) }));
  return {
    act,
    hashes: { saidHash, othersHash, explanationsHash },
    named: {
      strength: strength ?? 'not-known',
      transitionId,
      engagementIds: engagements.filter((one) => isReadBy(one, confidentiality)).map((one) => one.id),
      evidenceIds: pieces.filter((one) => one.withdrawal === 'none' && isReadBy(one, confidentiality)).map((p) => p.id),
    },
  };
}
