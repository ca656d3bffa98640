import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import { say } from '../common/words.js';
import { CHANGE_KINDS, type ChangeKind, type ChangesQuery } from './change.dto.js';
import { CHANGES, orderOf } from './changes.queries.js';
import { inPeriod } from './period.js';

/** Counting stops here: no meeting goes through more. */
const COUNTED = 1000;

/** What changed in a period, worked out by whoever asks from the rows that they may see. */
@Injectable()
export class ChangesService {
  constructor(private readonly manager: EntityManager) {}

  /** 400 for a period that ends before it begins, and for a cursor without its one kind. */
  list(actor: Actor, query: ChangesQuery): Promise<JsonText> {
    const { from, to, by, cursor, kind: kinds = [...CHANGE_KINDS] } = query;
    check(query, kinds);
    return inWorkspace(actor, this.manager, (tx) =>
      inPeriod(tx, { from, to, by }, async (asOf) => {
        const groups: string[] = [];
        for (const kind of CHANGE_KINDS.filter((one) => kinds.includes(one))) {
          const page = {
            limit: query.limit,
            sort: orderOf(kind),
            ...(cursor === undefined ? { countUpTo: COUNTED } : { cursor }),
          };
          const { source, theme, addressee, organization } = query;
          const { text } = await readPage(tx, CHANGES[by][kind], page, { source, theme, addressee, organization });
          groups.push(`{"kind":"${kind}",${text.slice(1)}`);
        }
        return new JsonText(`${JSON.stringify({ from, to, asOf }).slice(0, -1)},"groups":[${groups.join(',')}]}`);
      }),
    );
  }
}

function check({ from, to, cursor }: ChangesQuery, kinds: ChangeKind[]): void {
  if (to < from)
    throw problems.invalidInput([
      { pointer: '?to', code: 'before-from', message: say`The period ends before it begins.` },
    ]);
  if (cursor !== undefined && kinds.length !== 1)
    throw problems.invalidInput([
      { pointer: '?kind', code: 'one-kind', message: say`A cursor goes on with one kind: name it.` },
    ]);
}
