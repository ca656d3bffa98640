import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import type { Happening } from './happening.js';

/** What has to follow a change at once, in its transaction. */
export type Reaction = (tx: EntityManager, actor: Actor, happening: Happening) => Promise<void>;

/**
 * News goes up the rings only this way: a lower module records an event, and what `subscriptions.ts` lists for its
 * action follows. What may follow later is a job.
 */
@Injectable()
export class Reactions {
  private readonly byAction = new Map<string, Reaction[]>();

  on(action: string, reaction: Reaction): void {
    this.byAction.set(action, [...(this.byAction.get(action) ?? []), reaction]);
  }

  async follow(tx: EntityManager, actor: Actor, happening: Happening): Promise<void> {
    for (const reaction of this.byAction.get(happening.action) ?? []) await reaction(tx, actor, happening);
  }
}
