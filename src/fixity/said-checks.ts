import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { inWorkspace } from '../access/in-workspace.js';
import { systemActor } from '../access/system-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { AuditSeal, WrongSeal } from '../audit/audit-seal.js';
import { areAsWritten, type Digests, isAsWritten, type Row } from '../evidence/said.js';
import type { FileCheck } from './file-check.entity.js';
import { asKeeper } from './as-keeper.js';
import { KEEP_CHECK } from './file-checks.queries.js';
import { NEXT_PIECES } from './said-checks.queries.js';

interface KeptEvent {
  id: string;
  details: string;
  salt: string;
}
interface Piece extends Required<Row> {
  id: string;
  workspaceId: string;
  organizationId: string;
  before: FileCheck['outcome'] | null;
  isFresh: boolean;
  events: KeptEvent[];
  comments: { wordings: string[]; events: KeptEvent[] }[];
}

const BATCH = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Holds what restricted pieces say against the log: an earlier wording that was put back in the database opens like any other, but is not what
 * was written last. No key of words is needed for it, and none is used.
 */
@Injectable()
export class SaidChecks {
  constructor(
    private readonly manager: EntityManager,
    private readonly seal: AuditSeal,
    private readonly audit: AuditLog,
  ) {}

  /** One after the other; what was looked at today already is passed over. `owner` may act as the keeper. */
  async run(owner: EntityManager, stop: AbortSignal): Promise<void> {
    for (let after = FIRST; !stop.aborted;) {
      const pieces = await asKeeper<Piece>(owner, NEXT_PIECES, [after, BATCH]);
      for (const piece of pieces.filter(({ isFresh }) => !isFresh)) await this.check(owner, piece);
      const last = pieces.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  /** First the log: were it the other way round, a crash between them would leave what nobody is told of. */
  private async check(owner: EntityManager, piece: Piece): Promise<void> {
    const outcome = this.isWhole(piece) ? 'whole' : 'changed';
    const { id, workspaceId, before } = piece;
    if (outcome !== (before ?? 'whole')) await this.tell(piece, outcome);
    await asKeeper(owner, KEEP_CHECK, [id, workspaceId, 'words', id, outcome]);
  }

  private isWhole({ events, comments, ...row }: Piece): boolean {
    const hashes = (wordings: string[]): Buffer[] => wordings.map((hash) => Buffer.from(hash, 'hex'));
    try {
      return (
        isAsWritten(row, this.said(events)) &&
        comments.every((one) => areAsWritten(hashes(one.wordings), this.said(one.events)))
      );
    } catch (error) {
      // An event that does not open is none that was written.
      if (error instanceof WrongSeal) return false;
      throw error;
    }
  }

  private said(events: KeptEvent[]): Digests[] {
    return events.map(({ id, details, salt }) => {
      const opened = this.seal.open(Buffer.from(salt, 'hex'), id, Buffer.from(details, 'hex'));
      return (JSON.parse(opened) as { said?: Digests }).said ?? {};
    });
  }

  private async tell({ id, workspaceId, organizationId }: Piece, found: 'whole' | 'changed'): Promise<void> {
    const system = systemActor({ workspaceId, timeZone: 'UTC', organizationId }, 'job');
    const action = found === 'whole' ? 'evidence.words-found-whole' : 'evidence.words-mismatched';
    const event = { action, objectType: 'evidence', objectId: id, level: 'restricted' as const };
    await inWorkspace(system, this.manager, (tx) => this.audit.record(tx, system, event));
  }
}
