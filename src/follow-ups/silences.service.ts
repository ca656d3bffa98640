import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { decodeCursor } from '../common/cursor.js';
import { JsonText } from '../common/json-text.js';
import { run, statement } from '../common/statement.js';
import type { SilencesQuery } from './silence.dto.js';
import { readAsOf } from './as-of.js';
import { SILENCES } from './silences.queries.js';

/** Computed by whoever asks: silence grows every day, and nothing is kept that could grow stale. */
@Injectable()
export class SilencesService {
  constructor(private readonly manager: EntityManager) {}

  list(actor: Actor, { limit, cursor, sort, addressee, asOf, knownAt }: SilencesQuery): Promise<JsonText> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, sort, 'date');
    return readAsOf(actor, this.manager, { asOf, knownAt }, async (tx, then) => {
      const [row] = await run<{ text: string }>(tx, statement(then.text(SILENCES[sort])), [
        limit,
        addressee ?? null,
        after?.value ?? null,
        after?.id ?? null,
        sort,
      ]);
      return new JsonText(row?.text ?? '');
    });
  }
}
