// A running app in one transaction that is rolled back: nothing that a test writes outlives it.

import { afterAll } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { dataSourceOptions, PLANNING } from '../../src/data-source.js';
import { createHttpApp } from '../../src/http.js';
import { Factories, type Member } from '../factories/factories.js';
import { type Contract, contractOf } from './contract.js';
import { textOf } from './event-streams.js';
import { sharedDatabaseUrl } from './postgres.js';
import { fileSettings, MASTER_KEY } from './settings.js';

export interface Answer<Body = Record<string, any>> {
  status: number;
  body: Body;
  headers: Record<string, string | undefined>;
}

export const ORIGIN = 'http://localhost:3000';

interface Stage {
  dataSource: DataSource;
  runner: QueryRunner;
  app: NestFastifyApplication;
  contract: Contract;
}

let stage: Stage | undefined;
let intranetHosts: string[] = [];

/** Hosts that the operator named as near; said before the first world of a file opens. */
export const nameNear = (...hosts: string[]): string[] => (intranetHosts = hosts);

/** Starts app and connection once per test file. */
async function setStage(): Promise<Stage> {
  const dataSource = await new DataSource(dataSourceOptions(sharedDatabaseUrl(), PLANNING)).initialize();
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  const app = await createHttpApp(
    AppModule.register({
      dataSource: { manager: runner.manager },
      configuration: {
        masterKey: MASTER_KEY,
        origin: ORIGIN,
        logLevel: 'silent',
        isDemonstration: false,
        intranetHosts,
        ...fileSettings(),
      },
    }),
  );
  return { dataSource, runner, app, contract: await contractOf(app) };
}

afterAll(async () => {
  if (!stage) return;
  await stage.app.close();
  await stage.runner.release();
  await stage.dataSource.destroy();
  stage = undefined;
});

/** Undoes what a file left open: alone it would have ended with the file's connection. */
export async function closeWorlds(): Promise<void> {
  while (stage?.runner.isTransactionActive) await stage.runner.rollbackTransaction();
}

/** One test's world: a workspace of its own with factories; `close` undoes everything. */
export class World {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly tx: EntityManager,
    private readonly runner: QueryRunner,
    /** The document, to hold answers against. */
    readonly contract: Contract,
    /** Factories: they write as the database's owner, past every wall. */
    readonly a: Factories,
  ) {}

  static async open(): Promise<World> {
    stage ??= await setStage();
    await stage.runner.startTransaction();
    const a = await Factories.inNewWorkspace(stage.runner.manager);
    return new World(stage.app, stage.runner.manager, stage.runner, stage.contract, a);
  }

  /** Speaks as a member, with a bearer token, under the path of the workspace; `undefined` is nobody. */
  as(member: Member | undefined, slug = this.a.slug): Caller {
    return new Caller(
      this.app,
      this.contract,
      `/api/v1/workspaces/${slug}`,
      member ? { authorization: `Bearer ${member.token}` } : {},
    );
  }

  /** Speaks to any path, with headers of one's own (cookies, no token). */
  at(headers: Record<string, string> = {}): Caller {
    return new Caller(this.app, this.contract, '', headers);
  }

  /** Where the app listens; it begins to when first asked. */
  async address(): Promise<string> {
    const server = this.app.getHttpServer() as { listening: boolean };
    if (!server.listening) await this.app.listen({ host: '127.0.0.1', port: 0 });
    return this.app.getUrl();
  }

  async close(): Promise<void> {
    await this.runner.rollbackTransaction();
  }
}

export const openWorld = (): Promise<World> => World.open();

/** Somebody who calls the API; each answer is held against the document. */
export class Caller {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly contract: Contract,
    private readonly base: string,
    private readonly headers: Record<string, string>,
    /** The address that it comes from. */
    private readonly remoteAddress = '127.0.0.1',
  ) {}

  get = (path: string, headers?: Record<string, string>): Promise<Answer> => this.send('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> =>
    this.send('POST', path, body, headers);
  /** `version` goes out as If-Match. */
  patch = (path: string, body: unknown, version?: number): Promise<Answer> =>
    this.send('PATCH', path, body, ifMatch(version));
  delete = (path: string, version?: number): Promise<Answer> => this.send('DELETE', path, undefined, ifMatch(version));

  async send(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const url = `${this.base}${path}`;
    const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
    const payload = body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await this.app.inject({
      method,
      url,
      headers: { ...type, ...this.headers, ...headers },
      remoteAddress: this.remoteAddress,
      ...payload,
      payloadAsStream: true,
    });
    const text = await textOf(answer);
    const contentType = answer.headers['content-type'] ?? '';
    const parsed: unknown =
      text !== '' && contentType.includes('json')
        ? JSON.parse(text)
        : contentType.startsWith('text/')
          ? text
          : undefined;
    this.contract.check({
      method,
      path: url.split('?')[0] ?? '',
      fields: fieldsIn(url),
      status: answer.statusCode,
      body: parsed,
      contentType,
      headers: answer.headers,
    });
    return {
      status: answer.statusCode,
      body: parsed as Record<string, any>,
      headers: answer.headers as Record<string, string | undefined>,
    };
  }
}

const ifMatch = (version: number | undefined): Record<string, string> =>
  version === undefined ? {} : { 'if-match': `"${String(version)}"` };

export function fieldsIn(url: string): string[] | undefined {
  const { searchParams } = new URL(url, ORIGIN);
  return searchParams.has('fields') ? searchParams.getAll('fields').flatMap((names) => names.split(',')) : undefined;
}
