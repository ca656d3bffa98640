import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { sealText } from '../common/sealed-text.js';
import { run, statement } from '../common/statement.js';
import { lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import { Membership } from '../organizations/membership.entity.js';
import { isActive } from '../organizations/membership.queries.js';
import { lockPresent } from './lock-present.js';
import type { CreateReaderRequestDto, DecideReaderRequestDto, ReaderRequestsQuery } from './reader.dto.js';
import { ReaderRequest } from './reader-request.entity.js';
import { KNOWN_REQUEST, MAY_OPEN, READER_REQUESTS } from './readers.queries.js';
import { SealedWords } from './sealed-words.js';
import { newTextKey } from './sealing.js';

/** Names somebody on a restricted piece, which nobody does alone: three persons are in it, and the database compares them again. */
@Injectable()
export class ReaderRequestsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly words: SealedWords,
  ) {}

  /** Those that ask the actor, and those of pieces that the actor may open; newest first. */
  list(actor: Actor, { limit, cursor, count, updatedSince, ...filters }: ReaderRequestsQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) =>
      readPage(tx, READER_REQUESTS, { limit, cursor, count, updatedSince, sort: '-createdAt' }, filters),
    );
  }

  /** 409 where that person may open it already, or a request is open; 422 for whom it can't be asked. */
  create(actor: Actor, evidenceId: string, dto: CreateReaderRequestDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockPresent(tx, evidenceId);
      if (piece.confidentiality !== 'restricted')
        throw problems.notAsThingsStand(
          'not-restricted',
          say`Nobody is named on this piece: its level says who reads it.`,
        );
      const reader = await memberOf(tx, dto.memberId, '/memberId');
      const askedOf = await memberOf(tx, dto.askedOfId, '/askedOfId');
      checkPersons(actor, reader, askedOf);
      await this.checkDay(tx, actor, evidenceId, dto.endsOn);
      await this.checkNotYet(tx, evidenceId, reader.personId);
      const id = uuid();
      const { workspaceId, personId, organizationId } = actor;
      const key = newTextKey(id);
      await tx.insert(ReaderRequest, {
        ...{ id, workspaceId, evidenceId, organizationId, personId: reader.personId, requestedBy: personId },
        ...{ askedOf: askedOf.personId, reason: sealText(key, 'reason', dto.reason), endsOn: dto.endsOn },
      });
      await this.words.keepKey(tx, piece, key);
      await this.record(tx, actor, 'created', id);
      return readOne(tx, READER_REQUESTS, id);
    });
  }

  /** Confirmed, the person is named at once. 403 but for whom it asks; 409 where it was decided, lapsed, or can't be given any more. */
  decide(actor: Actor, id: string, { decision }: DecideReaderRequestDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const request = await readable(tx, id);
      if (request.askedOf !== actor.personId) throw problems.notYours(say`Another administrator was asked.`);
      await lockRow(tx, ReaderRequest, id);
      const { decision: before } = await readable(tx, id);
      if (before) throw problems.notAsThingsStand('decided', say`This request was decided before.`);
      const [{ stands } = { stands: false }] = await run<{ stands: boolean }>(tx, STANDS, [id]);
      if (decision === 'confirm' && !stands)
        throw problems.notAsThingsStand(
          'lapsed',
          say`It can't be given any more: it was asked too long ago, or whoever asked may not.`,
        );
      const decided = decision === 'confirm' ? 'confirmed' : 'declined';
      await tx.update(ReaderRequest, { id }, { decision: decided, decidedAt: () => 'clock_timestamp()' });
      await this.record(tx, actor, decided, id);
      return readOne(tx, READER_REQUESTS, id);
    });
  }

  /** Nobody gives longer than they have. */
  private async checkDay(tx: EntityManager, actor: Actor, evidenceId: string, endsOn: string): Promise<void> {
    const [{ fits } = { fits: false }] = await run<{ fits: boolean }>(tx, FITS, [evidenceId, actor.personId, endsOn]);
    if (!fits)
      throw problems.unfit(
        '/endsOn',
        'day',
        say`Choose a day that is not past, and not after your own last day for this piece.`,
      );
  }

  private async checkNotYet(tx: EntityManager, evidenceId: string, personId: string): Promise<void> {
    const [found] = await run<{ id: string }>(tx, ALREADY, [evidenceId, personId]);
    if (found) throw problems.alreadyExists(say`That person may open it already, or has been asked for.`);
  }

  /** Whoever is asked reads the event as an act of their own: it names the request, never the piece. */
  private record(tx: EntityManager, actor: Actor, what: string, id: string): Promise<void> {
    const event = { action: `reader-request.${what}`, objectType: 'reader-request', objectId: id };
    return this.audit.record(tx, actor, { ...event, level: 'restricted' });
  }
}

async function memberOf(tx: EntityManager, id: string, pointer: string): Promise<Membership> {
  const [member] = await run<{ isHere: boolean }>(tx, IS_HERE, [id]);
  if (!member?.isHere) throw problems.notFound(pointer);
  return tx.findOneByOrFail(Membership, { id });
}

function checkPersons(actor: Actor, reader: Membership, askedOf: Membership): void {
  if (reader.personId === actor.personId) throw problems.notYours(say`Nobody names themselves.`);
  if (askedOf.personId === actor.personId) throw problems.notYours(say`You ask for it; another person confirms.`);
  if (askedOf.personId === reader.personId)
    throw problems.notYours(say`Nobody confirms what they are to read themselves.`);
  if (!askedOf.roles.includes('administrator'))
    throw problems.unfit('/askedOfId', 'not-an-administrator', say`An administrator confirms it.`);
}

async function readable(tx: EntityManager, id: string): Promise<ReaderRequest> {
  const [known] = await run(tx, IS_KNOWN, [id]);
  if (!known) throw problems.notFound();
  return tx.findOneByOrFail(ReaderRequest, { id });
}

const IS_KNOWN = statement(`SELECT q.id FROM reader_request q WHERE q.id = $1 AND ${KNOWN_REQUEST('q')}`);
const STANDS = statement('SELECT heed_may_name($1) AS stands');
const IS_HERE = statement(
  `SELECT ${isActive('m', 'w')} AS "isHere" FROM membership m JOIN workspace w ON w.id = m.workspace_id WHERE m.id = $1`,
);
const FITS = statement(
  `SELECT $3::date >= current_date AND coalesce(g.ends_on >= $3::date, true) AS fits FROM evidence_grant g WHERE g.evidence_id = $1 AND g.person_id = $2`,
);
const ALREADY = statement(
  `SELECT g.id FROM evidence_grant g WHERE g.evidence_id = $1 AND g.person_id = $2 AND ${MAY_OPEN}
   UNION ALL SELECT q.id FROM reader_request q WHERE q.evidence_id = $1 AND q.person_id = $2 AND q.decision IS NULL AND q.created_at > clock_timestamp() - interval '7 days'`,
);
