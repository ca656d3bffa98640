// Many people at once, over HTTP, on a database of their own: what they do is committed.

import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { Factories, type Member } from '../factories/factories.js';
import { contractOf } from '../support/contract.js';
import { openServingApp } from '../support/serving-app.js';
import { type FileSettings, fileSettings } from '../support/settings.js';
import { type Answer, Caller, ORIGIN } from '../support/world.js';

export const RACERS = 12;

/** An app as production has it, with a connection for each racer, and factories that commit as the database's owner. */
export class Race {
  private constructor(
    readonly a: Factories,
    /** Where the database's owner reaches it. */
    readonly url: string,
    private readonly caller: (member: Member) => Caller,
    /** Speaks to any path, with headers of one's own (cookies, no token), and from an address of one's own. */
    readonly at: (headers?: Record<string, string>, from?: string) => Caller,
    readonly close: () => Promise<void>,
  ) {}

  static async open(files: Partial<FileSettings> = {}): Promise<Race> {
    const serving = await openServingApp(ORIGIN, RACERS + 2, fileSettings(files));
    const owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
    const a = await Factories.inNewWorkspace(owner.manager);
    const contract = await contractOf(serving.app);
    const caller = ({ token }: Member): Caller =>
      new Caller(serving.app, contract, `/api/v1/workspaces/${a.slug}`, { authorization: `Bearer ${token}` });
    const at = (headers: Record<string, string> = {}, from?: string): Caller =>
      new Caller(serving.app, contract, '', headers, from);
    return new Race(a, serving.url, caller, at, async () => {
      await serving.close();
      await owner.destroy();
    });
  }

  as(member: Member): Caller {
    return this.caller(member);
  }
}

/** Starts all at once and waits for all. */
export const atOnce = (...racers: (() => Promise<Answer>)[]): Promise<Answer[]> =>
  Promise.all(racers.map((run) => run()));

export const statusesOf = (answers: Answer[]): number[] => answers.map(({ status }) => status).sort();
