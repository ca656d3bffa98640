import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import { run, statement } from '../common/statement.js';
import { say } from '../common/words.js';
import { Custody } from './custody.js';
import { Evidence } from './evidence.entity.js';
import { EvidenceGrant } from './evidence-grant.entity.js';
import { EVIDENCE_READERS, KNOWN_GRANT, MAY_OPEN } from './readers.queries.js';
import { shown } from './shown.js';
import { lockPiece } from './lock-present.js';

/** Who may open a restricted piece, and how that ends. */
@Injectable()
export class EvidenceReadersService {
  constructor(
    private readonly manager: EntityManager,
    private readonly custody: Custody,
  ) {}

  /** Nobody is named on what is not restricted: then it is empty. 404 where the actor may not know the piece. */
  list(actor: Actor, evidenceId: string, query: PageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Evidence, shown({ id: evidenceId, workspaceId: actor.workspaceId }))))
        throw problems.notFound();
      return readPage(tx, EVIDENCE_READERS, { ...query, sort: 'createdAt' }, { evidence: evidenceId });
    });
  }

  /** From now on that person doesn't know the piece. One keeps it: who brought it, who asked, or whoever ends their own. */
  end(actor: Actor, evidenceId: string, id: string): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockPiece(tx, evidenceId);
      const [known] = await run(tx, IS_KNOWN, [id, evidenceId]);
      if (!known) throw problems.notFound();
      const grant = await tx.findOneByOrFail(EvidenceGrant, { id });
      if (![piece.enteredBy, grant.grantedBy, grant.personId].includes(actor.personId))
        throw problems.notYours(say`Whoever brought the piece, or asked for it, ends what another person may open.`);
      const others = await run<{ id: string }>(tx, OTHERS, [evidenceId, id]);
      if (others.length === 0)
        throw problems.notAsThingsStand('last-reader', say`Nobody could open the piece any more. Withdraw it instead.`);
      if (grant.endedAt) throw problems.notAsThingsStand('ended', say`This was ended before.`);
      await this.custody.keep(tx, actor, piece, 'reader-ended', { reader: grant.personId });
      await run(tx, END, [id]);
    });
  }
}

const IS_KNOWN = statement(
  `SELECT g.id FROM evidence_grant g WHERE g.id = $1 AND g.evidence_id = $2 AND g.workspace_id = heed_workspace() AND ${KNOWN_GRANT('g')}`,
);
const OTHERS = statement(
  `SELECT g.id FROM evidence_grant g WHERE g.evidence_id = $1 AND g.id <> $2 AND ${MAY_OPEN} LIMIT 1`,
);
const END = statement('UPDATE evidence_grant SET ended_at = clock_timestamp() WHERE id = $1');
