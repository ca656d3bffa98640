// Nothing of what a restricted piece says stands in a stolen database: canaries go through every field and are looked for in every
// row, which is what a dump holds. The same said of a piece of an organization is found, so the search finds what is there.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { Factories, type Member } from '../factories/factories.js';
import { contractOf } from '../support/contract.js';
import { formWith, png } from '../support/files.js';
import { type Browser, browserOf } from '../support/people.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';
import { Caller } from '../support/world.js';

let serving: ServingApp;
let owner: DataSource;
let a: Factories;
let holder: Member;
let reader: Member;
let administrator: Member;
let theirs: Caller;
let browser: Browser;
let trackId: string;

beforeAll(async () => {
  serving = await openServingApp();
  owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
  a = await Factories.inNewWorkspace(owner.manager);
  holder = await a.member();
  reader = await a.member({ roles: ['verifier'] });
  administrator = await a.member({ roles: ['administrator'] });
  const contract = await contractOf(serving.app);
  const as = (headers: Record<string, string>, base: string) => new Caller(serving.app, contract, base, headers);
  theirs = as({ authorization: `Bearer ${holder.token}` }, `/api/v1/workspaces/${a.slug}`);
  browser = await browserOf({ a, at: (headers: Record<string, string>) => as(headers, '') }, holder);
  trackId = (await a.followUp()).implementation;
}, 60_000);
afterAll(async () => {
  await serving.close();
  await owner.destroy();
});

const FIELDS = [
  'title',
  'url',
  'locator',
  'publisher',
  'finding',
  'quote',
  'statement',
  'file-name',
  'reason',
] as const;
const ACTS = ['other-title', 'other-quote', 'comment', 'other-comment', 'reply', 'withdrawal'] as const;

/** Says something in every field that there is, and answers the pieces. */
async function fill(level: string, mark: string): Promise<{ link: string; account: string; file: string }> {
  const c = (field: string): string => `kanari-${mark}-${field}`;
  const words = { locator: c('locator'), publisher: c('publisher'), finding: c('finding'), quote: c('quote') };
  const link = await made('/evidence', {
    ...{ kind: 'link', title: c('title'), url: `https://${c('url')}.example/`, confidentiality: level, ...words },
  });
  const account = await made('/evidence', {
    ...{ kind: 'account', title: 'An account', terms: 'background', statement: c('statement'), confidentiality: level },
  });
  const { headers, payload } = formWith(png(), { confidentiality: level }, `${c('file-name')}.png`);
  const file = (await theirs.post('/evidence/files', payload, headers)).body['id'] as string;
  const edited = await theirs.patch(`/evidence/${link}`, { title: c('other-title'), quote: c('other-quote') }, 1);
  expect(edited.status).toBe(200);
  const declined = await theirs.send(
    'POST',
    `/evidence/${account}/acceptance`,
    { acceptance: 'declined', reason: c('reason') },
    { 'if-match': '"1"' },
  );
  expect(declined.status).toBe(200);
  const comment = await made(`/evidence/${link}/comments`, { text: c('comment') });
  expect((await theirs.patch(`/comments/${comment}`, { text: c('other-comment') }, 1)).status).toBe(200);
  await made(`/evidence/${link}/comments`, { text: c('reply'), replyTo: comment });
  await made(`/tracks/${trackId}/evidence`, { evidenceId: link, stance: 'supports', shows: 'act' });
  return { link, account, file };
}

/** Sent twice with one key, and answered twice with the same. */
async function made(path: string, body: Record<string, unknown>): Promise<string> {
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const first = await theirs.post(path, body, headers);
  expect([first.status, first.body]).toEqual([201, first.body]);
  const again = await theirs.post(path, body, headers);
  expect([again.status, again.body]).toEqual([201, first.body]);
  expect(again.headers['idempotency-replayed']).toBe('true');
  return first.body['id'] as string;
}

/** Every row of every table, which is what a dump writes: bytes as text too. */
async function stolen(): Promise<string> {
  const tables = await owner.query<{ name: string }[]>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await owner.query<{ text: string }[]>(`SELECT row_to_json(t)::text AS text FROM ${name} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  const hex = [...texts.join('\n').matchAll(/\\x([0-9a-f]{2,})/g)].map(([, bytes]) =>
    Buffer.from(bytes ?? '', 'hex').toString('latin1'),
  );
  return [...texts, ...hex].join('\n').toLowerCase();
}
const found = (all: string, mark: string): string[] => [
  ...new Set([...all.matchAll(new RegExp(`kanari-${mark}-([a-z]+(-[a-z]+)?)`, 'g'))].map(([, field]) => field ?? '')),
];

describe('what a restricted piece says', () => {
  it('stands in no row, and is read by whoever is named as it was said', async () => {
    const { link, account, file } = await fill('restricted', 'secret');
    const open = await fill('organization', 'open');
    expect(found(await stolen(), 'secret')).toEqual([]);

    const asked = await browser.post(`/evidence/${link}/reader-requests`, {
      ...{ memberId: reader.actor.membershipId, askedOfId: administrator.actor.membershipId },
      ...{ reason: 'kanari-secret-request', endsOn: '2099-12-31' },
    });
    expect([asked.status, asked.body['reason']]).toEqual([201, 'kanari-secret-request']);
    const read = [
      `/evidence/${link}`,
      `/evidence/${account}`,
      `/evidence/${file}`,
      `/evidence/${link}/comments`,
      `/evidence/${link}/versions`,
      `/tracks/${trackId}/evidence`,
      '/evidence',
    ];
    const said = (await Promise.all(read.map(async (path) => JSON.stringify((await theirs.get(path)).body)))).join(
      '\n',
    );
    const inAnswers = [...FIELDS, ...ACTS].filter((field) => field !== 'withdrawal');
    expect(found(said, 'secret').sort()).toEqual([...inAnswers].sort());
    for (const { link: id, mark } of [
      { link, mark: 'secret' },
      { ...open, mark: 'open' },
    ])
      expect((await theirs.post(`/evidence/${id}/withdrawal`, { reason: `kanari-${mark}-withdrawal` })).status).toBe(
        201,
      );

    const all = await stolen();
    expect(found(all, 'secret')).toEqual([]);
    expect(found(all, 'open').sort()).toEqual([...FIELDS, ...ACTS].sort());
  }, 60_000);
});
