import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { VERSIONED, type Versioned, VERSIONS } from './versions.queries.js';

/** Reads who changed what of a thing. Whoever may know the thing today may know what it was, and nobody else. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly evidence: EvidenceService,
  ) {}

  /** Newest first. Versions of a restricted piece hold its words, so that reading them is to open it. */
  list(actor: Actor, noun: Versioned, id: string, query: PageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const known = await run(tx, VERSIONED[noun], [id, actor.workspaceId]);
      if (known.length === 0) throw problems.notFound();
      if (noun === 'evidence') await this.evidence.leaveTrace(tx, actor, id);
      return readPage(tx, VERSIONS, { ...query, sort: '-version' }, { item: id });
    });
  }
}
