import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { readInWorkspace } from '../access/in-workspace.js';
import { JsonText } from '../common/json-text.js';
import { run } from '../common/statement.js';
import type { SummaryQuery } from './summary.dto.js';
import { isKept, summaryStatement } from './summary.queries.js';

@Injectable()
export class SummaryService {
  constructor(private readonly manager: EntityManager) {}

  /** How follow-ups stand on one axis, over what the actor may see. */
  summarize(actor: Actor, { axis, by, unit, source, theme, addressee }: SummaryQuery): Promise<JsonText> {
    const limits = [source, theme, addressee].map((ids) => ids ?? null);
    const isLimited = limits.some((ids) => ids !== null);
    return readInWorkspace(actor, this.manager, async (tx) => {
      const values = isKept(by, unit, isLimited) ? [] : limits;
      const [row] = await run<{ text: string }>(tx, summaryStatement(axis, by, unit, isLimited), values);
      return new JsonText(row?.text ?? '');
    });
  }
}
