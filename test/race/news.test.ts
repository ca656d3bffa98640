// News over real HTTP: what is committed is told within two seconds to those who may know it, and streams end when they should.

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { Factories, type Member } from '../factories/factories.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';

let serving: ServingApp;
let owner: DataSource;
let a: Factories;
let europe: string;
let address: string;
const open: Listener[] = [];

beforeAll(async () => {
  serving = await openServingApp();
  owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
  a = await Factories.inNewWorkspace(owner.manager);
  europe = await a.organization('Europe for Korea');
  await serving.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${String((serving.app.getHttpServer().address() as AddressInfo).port)}/api/v1/workspaces`;
});
afterEach(() => open.splice(0).forEach((listener) => listener.hangUp()));
afterAll(async () => {
  await serving.close();
  await owner.destroy();
});

/** A reader of news, who notes what is told. */
class Listener {
  text = '';
  hasEnded = false;
  private readonly gone = new AbortController();

  private constructor(readonly status: number) {}

  static async begin(member: Member, slug = a.slug, headers: Record<string, string> = {}): Promise<Listener> {
    const gone = new AbortController();
    const answer = await fetch(`${address}/${slug}/news`, {
      headers: { authorization: `Bearer ${member.token}`, ...headers },
      signal: gone.signal,
    });
    const listener = new Listener(answer.status);
    listener.gone.signal.addEventListener('abort', () => gone.abort());
    open.push(listener);
    void listener.read(answer);
    return listener;
  }

  hangUp = (): void => this.gone.abort();

  /** Kinds and ids that were told so far. */
  told(): string[] {
    return [...this.text.matchAll(/^data: (\{"objects".*)$/gm)].flatMap(([, json]) =>
      (JSON.parse(json!) as { objects: { type: string; id: string }[] }).objects.map(({ type, id }) => `${type} ${id}`),
    );
  }

  private async read(answer: Response): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of answer.body!) this.text += decoder.decode(chunk as Uint8Array, { stream: true });
    } catch {
      // Whoever hung up reads no more.
    }
    this.hasEnded = true;
  }
}

const send = async (by: Member, path: string, body: unknown): Promise<Record<string, any>> => {
  const answer = await fetch(`${address}/${a.slug}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Record<string, any>;
};
const link = (n: unknown, given: object = {}) => ({
  kind: 'link',
  title: 'A canary',
  url: `https://example.org/${String(n)}`,
  ...given,
});
const until = async (isSo: () => boolean): Promise<void> => {
  for (let n = 0; n < 200 && !isSo(); n++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isSo()).toBe(true);
};

describe('news', () => {
  it('are told to everybody who may know, and to nobody else, in no words', async () => {
    const [editor, partner] = [await a.member(), await a.member({ roles: ['partner'], organizationId: europe })];
    const elsewhere = await a.otherWorkspace();
    const [ours, theirs, others] = [
      await Listener.begin(editor),
      await Listener.begin(partner),
      await Listener.begin(await elsewhere.member(), elsewhere.slug),
    ];
    const own = await send(editor, '/evidence', link(1, { confidentiality: 'organization' }));
    const sealed = await send(editor, '/evidence', link(2, { confidentiality: 'restricted' }));
    const all = await send(editor, '/evidence', link(3));
    await until(() => theirs.told().includes(`evidence ${String(all['id'])}`));
    await until(() => ours.told().includes(`evidence ${String(sealed['id'])}`));
    expect(ours.told()).toContain(`evidence ${String(own['id'])}`);
    expect(theirs.told()).toEqual([`evidence ${String(all['id'])}`]);
    expect(others.told()).toEqual([]);
    expect(ours.text).not.toContain('canary');
  });

  it('of a saved view are its owner’s alone, even that it is gone', async () => {
    const [owner, other] = [await a.member(), await a.member({ roles: ['administrator', 'editor'] })];
    const [own, theirs] = [await Listener.begin(owner), await Listener.begin(other)];
    const { id } = await send(owner, '/saved-views', { name: 'Mine', address: '/follow-ups' });
    await until(() => own.told().includes(`saved-view ${String(id)}`));
    const gone = await fetch(`${address}/${a.slug}/saved-views/${String(id)}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${owner.token}`, 'if-match': '"1"' },
    });
    expect(gone.status).toBe(204);
    const piece = await send(owner, '/evidence', link('after'));
    await until(() => theirs.told().includes(`evidence ${String(piece['id'])}`));
    expect(theirs.told().filter((told) => told.startsWith('saved-view'))).toEqual([]);
  });

  it('of a track name its follow-up and recommendation, once for each event', async () => {
    const editor = await a.member();
    const followUp = await a.followUp();
    const piece = await a.evidence(editor);
    const reader = await Listener.begin(editor);
    await send(editor, `/tracks/${followUp.implementation}/evidence`, { evidenceId: piece, stance: 'supports' });
    const expected = [
      `track ${followUp.implementation}`,
      `follow-up ${followUp.id}`,
      `recommendation ${followUp.recommendationId}`,
    ];
    await until(() => reader.told().includes(expected[0]!));
    const other = await send(editor, '/evidence', link(4));
    await until(() => reader.told().includes(`evidence ${String(other['id'])}`));
    for (const object of expected) expect(reader.told().filter((told) => told === object)).toEqual([object]);
  });

  it('begin with reading anew for who comes back, and are for members alone', async () => {
    const editor = await a.member();
    const [first, again] = [
      await Listener.begin(editor),
      await Listener.begin(editor, a.slug, { 'last-event-id': 'x' }),
    ];
    await until(() => again.text.includes('{"objects":[]}'));
    expect(first.text).not.toContain('{"objects":[]}');
    // Browsers say that they come back only where they were given an id.
    expect(first.text).toMatch(/^id: ./m);
    const elsewhere = await a.otherWorkspace();
    expect((await Listener.begin(await elsewhere.member())).status).toBe(404);
  });

  it('end with the token, and with the membership as it was', async () => {
    const [ended, demoted, kept] = [
      await a.member(),
      await a.member({ roles: ['editor', 'partner'] }),
      await a.member(),
    ];
    const [first, second, third] = [
      await Listener.begin(ended),
      await Listener.begin(demoted),
      await Listener.begin(kept),
    ];
    await a.rows('UPDATE access_token SET ended_at = clock_timestamp() WHERE account_id = $1', [ended.actor.accountId]);
    await a.rows(`UPDATE membership SET roles = '{partner}' WHERE id = $1`, [demoted.actor.membershipId]);
    const piece = await send(kept, '/evidence', link(5));
    await until(() => first.hasEnded && second.hasEnded);
    expect(first.told()).not.toContain(`evidence ${String(piece['id'])}`);
    await until(() => third.told().includes(`evidence ${String(piece['id'])}`));
    expect(third.hasEnded).toBe(false);
  });

  it('are eight at once for one person, and another one once one hangs up', async () => {
    const editor = await a.member();
    const eight = [];
    for (let n = 0; n < 8; n++) eight.push(await Listener.begin(editor));
    expect(eight.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect((await Listener.begin(editor)).status).toBe(429);
    eight[0]!.hangUp();
    let status = 0;
    for (let n = 0; n < 100 && status !== 200; n++) {
      status = (await Listener.begin(editor)).status;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(status).toBe(200);
  });

  it('are eight for who only asks for the head, again and again', async () => {
    const editor = await a.member();
    const headers = { authorization: `Bearer ${editor.token}` };
    for (let n = 0; n < 9; n++)
      expect((await fetch(`${address}/${a.slug}/news`, { method: 'HEAD', headers })).status).toBe(200);
    expect((await Listener.begin(editor)).status).toBe(200);
  });

  it('are asked for once a second for all together, and not at all for nobody', async () => {
    const editor = await a.member();
    const asked = jest.spyOn(serving.dataSource.manager, 'query');
    const recent = () => asked.mock.calls.filter(([query]) => JSON.stringify(query).includes('heed_recent')).length;
    const readers = [await Listener.begin(editor), await Listener.begin(await a.member())];
    const piece = await send(editor, '/evidence', link(6));
    await until(() => readers.every((reader) => reader.told().includes(`evidence ${String(piece['id'])}`)));
    await until(() => recent() > 2);
    readers.forEach((reader) => reader.hangUp());
    const rate = recent();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    // One may have been under way.
    expect(recent()).toBeLessThanOrEqual(rate + 1);
    asked.mockRestore();
  });

  it('are read anew where the database was away', async () => {
    const reader = await Listener.begin(await a.member());
    const asked = jest.spyOn(performance, 'now');
    asked.mockImplementation(() => 1e12);
    await until(() => reader.text.includes('{"objects":[]}'));
    asked.mockRestore();
    expect(reader.hasEnded).toBe(false);
  });
});

describe('a server that stops', () => {
  it('ends the streams, cuts who never said anything, and waits for nobody', async () => {
    const other = await openServingApp();
    const database = await new DataSource(dataSourceOptions(other.url)).initialize();
    const there = await Factories.inNewWorkspace(database.manager);
    const member = await there.member();
    await other.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = other.app.getHttpServer().address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${String(port)}/api/v1/workspaces/${there.slug}/news`, {
      headers: { authorization: `Bearer ${member.token}` },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const text = answer.text();
    const silent = connect(port, '127.0.0.1');
    await once(silent, 'connect');
    const cut = once(silent, 'close');
    await other.close();
    await cut;
    expect(await text).toContain('retry: 2000');
    await database.destroy();
  });
});
