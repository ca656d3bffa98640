// Two who decide at once, and whoever asked taking it back meanwhile: one of them comes first, and the others are told.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf } from '../support/people.js';
import { atOnce, Race, RACERS, statusesOf } from './race.js';

let race: Race;
let asker: Browser;
let editor: Member;
let seconds: Browser[];

beforeAll(async () => {
  race = await Race.open();
  editor = await race.a.member();
  asker = await browserOf(race, editor);
  const members = await Promise.all(Array.from({ length: RACERS - 1 }, () => race.a.member({ roles: ['verifier'] })));
  seconds = [];
  for (const member of members) seconds.push(await browserOf(race, member));
  await atOnce(...seconds.map((by) => () => by.get('/lowerings')));
});
afterAll(() => race.close());

const ROUNDS = Array.from({ length: 5 }, (_, n) => n);
const checklist = [
  { code: 'consent', answer: 'no-source' },
  { code: 'identifiers', answer: 'none' },
  { code: 'harm', answer: 'nobody' },
  { code: 'copy', answer: 'no-file' },
];
const piece = () => race.a.evidence(editor, { confidentiality: 'coalition' });
const ask = async (evidenceId: string): Promise<string> => {
  const answer = await asker.post(`/evidence/${evidenceId}/lowerings`, { to: 'public', checklist, reason: 'x' });
  expect(answer.status).toBe(201);
  return answer.body['id'];
};
const agree = (by: Browser, id: string) => () => by.post(`/lowerings/${id}/decision`, { decision: 'agree' });
const refuse = (by: Browser, id: string) => () =>
  by.post(`/lowerings/${id}/decision`, { decision: 'refuse', reason: 'x' });
const after = async (evidenceId: string) => {
  const [row] = await race.a.rows<{ level: string; version: number; decision: string }>(
    'SELECT e.confidentiality AS level, e.version, l.decision FROM evidence e JOIN lowering l ON l.evidence_id = e.id WHERE e.id = $1',
    [evidenceId],
  );
  return row;
};
const told = async (evidenceId: string): Promise<string[]> =>
  (
    await race.a.rows<{ action: string }>('SELECT action FROM audit_event WHERE object_id = $1 ORDER BY at', [
      evidenceId,
    ])
  ).map(({ action }) => action);

test('of many who decide at once one does, and the level is lowered once or not at all', async () => {
  for (const n of ROUNDS) {
    const evidenceId = await piece();
    const id = await ask(evidenceId);
    const answers = await atOnce(...seconds.map((by, m) => ((n + m) % 2 === 0 ? agree(by, id) : refuse(by, id))));
    expect(statusesOf(answers)).toEqual([200, ...Array<number>(seconds.length - 1).fill(409)]);
    const state = answers.find(({ status }) => status === 200)!.body['state'];
    const isAgreed = state === 'agreed';
    expect(await after(evidenceId)).toEqual({
      ...{ level: isAgreed ? 'public' : 'coalition', version: isAgreed ? 2 : 1, decision: state },
    });
    expect(await told(evidenceId)).toEqual([
      'evidence.lowering-asked',
      isAgreed ? 'evidence.lowered' : 'evidence.lowering-refused',
    ]);
  }
});

test('taken back while others agree, it is one of the two', async () => {
  for (const _ of ROUNDS) {
    const evidenceId = await piece();
    const id = await ask(evidenceId);
    const [back, ...agreed] = await atOnce(
      () => asker.delete(`/lowerings/${id}`),
      ...seconds.map((by) => agree(by, id)),
    );
    const isBack = back!.status === 204;
    expect(agreed.filter(({ status }) => status === 200)).toHaveLength(isBack ? 0 : 1);
    expect(await after(evidenceId)).toMatchObject({
      ...{ level: isBack ? 'coalition' : 'public', decision: isBack ? 'taken-back' : 'agreed' },
    });
  }
});

test('a flag that is set meanwhile comes before it becomes public, or after, never in between', async () => {
  for (const _ of ROUNDS) {
    const evidenceId = await piece();
    const id = await ask(evidenceId);
    const [flag, agreed] = await atOnce(
      () => asker.post(`/evidence/${evidenceId}/harm-flag`, { reason: 'x' }),
      agree(seconds[0]!, id),
    );
    expect(flag!.status).toBe(201);
    const actions = await told(evidenceId);
    const isPublic = (await after(evidenceId))?.level === 'public';
    expect([agreed!.status, actions.at(isPublic ? -2 : -1)]).toEqual(
      isPublic ? [200, 'evidence.lowered'] : [409, 'evidence.flagged'],
    );
  }
});
