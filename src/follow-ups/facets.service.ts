import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { JsonText } from '../common/json-text.js';
import { run, statement } from '../common/statement.js';
import { readAsOf, USED } from './as-of.js';
import { filtersOf } from './entered.js';
import { facetsStatement } from './facets.queries.js';
import type { FacetsQuery } from './follow-ups-query.dto.js';

@Injectable()
export class FacetsService {
  constructor(private readonly manager: EntityManager) {}

  /** What each further value of a filter would list, of what the actor may see. */
  count(actor: Actor, { asOf, knownAt, ...filters }: FacetsQuery): Promise<JsonText> {
    return readAsOf(actor, this.manager, { asOf, knownAt }, async (tx, then) => {
      const { text, values } = facetsStatement(filtersOf(filters), then.isPast ? USED : undefined);
      const [row] = await run<{ text: string }>(tx, statement(then.text(text)), values);
      return new JsonText(row?.text ?? '');
    });
  }
}
