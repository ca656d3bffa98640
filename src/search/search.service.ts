import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { readInWorkspace } from '../access/in-workspace.js';
import { JsonText } from '../common/json-text.js';
import { run } from '../common/statement.js';
import type { SearchQuery } from './search.dto.js';
import { SEARCH } from './search.queries.js';

@Injectable()
export class SearchService {
  constructor(private readonly manager: EntityManager) {}

  /** A few things of each kind that the words fit, of what the actor may know. */
  find(actor: Actor, { q, limit }: SearchQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, async (tx) => {
      const [row] = await run<{ text: string }>(tx, SEARCH, [q, limit]);
      return new JsonText(row?.text ?? '');
    });
  }
}
