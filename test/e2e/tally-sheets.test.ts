// A kept number as a table that is taken away: the question, what was counted, and nothing that a spreadsheet would run.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import papaparse from 'papaparse';
import type { Member, Row } from '../factories/factories.js';
import { openedEvents } from '../support/record.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let verifier: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member({ name: 'Han Ji-won' });
  verifier = await world.a.member({ roles: ['verifier'], organizationId: await world.a.organization('Second') });
});
afterEach(() => world.close());

const ok = async (answer: Promise<Answer>): Promise<Record<string, any>> => {
  const { status, body } = await answer;
  expect([200, 201, JSON.stringify(body)]).toContain(status);
  return body;
};
const move = (track: string, transition: string, given: Row = {}, by = editor) =>
  ok(world.as(by).post(`/tracks/${track}/transitions`, { transition, note: 'Because.', ...given }));
const keep = (given: Row = {}) =>
  ok(
    world.as(editor).post('/tallies', { title: 'Fulfilled', axis: 'implementation', phases: ['fulfilled'], ...given }),
  );
const sheetOf = async (id: string, by = editor, language = 'en') => {
  const { status, headers, body } = await world.as(by).get(`/tallies/${id}/csv`, { 'accept-language': language });
  expect(status).toBe(200);
  const text = body as unknown as string;
  expect(text.startsWith('\uFEFF"')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const rows = papaparse.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
  const n = rows.findIndex((row) => row.every((cell) => cell === ''));
  return { headers, rows, facts: Object.fromEntries(rows.slice(0, n)), table: rows.slice(n + 1) };
};

/** Claimed by one, checked by another. */
async function fulfil(given: Row = {}, addressee = 'China') {
  const followUp = await world.a.followUp({
    recommendation_id: await world.a.recommendation({ code: 'W-1', title: 'Send workers home', ...given }),
    addressee_id: await world.a.addressee({ name: addressee }),
  });
  const pieces = [
    await world.a.evidence(editor, { title: 'A report' }),
    await world.a.evidence(editor, { title: '=HYPERLINK("http://evil.example")' }),
  ];
  for (const id of pieces)
    await world.a.rows(
      `UPDATE evidence SET acceptance = 'accepted', verified_by = $2, verified_at = now() WHERE id = $1`,
      [id, verifier.actor.personId],
    );
  await move(followUp.implementation, 'claim', { occurredOn: '2024-03-01', evidenceIds: pieces });
  await move(followUp.implementation, 'verify', { occurredOn: '2024-05-01' }, verifier);
  return followUp;
}

describe('a kept number as a table', () => {
  test('has the sentence, the question, both instants and what was left out, and each thing counted with who claimed and who checked', async () => {
    const followUp = await fulfil();
    await world.a.followUp();
    const tally = await keep({ from: '2024-01-01', to: '2024-12-31' });
    const { headers, rows, facts, table } = await sheetOf(tally['id']);
    expect([headers['content-type'], headers['content-disposition']]).toEqual([
      'text/csv; charset=utf-8',
      `attachment; filename="Fulfilled.csv"; filename*=UTF-8''Fulfilled.csv`,
    ]);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    expect(facts).toMatchObject({
      Title: 'Fulfilled',
      'Number as a sentence': tally['sentence'],
      Number: '1',
      'Of how many': '2',
      'Not counted: nothing is known yet': '1',
      'As things stood on': tally['asOf'],
      'As recorded by': tally['knownAt'],
      'Kept by': 'Han Ji-won, First Organization',
      'Listed below, of what you may see': '1',
    });
    const again = await keep(JSON.parse(String(facts['Question for the API'])) as Row);
    expect([again['number'], again['asOf'], again['knownAt'], again['from']]).toEqual([
      1,
      tally['asOf'],
      tally['knownAt'],
      '2024-01-01',
    ]);
    const [headings = [], line = [], ...more] = table;
    expect(more).toEqual([]);
    expect(Object.fromEntries(headings.map((heading, n) => [heading, line[n]]))).toMatchObject({
      'No.': '1',
      Code: 'W-1',
      Recommendation: 'Send workers home',
      Addressee: 'China',
      State: 'Implemented',
      Happened: '2024-05-01',
      'For which organization': 'Second',
      'Entered before by': 'Han Ji-won',
      'For which organization, before': 'First Organization',
      'Happened before': '2024-03-01',
      'Id of the follow-up': followUp.id,
    });
    expect(line[headings.indexOf('Evidence before')]).toContain('A report (supports)');
    expect((await openedEvents(world, tally['id'])).at(-1)).toMatchObject({
      action: 'tally.exported',
      details: { format: 'csv', items: 1 },
    });
  });

  test('has no cell that a spreadsheet would run, whatever people entered', async () => {
    await fulfil({ title: ' ＝cmd|calc' }, '=1+1');
    const { id } = await keep({ title: '@SUM(A1)' });
    const { rows } = await sheetOf(id as string);
    const active = rows.flat().filter((cell) => /^[\s\p{Z}\p{C}]*[=+\-@|%＝＋－＠｜％]/u.test(cell));
    expect(active).toEqual([]);
    expect(rows.flat()).toEqual(expect.arrayContaining([`'=1+1`, `' ＝cmd|calc`, `'@SUM(A1)`]));
  });

  test('speaks the language of its reader, auditors too', async () => {
    await fulfil();
    const { id } = await keep();
    const auditor = await world.a.member({ roles: ['auditor'] });
    const { facts, table } = await sheetOf(id as string, auditor, 'ko');
    expect(facts).toMatchObject({ 제목: 'Fulfilled', 수: '1', '아래 목록의 수(볼 수 있는 것만)': '1' });
    expect(table[0]).toContain('기록 또는 확인한 사람');
  });

  test('lists no more than its reader may see, and says how many that are; what is not there is not found', async () => {
    const followUp = await fulfil();
    const { id } = await keep();
    await world.a.rows(`UPDATE recommendation SET confidentiality = 'organization' WHERE id = $1`, [
      followUp.recommendationId,
    ]);
    const { rows, facts, table } = await sheetOf(id as string, verifier);
    expect([facts['Number'], facts['Listed below, of what you may see'], table.length]).toEqual(['1', '0', 1]);
    expect(rows.flat().join()).not.toContain('Send workers home');
    const empty = await world.a.tally(editor);
    expect((await world.as(editor).get(`/tallies/${followUp.id}/csv`)).status).toBe(404);
    expect((await sheetOf(empty)).table).toHaveLength(1);
  });
});
