import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import { say } from '../common/words.js';
import { readAsOf } from './as-of.js';
import { periodOf } from './entered.js';
import type { SummaryQuery } from './summary.dto.js';
import { isKept, type Question, summaryStatement } from './summary.queries.js';

@Injectable()
export class SummaryService {
  constructor(private readonly manager: EntityManager) {}

  /**
   * How follow-ups stand on one axis, or what entered which phase in a period, over what the actor may see. 400 where rows are to be
   * divided that are none, or by themselves, and where a flow is to be divided, or asked for by phase.
   */
  summarize(actor: Actor, query: SummaryQuery): Promise<JsonText> {
    const { source, theme, addressee, asOf, knownAt, from: _, to: __, ...asked } = query;
    const period = periodOf(query);
    const question = { ...asked, isFlow: period !== undefined };
    checkAcross(question);
    const limits = [source, theme, addressee].map((ids) => ids ?? null);
    const isLimited = limits.some((ids) => ids !== null);
    return readAsOf(actor, this.manager, { asOf, knownAt }, async (tx, then) => {
      const values = isKept(question, isLimited) ? [] : [...limits, ...(period ? [period.from, period.to] : [])];
      const [row] = await run<{ text: string }>(tx, summaryStatement(question, isLimited, then), values);
      return new JsonText(row?.text ?? '');
    });
  }
}

function checkAcross({ by, across, isFlow }: Question): void {
  if (isFlow && (by === 'phase' || across !== undefined)) {
    const message = say`What entered a phase in a period is counted by phase already, and its rows are not divided.`;
    throw problems.invalidInput([{ pointer: across === undefined ? '?by' : '?across', code: 'across', message }]);
  }
  if (across === undefined || (by !== undefined && by !== across)) return;
  const message = say`Divide the rows of "by" by something else than they are.`;
  throw problems.invalidInput([{ pointer: '?across', code: 'across', message }]);
}
