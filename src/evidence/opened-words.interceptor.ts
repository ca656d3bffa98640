import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { readInWorkspace } from '../access/in-workspace.js';
import type { HeedRequest } from '../access/requires.js';
import { JsonText } from '../common/json-text.js';
import { SEAL } from '../common/sealed-text.js';
import { SealedWords } from './sealed-words.js';

/**
 * Opens sealed words where answers leave, and nowhere before: what is kept of an answer on the way (idempotency/) is sealed.
 * Whoever reads a title somewhere in the record reads it by the same way, whichever statement found it.
 */
@Injectable()
export class OpenedWords implements NestInterceptor {
  constructor(
    private readonly manager: EntityManager,
    private readonly words: SealedWords,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<HeedRequest>();
    const answered = next.handle();
    return actor ? answered.pipe(mergeMap((answer: unknown) => this.opened(actor, answer))) : answered;
  }

  private async opened(actor: Actor, answer: unknown): Promise<unknown> {
    const { text, version } = asJson(answer);
    if (!text.includes(SEAL)) return answer;
    const opened = await readInWorkspace(actor, this.manager, (tx) => this.words.openIn(tx, text, actor.language));
    return new JsonText(opened, version);
  }
}

/** Of what is no JSON (bytes, nothing) there is nothing to open: what hands out bytes opens their name itself. */
function asJson(answer: unknown): JsonText {
  if (answer instanceof JsonText) return answer;
  const isPlain =
    typeof answer === 'object' &&
    answer !== null &&
    (Array.isArray(answer) || Object.getPrototypeOf(answer) === Object.prototype);
  return new JsonText(isPlain ? JSON.stringify(answer) : '');
}
