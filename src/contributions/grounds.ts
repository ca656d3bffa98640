// What a statement speaks of and stands on: whether whoever reads it may read that too, and whether it bears the strength that is claimed.

import { shownWhere } from '../access/shown-rows.js';
import { type EntityManager, In } from 'typeorm';
import { type Problem, problems, type Unmet } from '../common/problem.js';
import { run } from '../common/statement.js';
import { say, type Words } from '../common/words.js';
import { Engagement } from '../engagements/engagement.entity.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Track } from '../follow-ups/track.entity.js';
import { Transition } from '../follow-ups/transition.entity.js';
import { CONTRIBUTION_LEVELS, type ContributionLevel, type Strength } from './contribution.entity.js';
import { REPLIES } from './contributions.queries.js';
import { shown } from '../evidence/shown.js';

export interface Grounds {
  strength: Strength;
  transitionId: string | null;
  engagementIds: string[];
  pieces: Evidence[];
}
export interface NamedGrounds {
  strength: Strength;
  transitionId?: string | null | undefined;
  engagementIds?: string[] | undefined;
  evidenceIds?: string[] | undefined;
}

/** 404 with a pointer for what the actor may not know, 422 for what readers of the statement may not, and for conditions that are not met. */
export async function groundsOf(
  tx: EntityManager,
  followUpId: string,
  level: ContributionLevel,
  { strength, transitionId = null, engagementIds = [], evidenceIds = [] }: NamedGrounds,
): Promise<Grounds> {
  if (transitionId !== null) await checkOutcome(tx, followUpId, transitionId);
  await checkEngagements(tx, engagementIds, level);
  const pieces = await getPieces(tx, evidenceIds, level);
  const unmet = await unmetBy(tx, followUpId, strength, pieces);
  if (unmet.length > 0) throw problems.unmetHere('/strength', unmet);
  return { strength, transitionId, engagementIds, pieces };
}

/** No more open than the recommendation that it speaks of. */
export function levelFor(least: ContributionLevel, wanted: ContributionLevel | undefined): ContributionLevel {
  if (wanted === undefined) return least === 'organization' ? 'organization' : 'coalition';
  if (closeness(wanted) >= closeness(least)) return wanted;
  throw problems.unfit(
    '/confidentiality',
    'too-open',
    say`Our part in something is read by no more people than the recommendation that it speaks of.`,
  );
}

const closeness = (level: ContributionLevel): number => CONTRIBUTION_LEVELS.indexOf(level);

async function checkOutcome(tx: EntityManager, followUpId: string, transitionId: string): Promise<void> {
  const transition = await tx.findOneBy(Transition, { id: transitionId });
  const track = transition && (await tx.findOneBy(Track, shownWhere({ id: transition.trackId })));
  if (!track) throw problems.notFound('/transitionId');
  if (track.followUpId === followUpId) return;
  throw problems.unfit('/transitionId', 'another-follow-up', say`What happened there belongs to another follow-up.`);
}

async function checkEngagements(tx: EntityManager, ids: string[], level: ContributionLevel): Promise<void> {
  const found = ids.length === 0 ? [] : await tx.findBy(Engagement, shownWhere({ id: In(ids) }));
  for (const [n, id] of ids.entries()) {
    const engagement = found.find((e) => e.id === id);
    if (!engagement) throw problems.notFound(`/engagementIds/${String(n)}`);
    if (closeness(engagement.confidentiality) > Math.max(closeness(level), closeness('coalition')))
      throw tooConfidential(
        `/engagementIds/${String(n)}`,
        say`Those who read the statement may not read of this engagement.`,
      );
  }
}

async function getPieces(tx: EntityManager, ids: string[], level: ContributionLevel): Promise<Evidence[]> {
  const found = ids.length === 0 ? [] : await tx.findBy(Evidence, shown({ id: In(ids) }));
  return ids.map((id, n) => {
    const pointer = `/evidenceIds/${String(n)}`;
    const piece = found.find((e) => e.id === id);
    if (!piece) throw problems.notFound(pointer);
    if (piece.withdrawal !== 'none')
      throw problems.unfit(pointer, 'withdrawn', say`This piece was withdrawn: nothing may stand on it.`);
    if (isReadBy(piece, level)) return piece;
    throw tooConfidential(pointer, say`Those who read the statement may not read this piece.`);
  });
}

/** Whether a piece may be read by whoever reads a statement at that level. */
export const isReadBy = ({ confidentiality }: Pick<Evidence, 'confidentiality'>, level: ContributionLevel): boolean =>
  confidentiality === 'public' ||
  confidentiality === 'coalition' ||
  (level === 'organization' && confidentiality === 'organization');

const tooConfidential = (pointer: string, why: Words): Problem => problems.unfit(pointer, 'too-confidential', why);

/** What a strength needs. What was declined, or not accepted yet, bears nothing. */
async function unmetBy(
  tx: EntityManager,
  followUpId: string,
  strength: Strength,
  pieces: Evidence[],
): Promise<Unmet[]> {
  const accepted = pieces.filter((piece) => piece.acceptance === 'accepted').map(({ id }) => id);
  if (strength === 'documented' && accepted.length === 0)
    return [
      { condition: 'has-evidence', message: say`Name a piece of accepted evidence that documents your part in it.` },
    ];
  if (strength !== 'confirmed-by-addressee') return [];
  const replies = await run<{ id: string }>(tx, REPLIES, [followUpId, accepted]);
  if (replies.length > 0) return [];
  return [
    {
      condition: 'has-reply',
      message: say`Name a piece of accepted evidence that is attached here as a reply of the addressee, in which they say so.`,
    },
  ];
}
