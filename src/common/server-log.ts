import { Injectable } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** The server's log: what was asked by route, never by address or body; no names, no evidence, no queries. */
@Injectable()
export class ServerLog {
  private readonly logger: Logger;

  constructor(level: string) {
    this.logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  }

  answered(method: string, route: string, status: number, milliseconds: number, requestId: string): void {
    this.logger.info({ method, route, status, ms: Math.round(milliseconds), requestId }, 'answered');
  }

  /** Where it broke, not with what: messages of the database quote values. */
  failed(error: unknown, requestId: string): void {
    const { name, stack, code } = error as { name?: string; stack?: string; code?: string };
    const frames = (stack ?? '')
      .split('\n')
      .filter((line) => line.trim().startsWith('at '))
      .slice(0, 12);
    this.logger.error({ requestId, error: name, code, frames }, 'failed');
  }
}
