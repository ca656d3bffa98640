import { Injectable } from '@nestjs/common';
import { EntityManager, IsNull } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne } from '../common/reading.js';
import { say } from '../common/words.js';
import { Custody } from '../evidence/custody.js';
import { wordsLevel } from '../evidence/evidence-entry.js';
import { checkMayChange } from '../evidence/evidence-rules.js';
import { HARM_FLAGS } from '../evidence/harm-flags.queries.js';
import { lockPresent } from '../evidence/lock-present.js';
import { SealedWords } from '../evidence/sealed-words.js';
import { HarmFlag } from './harm-flag.entity.js';

/** Keeps a piece from going beyond the coalition: one person says so at once, two take it back. */
@Injectable()
export class HarmFlagsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly custody: Custody,
    private readonly words: SealedWords,
  ) {}

  /** Whoever may change the piece. 409 where a flag stands already, 410 where the piece is withdrawn. */
  create(actor: Actor, evidenceId: string, reason: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockPresent(tx, evidenceId);
      checkMayChange(actor, piece);
      if (await standing(tx, evidenceId)) throw problems.alreadyExists(say`A do-no-harm flag stands on it already.`);
      const { workspaceId, personId, organizationId } = actor;
      const id = uuid();
      const reasonHash = await this.words.keep(tx, actor, reason, wordsLevel(piece), 'reason');
      await tx.insert(HarmFlag, { id, workspaceId, evidenceId, personId, organizationId, reasonHash });
      await this.custody.tell(tx, actor, piece, 'evidence.flagged', { flag: id });
      return readOne(tx, HARM_FLAGS, id);
    });
  }

  /** The first person asks, and another one who asks for the same takes it off. 409 where no flag stands, 403 for one person twice. */
  remove(actor: Actor, evidenceId: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const piece = await lockPresent(tx, evidenceId);
      const flag = await standing(tx, evidenceId);
      if (!flag) throw problems.notAsThingsStand('not-flagged', say`No do-no-harm flag stands on it.`);
      if (flag.removalAskedBy === actor.personId)
        throw problems.notYours(say`You asked to take it off: another person confirms.`);
      const { personId } = actor;
      const [step, action] = flag.removalAskedBy
        ? [{ removedBy: personId, removedAt: NOW }, 'evidence.flag-removed']
        : [{ removalAskedBy: personId, removalAskedAt: NOW }, 'evidence.flag-removal-asked'];
      await tx.update(HarmFlag, { id: flag.id }, step);
      await this.custody.tell(tx, actor, piece, action, { flag: flag.id });
      return readOne(tx, HARM_FLAGS, flag.id);
    });
  }
}

const NOW = (): string => 'clock_timestamp()';
/** The piece is locked already, so nobody else changes it meanwhile. */
const standing = (tx: EntityManager, evidenceId: string): Promise<HarmFlag | null> =>
  tx.findOneBy(HarmFlag, { evidenceId, removedAt: IsNull() });
