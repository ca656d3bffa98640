import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { readPage } from '../common/reading.js';
import type { AuditEventsQuery, AuditEventView } from './audit-event.dto.js';
import { AUDIT_EVENTS } from './audit-events.queries.js';
import { AuditSeal } from './audit-seal.js';

type SealedEvent = Omit<AuditEventView, 'details'> & { salt: string | null; sealed: string };
interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  count?: number;
}

/** Reads the log: administrators and auditors all of their workspace, everybody else their own acts. */
@Injectable()
export class AuditEventsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly seal: AuditSeal,
  ) {}

  list(actor: Actor, { limit, cursor, count, sort, ...filters }: AuditEventsQuery): Promise<Page<AuditEventView>> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const page = (await readPage(tx, AUDIT_EVENTS, { limit, cursor, count, sort }, filters)).parsed<
        Page<SealedEvent>
      >();
      return { ...page, items: page.items.map((event) => this.open(event)) };
    });
  }

  private open({ salt, sealed, ...event }: SealedEvent): AuditEventView {
    const details =
      salt === null ? null : this.seal.open(Buffer.from(salt, 'hex'), event.id, Buffer.from(sealed, 'hex'));
    return { ...event, details: details === null ? null : (JSON.parse(details) as Record<string, unknown>) };
  }
}
