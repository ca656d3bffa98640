// Whoever writes the database can put an earlier wording back in its place, and it opens like any other. Once a day what restricted pieces say is held
// against what the log says was written last: then it is found, and told to those whom it concerns.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { SaidChecks } from '../../src/fixity/said-checks.js';
import { checkStored } from '../../src/schedule.js';
import { Factories, type Member } from '../factories/factories.js';
import { restrictedPiece } from '../support/damaged.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';

let serving: ServingApp;
let owner: DataSource;
let a: Factories;
let holder: Member;
let administrator: Member;
let id: string;

beforeAll(async () => {
  serving = await openServingApp();
  owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
});
beforeEach(async () => {
  await owner.query('DELETE FROM file_check');
  a = await Factories.inNewWorkspace(owner.manager);
  holder = await a.member();
  administrator = await a.member({ roles: ['administrator'] });
  const said = { title: 'First title', finding: 'First finding.', quote: 'First quote.', locator: 'Page 1' };
  const piece = { kind: 'link', url: 'https://www.example.org/witness', confidentiality: 'restricted', ...said };
  id = (await send('POST', '/evidence', piece))['id'] as string;
});
afterAll(async () => {
  await serving.close();
  await owner.destroy();
});

async function send(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  payload?: object,
  version?: number,
  by = holder,
): Promise<Record<string, any>> {
  const answer = await serving.app.inject({
    ...{ method, url: `/api/v1/workspaces/${a.slug}${path}` },
    ...(payload ? { payload } : {}),
    headers: {
      authorization: `Bearer ${by.token}`,
      ...(version === undefined ? {} : { 'if-match': `"${String(version)}"` }),
    },
  });
  expect([answer.statusCode < 300, answer.body]).toEqual([true, expect.any(String)]);
  return answer.json<Record<string, any>>();
}
const check = async (): Promise<void> => {
  await owner.query("UPDATE file_check SET checked_at = checked_at - interval '1 day'");
  await checkStored([serving.app.get(SaidChecks)], serving.url, new AbortController().signal);
};
const outcome = async (): Promise<string | undefined> =>
  (await owner.query<{ outcome: string }[]>('SELECT outcome FROM file_check WHERE blob_key = $1', [id]))[0]?.outcome;
const told = async (): Promise<string[]> =>
  (
    await owner.query<{ action: string }[]>(
      `SELECT action FROM audit_event WHERE object_id = $1 AND action LIKE 'evidence.words-%' ORDER BY at`,
      [id],
    )
  ).map(({ action }) => action);
const columns = 'title, finding_hash, quote_hash, locator, publisher, url';
const rowOf = async (): Promise<Record<string, any>> =>
  (await owner.query<Record<string, any>[]>(`SELECT ${columns} FROM evidence WHERE id = $1`, [id]))[0]!;
/** As whoever owns the database. */
async function put(sql: string, values: unknown[]): Promise<void> {
  await owner.query(
    'ALTER TABLE evidence DISABLE TRIGGER USER; ALTER TABLE comment DISABLE TRIGGER USER; ALTER TABLE comment_act DISABLE TRIGGER USER; ALTER TABLE words DISABLE TRIGGER USER',
  );
  await owner.query(sql, values);
  await owner.query(
    'ALTER TABLE evidence ENABLE TRIGGER USER; ALTER TABLE comment ENABLE TRIGGER USER; ALTER TABLE comment_act ENABLE TRIGGER USER; ALTER TABLE words ENABLE TRIGGER USER',
  );
}

describe('what a piece says', () => {
  it('is whole after everything that people write, and nobody is told', async () => {
    await send('PATCH', `/evidence/${id}`, { title: 'Second title', finding: 'Second finding.', quote: null }, 1);
    await send('PATCH', `/evidence/${id}`, { locator: 'Page 2', publisher: 'A group' }, 2);
    const { id: comment } = await send('POST', `/evidence/${id}/comments`, { text: 'First.' });
    await send('PATCH', `/comments/${String(comment)}`, { text: 'Second.' }, 1);
    await check();
    expect([await outcome(), await told()]).toEqual(['whole', []]);
    expect((await send('GET', `/evidence/${id}`))['damage']).toBeNull();
  });

  it.each([
    ['a title', { title: 'Second title' }, 'title'],
    ['a finding', { finding: 'Second finding.' }, 'finding_hash'],
    ['a quote that was taken away', { quote: null }, 'quote_hash'],
    ['a place in a document', { locator: 'Page 2' }, 'locator'],
  ])('an earlier wording that was put back is found, though it opens: %s', async (_, changed, column) => {
    const before = await rowOf();
    await send('PATCH', `/evidence/${id}`, changed, 1);
    // Whoever writes something else later does not make it right.
    await put(`UPDATE evidence SET ${column} = $2 WHERE id = $1`, [id, before[column]]);
    await send('PATCH', `/evidence/${id}`, { publisher: 'A group' }, 2);
    const read = await send('GET', `/evidence/${id}`);
    expect([read['title'], read['finding'], read['quote'], read['locator']]).toEqual([
      ...['First title', 'First finding.', 'First quote.', 'Page 1'],
    ]);
    await check();
    expect([await outcome(), await told()]).toEqual(['changed', ['evidence.words-mismatched']]);
    const damage = { of: 'words', outcome: 'changed', since: expect.any(String) };
    expect((await send('GET', `/evidence/${id}`))['damage']).toEqual(damage);
    const faults = await send('GET', '/data-quality/altered-words');
    expect(faults['items']).toMatchObject([{ subject: { id, title: 'First title' } }]);
    expect((await send('GET', '/data-quality/altered-words', undefined, undefined, administrator))['items']).toEqual(
      [],
    );
    expect((await send('GET', '/data-quality/damaged-file'))['items']).toEqual([]);
    await check();
    expect(await told()).toHaveLength(1);
    await send('PATCH', `/evidence/${id}`, { title: 'Third', finding: 'Third.', quote: 'Third.', locator: '3' }, 3);
    await check();
    expect([await outcome(), await told()]).toEqual([
      'whole',
      ['evidence.words-mismatched', 'evidence.words-found-whole'],
    ]);
  });

  it('two comments that were exchanged are found, and so is an earlier wording of one', async () => {
    const [one, other] = [
      await send('POST', `/evidence/${id}/comments`, { text: 'One.' }),
      await send('POST', `/evidence/${id}/comments`, { text: 'Other.' }),
    ].map((comment) => comment['id'] as string);
    const exchange = `UPDATE comment c SET text_hash = o.text_hash FROM comment o WHERE c.id IN ($1, $2) AND o.id IN ($1, $2) AND o.id <> c.id`;
    await put(exchange, [one, other]);
    expect((await send('GET', `/comments/${one!}`))['text']).toBe('Other.');
    await check();
    expect(await outcome()).toBe('changed');
    await put(exchange, [one, other]);
    await check();
    expect(await outcome()).toBe('whole');
    await send('PATCH', `/comments/${one!}`, { text: 'One more.' }, 1);
    await put(`DELETE FROM comment_act WHERE comment_id = $1`, [one]);
    expect((await send('GET', `/comments/${one!}`))['text']).toBe('One.');
    await check();
    expect(await outcome()).toBe('changed');
  });

  it('words that stand in the row of others open no more', async () => {
    await send('PATCH', `/evidence/${id}`, { finding: 'Second finding.' }, 1);
    const { finding_hash: hash } = await rowOf();
    await put(
      `UPDATE words w SET text = o.text, salt = o.salt FROM words o WHERE w.hash = $2 AND o.evidence_id = $1 AND o.hash <> $2 AND o.text LIKE '%:finding:%'`,
      [id, hash],
    );
    expect((await send('GET', `/evidence/${id}`))['finding']).toMatch(/^\(Sealed, and altered since/);
  });

  it('that was written before the log said what is good: nothing is known of it', async () => {
    await owner.query('DELETE FROM file_check');
    id = await restrictedPiece(a, holder, 'A list', holder);
    await check();
    expect(await outcome()).toBe('whole');
  });
});
