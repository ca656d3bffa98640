import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { readInWorkspace } from '../access/in-workspace.js';
import { JsonText } from '../common/json-text.js';
import { run, statement } from '../common/statement.js';
import { facetsStatement } from './facets.queries.js';
import type { FacetsQuery } from './follow-ups-query.dto.js';

@Injectable()
export class FacetsService {
  constructor(private readonly manager: EntityManager) {}

  /** What each further value of a filter would list, of what the actor may see. */
  count(actor: Actor, filters: FacetsQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, async (tx) => {
      const { text, values } = facetsStatement({ ...filters });
      const [row] = await run<{ text: string }>(tx, statement(text), values);
      return new JsonText(row?.text ?? '');
    });
  }
}
