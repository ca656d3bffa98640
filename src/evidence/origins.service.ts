import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { run, statement } from '../common/statement.js';
import { say } from '../common/words.js';
import type { Evidence } from './evidence.entity.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What evidence goes back to. Two pieces of one origin count once, so the same address forces the same origin. */
@Injectable()
export class OriginsService {
  /**
   * The origin of a piece: that of another one at its address or of its bytes, the one that is named, or one of its own. 404 for an id that
   * isn't known, 422 for a restricted piece and a name that no piece shows.
   */
  async choose(tx: EntityManager, actor: Actor, asked: string | undefined, piece: Described): Promise<string> {
    const forced = (await this.ofAddress(tx, piece)) ?? (await this.ofBytes(tx, actor, piece));
    if (forced !== undefined) return forced;
    if (asked !== undefined && UUID.test(asked)) return this.getId(tx, asked);
    if (asked !== undefined && piece.confidentiality === 'restricted') return this.shownAs(tx, asked);
    return this.named(tx, asked ?? nameOf(piece));
  }

  private async ofAddress(tx: EntityManager, { canonicalUrl, id }: Described): Promise<string | undefined> {
    if (canonicalUrl === null) return undefined;
    const [same] = await run<{ origin_id: string }>(tx, SAME_ADDRESS, [canonicalUrl, id]);
    return same?.origin_id;
  }

  /** Two people who bring the same bytes at once wait for each other, so that the second finds the first. */
  private async ofBytes(
    tx: EntityManager,
    { workspaceId }: Actor,
    { sha256, id }: Described,
  ): Promise<string | undefined> {
    if (sha256 === null) return undefined;
    await run(tx, ONE_AT_A_TIME, [workspaceId, sha256.toString('hex')]);
    const [same] = await run<{ origin_id: string }>(tx, SAME_BYTES, [sha256, id]);
    return same?.origin_id;
  }

  private async getId(tx: EntityManager, id: string): Promise<string> {
    if ((await run(tx, OF_ID, [id])).length > 0) return id;
    throw problems.notFound('/origin');
  }

  /** The one of that name that a piece shows to the caller. Names of origins are not sealed: no new one tells of a restricted piece. */
  private async shownAs(tx: EntityManager, name: string): Promise<string> {
    const [known] = await run<{ id: string }>(tx, SHOWN_AS, [name]);
    if (known) return known.id;
    throw problems.unfit(
      '/origin',
      'origin-in-clear',
      say`Names of origins are not sealed: a new one says too much of a restricted piece. Leave it out, or give the name that another piece shows.`,
    );
  }

  /** Forgets a name that no piece has any more. */
  async forget(tx: EntityManager, id: string): Promise<void> {
    await run(tx, FORGET, [id]);
  }

  /** The one of that name, made where there is none. */
  async named(tx: EntityManager, name: string): Promise<string> {
    const [origin] = await run<{ id: string }>(tx, NAMED, [uuid(), name]);
    if (!origin) throw new Error('An origin has gone.');
    return origin.id;
  }
}

type Described = Pick<Evidence, 'id' | 'canonicalUrl' | 'sha256' | 'title' | 'confidentiality'>;

/** The name of an origin goes to whoever sees any piece of it, so that of a confidential piece says nothing of it. */
function nameOf({ canonicalUrl, title, confidentiality }: Described): string {
  const some = uuid().slice(-8);
  if (confidentiality === 'organization' || confidentiality === 'restricted') return `Not named (${some})`;
  return canonicalUrl ?? `${title} (${some})`;
}

const ONE_AT_A_TIME = statement('SELECT pg_advisory_xact_lock(hashtextextended($1 || $2, 0))');
/** Of the pieces that the caller may know; what all know comes first. */
const SAME_BYTES = statement(
  `SELECT e.origin_id FROM ${SHOWN_EVIDENCE} e WHERE sha256 = $1 AND id <> $2 ORDER BY confidentiality NOT IN ('public', 'coalition'), created_at LIMIT 1`,
);
const SAME_ADDRESS = statement(
  `SELECT e.origin_id FROM ${SHOWN_EVIDENCE} e WHERE canonical_url = $1 AND id <> $2 AND confidentiality IN ('public', 'coalition') ORDER BY created_at LIMIT 1`,
);
const OF_ID = statement(
  `SELECT o.id FROM origin o WHERE o.id = $1 AND o.workspace_id = heed_workspace() AND EXISTS (SELECT FROM ${SHOWN_EVIDENCE} e WHERE e.origin_id = o.id)`,
);
const FORGET = statement('SELECT heed_forget_origin($1)');
const SHOWN_AS = statement(
  `SELECT o.id FROM origin o WHERE o.name = $1 AND o.workspace_id = heed_workspace() AND EXISTS (SELECT FROM ${SHOWN_EVIDENCE} e WHERE e.origin_id = o.id AND e.withdrawal = 'none')`,
);
/** Also where the caller sees no piece of it: the row policies show them the name once their own piece goes back to it. */
const NAMED = statement('SELECT heed_origin_named($1, $2) AS id');
