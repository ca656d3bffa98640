// What only a listening server shows: clients that break off, the same bytes brought at once, files in a bucket.

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Factories, type Member } from '../factories/factories.js';
import { formWith, pdf } from '../support/files.js';
import { type S3Server, startS3 } from '../support/s3.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';
import { fileSettings } from '../support/settings.js';
import { ORIGIN } from '../support/world.js';

interface Stage {
  serving: ServingApp;
  owner: DataSource;
  a: Factories;
  member: Member;
  path: string;
  port: number;
}

async function open(files = fileSettings()): Promise<Stage> {
  const serving = await openServingApp(ORIGIN, 10, files);
  const owner = await new DataSource({ type: 'postgres', url: serving.url }).initialize();
  const a = await Factories.inNewWorkspace(owner.manager);
  const member = await a.member();
  await serving.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = serving.app.getHttpServer().address() as AddressInfo;
  return { serving, owner, a, member, port, path: `/api/v1/workspaces/${a.slug}/evidence` };
}

async function close({ serving, owner }: Stage): Promise<void> {
  await serving.close();
  await owner.destroy();
}

const post = ({ port, path, member }: Stage, file: Buffer): Promise<Response> => {
  const { headers, payload } = formWith(file);
  return fetch(`http://127.0.0.1:${port}${path}/files`, {
    method: 'POST',
    headers: { ...headers, authorization: `Bearer ${member.token}` },
    body: new Uint8Array(payload),
  });
};
const countOf = async ({ owner }: Stage, table: string): Promise<number> =>
  (await owner.query<{ n: number }[]>(`SELECT count(*)::integer AS n FROM ${table}`))[0]!.n;

describe('with a folder', () => {
  let stage: Stage;
  const files = fileSettings();
  const stored = (): string[] => {
    const folder = join(files.dataFolder, 'blobs', stage.a.workspaceId);
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  beforeAll(async () => {
    stage = await open(files);
  });
  afterAll(() => close(stage));

  it('keeps nothing of what a client breaks off', async () => {
    const { headers, payload } = formWith(pdf(3_000_000));
    const socket = connect(stage.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST ${stage.path}/files HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${stage.member.token}\r\nContent-Type: ${headers['content-type']!}\r\nContent-Length: ${payload.length}\r\n\r\n`,
    );
    socket.write(payload.subarray(0, 2_000_000));
    for (let i = 0; i < 200 && stored().length === 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(stored()).toEqual([expect.stringMatching(/\.part$/)]);
    socket.destroy();
    for (let i = 0; i < 200 && stored().length > 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(stored()).toEqual([]);
    expect([await countOf(stage, 'evidence'), await countOf(stage, 'audit_event')]).toEqual([0, 0]);
  });

  it('goes on with a connection on which a file was refused', async () => {
    const refused = await post(stage, Buffer.concat([Buffer.from('<html>'), Buffer.alloc(5_000_000, 'a')]));
    expect(refused.status).toBe(415);
    await refused.text();
    const taken = await post(stage, pdf(2_000_000));
    expect(taken.status).toBe(201);
    expect(await countOf(stage, 'evidence')).toBe(1);
  });

  it('finds one origin for the same bytes that eight people bring at once', async () => {
    const file = pdf(50_000);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(stage, file)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as {
      sha256: string;
      origin: { id: string };
    }[];
    expect(new Set(bodies.map(({ origin }) => origin.id)).size).toBe(1);
  });
});

const full = fileSettings();
const disk = join(full.dataFolder, 'blobs');

const run = (program: string, ...parameters: string[]): boolean =>
  spawnSync(program, [...parameters, disk]).status === 0;
const mountSmall = (): boolean => run('mount', '-t', 'tmpfs', '-o', 'size=4m', 'heed');
const remount = (how: string): boolean => run('mount', '-o', `remount,${how}`);

mkdirSync(disk, { recursive: true });
/** Only root may mount; elsewhere nothing is said of a full disk. */
const hasDisk = process.getuid?.() === 0 && mountSmall() && run('umount');

(hasDisk ? describe : describe.skip)('with a folder on a disk of 4 MB', () => {
  let stage: Stage;
  const stored = (): string[] =>
    readdirSync(disk, { recursive: true, withFileTypes: true }).flatMap((each) => (each.isFile() ? [each.name] : []));
  const rows = async (): Promise<number[]> => [
    await countOf(stage, 'evidence'),
    await countOf(stage, 'custody_record'),
    await countOf(stage, 'audit_event'),
  ];
  beforeAll(async () => {
    mountSmall();
    stage = await open(full);
  });
  afterAll(() => close(stage).finally(() => run('umount')));

  it.each([
    ['is full', 'size=4m', 6_000_000],
    ['is read-only', 'ro', 1000],
  ])('that %s: answers 503, keeps neither row nor bytes, and goes on once it may', async (_, way, size) => {
    expect((await post(stage, pdf(1_000_000))).status).toBe(201);
    const [files, before] = [stored(), await rows()];
    expect(remount(way)).toBe(true);
    const refused = await post(stage, pdf(size));
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([503, 'unavailable']);
    expect([stored(), await rows()]).toEqual([files, before]);
    expect(remount('rw,size=16m')).toBe(true);
    expect((await post(stage, pdf(size))).status).toBe(201);
    expect(stored()).toHaveLength(files.length + 1);
  });
});

describe('with a bucket', () => {
  let stage: Stage;
  let s3: S3Server;
  beforeAll(async () => {
    s3 = await startS3();
    stage = await open(fileSettings({ s3: s3.settings }));
  });
  afterAll(async () => {
    await close(stage);
    await s3.stop();
  });

  it('takes files in and hands them out', async () => {
    const file = pdf(9_000_000);
    const answer = await post(stage, file);
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    const back = await fetch(`http://127.0.0.1:${stage.port}${stage.path}/${id}/content`, {
      headers: { authorization: `Bearer ${stage.member.token}` },
    });
    expect(Buffer.from(await back.arrayBuffer()).equals(file)).toBe(true);
  });
});
