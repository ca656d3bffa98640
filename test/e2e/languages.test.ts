// What the server says to people, asked in one language and in the other. Codes never change with the language.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
});

afterEach(() => world.close());

const HANGUL = /[가-힣]/;

/** The same refusal in both languages; what programs read of it has to be the same. */
async function both(ask: (headers: Record<string, string>) => Promise<Answer>): Promise<[Answer, Answer]> {
  const english = await ask({});
  const korean = await ask({ 'accept-language': 'ko-KR,ko;q=0.9,en;q=0.5' });
  expect([english.headers['content-language'], korean.headers['content-language']]).toEqual(['en', 'ko']);
  expect(codesOf(korean)).toEqual(codesOf(english));
  for (const text of [english.body['title'], english.body['detail']]) expect(text).not.toMatch(HANGUL);
  for (const text of [korean.body['title'], korean.body['detail']]) expect(text).toMatch(HANGUL);
  return [english, korean];
}

const codesOf = ({ status, body }: Answer) => [
  status,
  body['code'],
  body['errors'].map(({ pointer, code }: Record<string, string>) => [pointer, code]),
  body['unmet']?.map(({ condition }: Record<string, string>) => condition),
];

describe('a refusal', () => {
  it('names each condition that is not met', async () => {
    const { implementation } = await world.a.followUp();
    const claim = { transition: 'claim', occurredOn: '2020', note: 'Why.' };
    const [english, korean] = await both((headers) =>
      api.post(`/tracks/${implementation}/transitions`, claim, headers),
    );
    expect(english.body).toMatchObject({
      code: 'unmet-conditions',
      title: 'Not all conditions of this transition are met',
      detail: 'Nothing was changed. Each condition under "unmet" says how to meet it.',
    });
    expect(korean.body).toMatchObject({
      title: '이 상태 변경에 필요한 조건이 모두 갖추어지지 않았습니다',
      detail: '바뀐 것은 없습니다. "unmet"의 조건마다 무엇이 필요한지 적혀 있습니다.',
    });
    expect(english.body['unmet'][0].message).toMatch(/^Attach \d pieces? of evidence .*; 0 so far\.$/);
    expect(korean.body['unmet'][0].message).toMatch(/^다음 증거를 첨부하세요: 증거 \d건.*\. 지금까지 0건입니다\.$/);
    expect(korean.body['errors'][0].message).toBe(korean.body['unmet'][0].message);
    expect(await world.a.rows('SELECT FROM transition')).toEqual([]);
  });

  it('names roles by their words', async () => {
    const { implementation } = await world.a.followUp();
    const evidenceIds = [await world.a.evidence(editor), await world.a.evidence(editor)];
    for (const piece of evidenceIds) await world.a.link(implementation, piece, editor);
    const claim = { transition: 'claim', occurredOn: '2020', note: 'Why.', evidenceIds };
    expect((await api.post(`/tracks/${implementation}/transitions`, claim)).status).toBe(201);
    const verify = { transition: 'verify', occurredOn: '2020', note: 'Seen.' };
    const [english, korean] = await both((headers) =>
      api.post(`/tracks/${implementation}/transitions`, verify, headers),
    );
    expect(english.body).toMatchObject({ status: 403, code: 'role-missing' });
    expect(english.body['detail']).toMatch(/^Ask somebody with the role verifier\. .*Nothing was changed\.$/);
    expect(korean.body['detail']).toMatch(/^다음 역할을 맡은 사람에게 요청하세요: 확인자\. .*바뀐 것은 없습니다\.$/);
  });

  it('names states by their labels', async () => {
    const { implementation } = await world.a.followUp();
    const verify = { transition: 'verify', occurredOn: '2020', note: 'Seen.' };
    const [english, korean] = await both((headers) =>
      api.post(`/tracks/${implementation}/transitions`, verify, headers),
    );
    expect([english.status, english.body['state'], korean.body['state']]).toEqual([
      409,
      'not-assessed',
      'not-assessed',
    ]);
    expect(english.body['detail']).toContain('There is no transition "verify" from "not-assessed", where');
    expect(korean.body['detail']).toContain('그 날짜의 상태인 "미평가"에서는 "verify" 상태 변경을 할 수 없습니다.');
  });

  it('says of each field what it has to be', async () => {
    const wrong = { title: '', sourceId: 'one', nature: 'none', text: 7, more: true };
    const [english, korean] = await both((headers) => api.post('/recommendations', wrong, headers));
    const saying = ({ body }: Answer) =>
      Object.fromEntries(body['errors'].map((e: Record<string, string>) => [e['pointer'], e['message']]));
    expect(saying(english)).toMatchObject({
      '/more': 'There is no such field here.',
      '/title': 'Write between 1 and 300 characters.',
      '/sourceId': 'sourceId must be a UUID',
    });
    expect(saying(korean)).toMatchObject({
      '/more': '여기에는 그런 항목이 없습니다.',
      '/title': '1~300자로 적으세요.',
      '/sourceId': 'UUID여야 합니다.',
    });
    for (const message of Object.values(saying(korean))) expect(message).toMatch(HANGUL);
    expect(await world.a.rows('SELECT FROM recommendation')).toEqual([]);
  });

  it.each([
    ['what is not there', 404, () => (headers: object) => api.get(`/recommendations/${uuid()}`, { ...headers })],
    ['nobody', 401, () => (headers: object) => world.as(undefined).get('/recommendations', { ...headers })],
    ['an address that is none', 404, () => (headers: object) => world.at().get('/api/v1/nowhere', { ...headers })],
    ['a filter that is none', 400, () => (headers: object) => api.get('/recommendations?filter=x', { ...headers })],
    ['a body that is none', 400, () => (headers: object) => api.post('/themes', '{', { ...headers })],
  ])('to %s is said in both', async (_, status, asked) => {
    const [english] = await both(asked());
    expect(english.status).toBe(status);
  });

  it('is English to whoever reads neither, and where nothing is asked for', async () => {
    for (const language of ['fr', 'zh-Hant, en;q=0.1', '*', ''])
      expect((await api.get(`/themes/${uuid()}`, { 'accept-language': language })).body['title']).toBe(
        'There is no such thing here',
      );
  });
});

describe('what an option still needs', () => {
  it('is said in the reader’s language', async () => {
    const { implementation } = await world.a.followUp();
    const options = async (language: string) =>
      (await api.get(`/tracks/${implementation}/transitions/options`, { 'accept-language': language })).body['items'];
    const [english, korean] = [await options('en'), await options('ko')];
    const unmet = (items: { unmet: Record<string, string>[] }[], field: string) =>
      items.flatMap((item) => item.unmet.map((one) => one[field]));
    expect(unmet(korean, 'condition')).toEqual(unmet(english, 'condition'));
    expect(unmet(english, 'message')).toContain('Say why, in a note.');
    expect(unmet(korean, 'message')).toContain('이유를 메모에 적으세요.');
    for (const message of unmet(english, 'message')) expect(message).not.toMatch(HANGUL);
    for (const message of unmet(korean, 'message')) expect(message).toMatch(HANGUL);
  });
});

describe('a refusal within a bulk action', () => {
  it('is kept in the language of whoever asked', async () => {
    const { implementation } = await world.a.followUp();
    const wish = {
      transition: { transition: 'claim', occurredOn: '2020', note: 'Why.' },
      items: [{ id: implementation }],
    };
    const { status, body } = await api.post('/bulk-actions', wish, { 'accept-language': 'ko' });
    expect(status).toBe(201);
    expect(body['refused'][0]).toMatchObject({
      code: 'unmet-conditions',
      message: expect.stringMatching(/^다음 증거를 첨부하세요/),
    });
    expect(await world.a.rows("SELECT refusal->>'message' AS message FROM bulk_action_item")).toEqual([
      { message: expect.stringMatching(/^다음 증거를 첨부하세요/) },
    ]);
  });
});

describe('the title of a recommendation', () => {
  const translations = { ko: { title: '강제노동 중단', text: '강제노동을 중단할 것.' } };

  it('is the translation where there is one for the reader, in every list, and the original elsewhere', async () => {
    const id = await world.a.recommendation({ code: 'A-1', title: 'End forced labour', translations });
    const plain = await world.a.recommendation({ code: 'A-2', title: 'Allow visits' });
    for (const recommendation_id of [id, plain]) await world.a.followUp({ recommendation_id });
    const titles = async (path: string, language: string, of = (item: any) => item.recommendation.title) =>
      (await api.get(path, { 'accept-language': language })).body['items'].map(of);
    const own = (item: { title: string }) => item.title;
    const lists = [
      ['/follow-ups?sort=code', undefined],
      ['/recommendations?sort=code', own],
      ['/search?q=A-', own],
    ] as const;
    for (const [path, of] of lists) {
      expect([path, await titles(path, 'ko', of)]).toEqual([path, ['강제노동 중단', 'Allow visits']]);
      expect([path, await titles(path, 'en', of)]).toEqual([path, ['End forced labour', 'Allow visits']]);
    }
  });

  it('is the translation where one recommendation names another', async () => {
    const whole = await world.a.recommendation({ code: 'B-1', title: 'The whole', translations });
    const part = await world.a.recommendation({
      code: 'B-1-a',
      title: 'A part',
      label: '(a)',
      part_of: whole,
      translations,
    });
    const read = async (id: string, language: string) =>
      (await api.get(`/recommendations/${id}`, { 'accept-language': language })).body;
    expect(await read(part, 'ko')).toMatchObject({ title: 'A part', partOf: { title: '강제노동 중단' }, translations });
    expect(await read(whole, 'ko')).toMatchObject({ title: 'The whole', parts: [{ title: '강제노동 중단' }] });
    expect((await read(whole, 'en'))['parts']).toMatchObject([{ title: 'A part' }]);
  });

  it('is the translation in what waits for somebody', async () => {
    const recommendation_id = await world.a.recommendation({ title: 'End forced labour', translations });
    const { id } = await world.a.followUp({ recommendation_id, owner_id: editor.actor.membershipId });
    await world.a.insert('deadline', {
      id: uuid(),
      workspace_id: world.a.workspaceId,
      recommendation_id,
      follow_up_id: id,
      axis: 'response',
      due_on: '2019-01-01',
      due_last: '2019-01-01',
      basis: 'The letter.',
      person_id: editor.actor.personId,
      organization_id: world.a.organizationId,
    });
    const overdue = async (language: string) =>
      (await api.get('/for-me/overdue', { 'accept-language': language })).body['items'];
    expect(await overdue('ko')).toMatchObject([{ recommendation: { title: '강제노동 중단' } }]);
    expect(await overdue('en')).toMatchObject([{ recommendation: { title: 'End forced labour' } }]);
  });
});
