import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { readInWorkspace } from '../access/in-workspace.js';
import { JsonText } from '../common/json-text.js';
import { run } from '../common/statement.js';
import type { SilencesQuery } from './silence.dto.js';
import { SILENCES } from './silences.queries.js';

/** Computed by whoever asks: silence grows every day, and nothing is kept that could grow stale. */
@Injectable()
export class SilencesService {
  constructor(private readonly manager: EntityManager) {}

  longest(actor: Actor, { limit }: SilencesQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, async (tx) => {
      const [row] = await run<{ text: string }>(tx, SILENCES, [limit]);
      return new JsonText(row?.text ?? '');
    });
  }
}
