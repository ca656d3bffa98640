import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { Evidence } from '../evidence/evidence.entity.js';
import type { EvidenceFact } from '../workflows/evidence-condition.js';
import type { Condition, EvidenceCondition, Shows, Stance } from '../workflows/workflow.definition.js';
import type { Track } from './track.entity.js';
import { linkEvidence } from './track-evidence-link.js';
import { shown } from '../evidence/shown.js';

/** What a transition cites, and all evidence of the track with it. */
export interface Citation {
  cited: { evidenceId: string; evidenceVersion: number; stance: Stance }[];
  evidence: EvidenceFact[];
}

/** Evidence that is named by a transition: in one act, it is linked where it isn't yet. */
@Injectable()
export class EvidenceCitations {
  /**
   * 404 for a piece that the actor may not know; 422 for one that nothing may stand on (withdrawn, declined, proposed, too confidential).
   * A piece that is not linked yet is linked with the stance that the conditions ask for.
   */
  async cite(
    tx: EntityManager,
    actor: Actor,
    track: Track,
    ids: string[],
    conditions: Condition[],
    linked: EvidenceFact[],
  ): Promise<Citation> {
    const pieces = await this.getPieces(tx, ids);
    const asked = askedOf(conditions);
    const added: EvidenceFact[] = [];
    for (const piece of pieces.filter((p) => !linked.some((fact) => fact.id === p.id))) {
      await linkEvidence(tx, actor, track.id, { evidenceId: piece.id, ...asked });
      added.push(factOf(piece, asked, actor.personId));
    }
    const evidence = [...linked, ...added];
    const stanceOf = (id: string): Stance => evidence.find((fact) => fact.id === id)?.stance ?? 'context';
    return {
      evidence,
      cited: pieces.map(({ id, version }) => ({ evidenceId: id, evidenceVersion: version, stance: stanceOf(id) })),
    };
  }

  private async getPieces(tx: EntityManager, ids: string[]): Promise<Evidence[]> {
    const found = ids.length === 0 ? [] : await tx.findBy(Evidence, shown({ id: In(ids) }));
    return ids.map((id, n) => {
      const piece = found.find((e) => e.id === id);
      if (!piece) throw problems.notFound(`/evidenceIds/${String(n)}`);
      checkCounts(piece, `/evidenceIds/${String(n)}`);
      return piece;
    });
  }
}

function checkCounts(piece: Evidence, pointer: string): void {
  if (piece.withdrawal !== 'none')
    throw problems.unfit(pointer, 'withdrawn', say`This piece was withdrawn: nothing may stand on it.`);
  if (piece.acceptance !== 'accepted')
    throw problems.unfit(
      pointer,
      'not-accepted',
      say`This piece is not accepted: only accepted evidence may be stood on.`,
    );
  if (piece.confidentiality === 'public' || piece.confidentiality === 'coalition') return;
  throw problems.unfit(
    pointer,
    'too-confidential',
    say`A state of the coalition stands on public and coalition evidence only.`,
  );
}

/** The stance, and what the piece must show, that a transition's conditions ask for. */
function askedOf(conditions: Condition[]): { stance: Stance; shows: Shows | null } {
  const evidence = conditions
    .flatMap((c) => (c.is === 'any-of' ? c.conditions : [c]))
    .filter((c): c is EvidenceCondition => c.is === 'has-evidence');
  const shows =
    evidence.length > 0 && evidence.every((c) => c.shows !== undefined) ? (evidence[0]?.shows ?? null) : null;
  return { stance: evidence.find((c) => c.stance)?.stance?.[0] ?? 'context', shows };
}

const factOf = (piece: Evidence, asked: { stance: Stance; shows: Shows | null }, linkedBy: string): EvidenceFact => ({
  id: piece.id,
  kind: piece.kind,
  ...asked,
  credibility: piece.credibility,
  originId: piece.originId,
  hasQuote: piece.quoteHash !== null,
  hasLocator: piece.locator !== null,
  broughtBy: [piece.enteredBy, ...piece.editedBy, linkedBy],
});
