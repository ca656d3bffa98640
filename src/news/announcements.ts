import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { run, statement } from '../common/statement.js';

/** Called where something was committed in the workspace; with true where something may have been missed. */
type Hear = (isMissed: boolean) => void;

/** The readers of one workspace, and which events they were called for. */
interface Audience {
  readers: Set<Hear>;
  heard: Set<string>;
}

const RECENT = statement('SELECT workspace, event FROM heed_recent($1::uuid[])');
const EVERY = 1000;
/** Events are asked for twenty seconds long; with a longer gap than this some may have gone by. */
const LONGEST_GAP = 15_000;

/**
 * Asks once a second, for all readers of this process together, where something was committed, and nothing while there
 * are none. docs/decisions/news-by-asking.md says why PostgreSQL isn't made to announce it.
 */
@Injectable()
export class Announcements {
  private readonly audiences = new Map<string, Audience>();
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;
  private isAsking = false;

  constructor(private readonly manager: EntityManager) {}

  /** Calls `hear` for what was committed in the workspace, of the last seconds before too. Answers how to stop. */
  subscribe(workspaceId: string, hear: Hear): () => void {
    const audience = this.audiences.get(workspaceId) ?? { readers: new Set(), heard: new Set() };
    this.audiences.set(workspaceId, audience);
    audience.readers.add(hear);
    // A page reads first and listens then: what came between is told too.
    audience.heard.clear();
    this.timer ??= this.begin();
    return () => this.leave(workspaceId, audience, hear);
  }

  private begin(): NodeJS.Timeout {
    this.asked = performance.now();
    return setInterval(() => void this.ask(), EVERY).unref();
  }

  private leave(workspaceId: string, { readers }: Audience, hear: Hear): void {
    readers.delete(hear);
    if (readers.size === 0) this.audiences.delete(workspaceId);
    if (this.audiences.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** A database that is away for a moment is asked again a second later. */
  private async ask(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    const found = await this.recent().catch(() => undefined);
    this.isAsking = false;
    if (!found) return;
    const isMissed = performance.now() - this.asked > LONGEST_GAP;
    this.asked = performance.now();
    for (const [workspaceId, audience] of [...this.audiences])
      announce(audience, found.get(workspaceId) ?? [], isMissed);
  }

  /** Recent events by workspace. */
  private async recent(): Promise<Map<string, string[]>> {
    const rows = await run<{ workspace: string; event: string }>(this.manager, RECENT, [[...this.audiences.keys()]]);
    const found = new Map<string, string[]>();
    for (const { workspace, event } of rows) {
      const events = found.get(workspace) ?? [];
      events.push(event);
      found.set(workspace, events);
    }
    return found;
  }
}

function announce({ readers, heard }: Audience, events: string[], isMissed: boolean): void {
  const isNew = events.some((event) => !heard.has(event));
  heard.clear();
  for (const event of events) heard.add(event);
  if (isNew || isMissed) for (const hear of [...readers]) hear(isMissed);
}
