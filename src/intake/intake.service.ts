import { lockShown, shownWhere } from '../access/shown-rows.js';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { checkVersion } from '../common/version.js';
import { DocumentCustody } from './document-custody.js';
import type { IntakeQuery } from './intake.dto.js';
import { Intake } from './intake.entity.js';
import { lockOpen } from './intake-lock.js';
import { INTAKE, INTAKES, NAMES_OF, PLACE_OF } from './intake.queries.js';
import { Originals } from './originals.js';
import { namesWithStates } from './state-codes.js';

/** The original of a document, to send. */
export interface Original {
  bytes: Buffer;
  sha256: string;
  title: string;
  mediaType: string;
}

/** The documents that came in. What they say is never in the log. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly manager: EntityManager,
    private readonly custody: DocumentCustody,
    private readonly originals: Originals,
  ) {}

  list(actor: Actor, { state, ...query }: IntakeQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, INTAKES, query, { state }));
  }

  get(actor: Actor, id: string): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readOne(tx, INTAKE, id));
  }

  /** Every name that its proposals bear, and whom it means: what has to be said before it is recorded. */
  names(actor: Actor, id: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Intake, shownWhere({ id, workspaceId: actor.workspaceId })))) throw problems.notFound();
      const [row] = await run<{ text: string }>(tx, NAMES_OF, [id, actor.workspaceId]);
      return namesWithStates(row?.text ?? '');
    });
  }

  /** Where the ask of a recommendation stands in a kept document; 404 where it came from none. */
  place(actor: Actor, recommendationId: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const [row] = await run<{ text: string }>(tx, PLACE_OF, [recommendationId, actor.workspaceId]);
      if (!row) throw problems.notFound();
      return new JsonText(row.text);
    });
  }

  /** The bytes as they came in; opening them leaves a trace first. 500 where they are damaged. */
  async original(actor: Actor, id: string): Promise<Original> {
    const intake = await inWorkspace(actor, this.manager, async (tx) => {
      const found = await tx.findOneBy(Intake, shownWhere({ id }));
      if (!found) throw problems.notFound();
      await this.custody.keep(tx, actor, found, 'opened', hashOf(found));
      return found;
    });
    const bytes = await this.originals.read(actor, intake);
    if (!createHash('sha256').update(bytes).digest().equals(intake.sha256)) {
      // In a transaction of its own: the answer fails, and that it did must stay.
      await inWorkspace(actor, this.manager, (tx) =>
        this.custody.keep(tx, actor, intake, 'mismatched', hashOf(intake)),
      );
      throw problems.damaged();
    }
    const { title, mediaType } = intake;
    return { bytes, sha256: intake.sha256.toString('hex'), title, mediaType };
  }

  /** With its proposals and its original; 409 once it is recorded. */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    const intake = await inWorkspace(actor, this.manager, async (tx) => {
      await lockOpen(tx, actor, id);
      const found = await lockShown(tx, Intake, id);
      checkVersion(found, version);
      await tx.delete(Intake, { id });
      await this.custody.keep(tx, actor, found, 'discarded', hashOf(found));
      return found;
    });
    await this.originals.letGo(actor, intake.blobKey);
  }
}

const hashOf = ({ sha256 }: Intake) => ({ sha256: sha256.toString('hex') });
