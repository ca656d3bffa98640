import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { run, statement } from '../common/statement.js';

/** What may be put off. What each does is in schedule.ts. */
export const TASKS = ['fetch-link', 'delete-blob'] as const;
export type Task = (typeof TASKS)[number];

/** What a job is told: where, and of which row. Never words: the queue is read by whoever reads the database. */
export interface JobPayload {
  workspaceId: string;
  id: string;
}

const ADD = statement('SELECT heed_add_job($1, $2)');

/** What may follow a change later, once the change is committed. */
@Injectable()
export class Jobs {
  /** In the change's own transaction: undone with it. The same job asked for twice before it begins is done once. */
  async add(tx: EntityManager, task: Task, id: string): Promise<void> {
    await run(tx, ADD, [task, id]);
  }
}
