import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { FAULTS } from '../../src/data-quality/faults.js';
import type { Member } from '../factories/factories.js';
import { documentOf, foundDamaged, keptFile, restrictedPiece } from '../support/damaged.js';
import { openedEvents, refused } from '../support/record.js';
import { type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member, theirs: Member;
let api: Caller, partner: Caller;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  theirs = await world.a.member({ organizationId: await world.a.organization('Europe for Korea') });
  [api, partner] = [world.as(editor), world.as(theirs)];
});
afterEach(() => world.close());

const counts = async (by = api, query = ''): Promise<Record<string, number>> => {
  const { faults } = (await by.get(`/data-quality${query}`)).body;
  const found = (faults as { fault: string; count: number }[]).filter(({ count }) => count > 0);
  return Object.fromEntries(found.map(({ fault, count }) => [fault, count]));
};
const list = async (fault: string, query = '', by = api): Promise<Record<string, any>[]> =>
  (await by.get(`/data-quality/${fault}${query}`)).body['items'];
const titles = async (fault: string, query = '', by = api) =>
  (await list(fault, query, by)).map(({ subject, other }) => [subject.title, ...(other ? [other.title] : [])].sort());
/** A source whose link is there, so that it is no fault itself. */
const source = (given: Record<string, unknown> = {}) => world.a.source({ url: 'https://example.org/letter', ...given });
const sound = async (given: Record<string, unknown> = {}) =>
  world.a.recommendation({ source_id: await source(), ...given });
const followed = async (given: Record<string, unknown>) =>
  world.a.followUp({ addressee_id: await world.a.addressee({ name: uuid() }), ...given });
const bySql = (sql: string, ...values: unknown[]) => world.a.rows(sql, values);

describe('states', () => {
  it('without evidence are named with the follow-up and where to mend it, until some is attached', async () => {
    const recommendation_id = await sound({ title: 'Let them visit' });
    const followUp = await followed({ recommendation_id });
    const piece = await world.a.evidence(editor, {
      kind: 'account',
      url: null,
      terms: 'background',
      statement_hash: Buffer.alloc(32),
    });
    await world.a.link(followUp.implementation, piece, editor);
    const moved = await api.post(`/tracks/${followUp.implementation}/transitions`, {
      ...{ transition: 'start', occurredOn: '2019', evidenceIds: [piece] },
    });
    expect(moved.status).toBe(201);
    expect(await counts()).toEqual({});
    await world.a.rows('SET LOCAL session_replication_role = replica');
    await bySql('DELETE FROM transition_evidence');
    await world.a.rows('SET LOCAL session_replication_role = DEFAULT');
    await world.a.link(followUp.implementation, piece, editor, { stance: null });
    expect(await counts()).toEqual({ 'unfounded-state': 1 });
    expect(await list('unfounded-state')).toEqual([
      {
        id: expect.any(String),
        fault: 'unfounded-state',
        message: 'It was said how this stands, and no evidence is attached.',
        subject: { type: 'recommendation', id: recommendation_id, title: 'Let them visit' },
        other: null,
        followUpId: followUp.id,
        addressee: expect.any(String),
        axis: 'implementation',
        detail: null,
        since: expect.any(String),
        mend: {
          page: `/recommendations/${recommendation_id}?followUp=${followUp.id}&side=implementation`,
          api: `/recommendations/${recommendation_id}`,
        },
        dismissal: null,
      },
    ]);
    await world.a.link(followUp.implementation, piece, editor);
    expect(await counts()).toEqual({});
  });

  it('that nothing touched for a set time are stale, and counted for whoever looks after them', async () => {
    const recommendation_id = await sound({ title: 'Old' });
    const followUp = await followed({ recommendation_id });
    await followed({ recommendation_id: await sound() });
    await world.a.rows('SET LOCAL session_replication_role = replica');
    await bySql(
      `UPDATE follow_up SET updated_at = clock_timestamp() - interval '14 months', moved_at = clock_timestamp() - interval '14 months' WHERE id = $1`,
      followUp.id,
    );
    await world.a.rows('SET LOCAL session_replication_role = DEFAULT');
    expect(await counts()).toEqual({ stale: 1 });
    expect(await counts(api, '?staleAfter=24')).toEqual({});
    expect(await titles('stale', '?staleAfter=12')).toEqual([['Old']]);
    expect(await counts(api, `?organization=${theirs.actor.organizationId}`)).toEqual({});
    expect(await counts(api, `?organization=${world.a.organizationId}`)).toEqual({ stale: 1 });
    await bySql('UPDATE follow_up SET closed = true WHERE id = $1', followUp.id);
    expect(await counts()).toEqual({});
  });

  it('are older than all that is cited, or changed on what an earlier change stood on', async () => {
    const followUp = await followed({ recommendation_id: await sound({ title: 'Dated' }) });
    const late = await world.a.evidence(editor, {
      published_on: '2021',
      published_last: '2021-12-31',
    });
    await world.a.link(followUp.implementation, late, editor);
    const move = async (transition: string, occurredOn: string) => {
      const path = `/tracks/${followUp.implementation}/transitions`;
      const { status } = await api.post(path, { transition, occurredOn, note: 'x', evidenceIds: [late] });
      expect([transition, status]).toEqual([transition, 201]);
    };
    await move('start', '2019');
    expect(await counts()).toEqual({ 'older-than-evidence': 1, unarchived: 1 });
    expect(await list('older-than-evidence')).toMatchObject([{ detail: '2019 < 2021', axis: 'implementation' }]);
    await bySql('UPDATE evidence SET published_on = NULL, published_last = NULL WHERE id = $1', late);
    expect(await counts()).toEqual({ unarchived: 1 });
    await move('find-no-action', '2020');
    expect(await counts()).toEqual({ 'no-new-evidence': 1, unarchived: 1 });
  });
});

describe('things', () => {
  it('without a source, a copy, or entered twice', async () => {
    const bare = await world.a.source({ title: 'A letter without a link', url: null });
    await world.a.recommendation({ source_id: bare });
    await world.a.source({ title: 'Nothing is taken from it', url: null });
    expect(await titles('missing-source')).toEqual([['A letter without a link']]);

    const same = { canonical_url: 'https://example.org/a', origin_id: await world.a.origin() };
    for (const title of ['One', 'Two']) await world.a.evidence(editor, { ...same, title });
    await world.a.evidence(editor, { ...same, title: 'Another place', locator: 'page 7' });
    await world.a.evidence(editor, { title: 'A link alone', url: 'https://example.org/alone' });
    expect(await titles('double-evidence')).toEqual([['One', 'Two']]);
    expect(await titles('unarchived')).toEqual([['One'], ['Two'], ['Another place'], ['A link alone']]);

    await world.a.addressee({ name: 'European Union' });
    await world.a.addressee({ name: 'The European Union' });
    await world.a.addressee({ name: 'South Korea' });
    expect(await titles('double-addressee')).toEqual([['European Union', 'The European Union']]);
  });

  it('asked twice in one source, or in two without being linked', async () => {
    const text = 'Permit independent monitoring visits to the zone.';
    const one = await source();
    await world.a.recommendation({ title: 'A', source_id: one, text });
    await world.a.recommendation({ title: 'B', source_id: one, text: text.toUpperCase().replace('.', ' !') });
    const other = await sound({ title: 'C', text: `  ${text}` });
    expect(await titles('double-recommendation')).toEqual([['A', 'B']]);
    expect(await counts()).toMatchObject({ 'double-recommendation': 1, 'repeated-ask': 2 });
    const [a] = await bySql(`SELECT id FROM recommendation WHERE title = 'A'`);
    const relation = { id: uuid(), workspace_id: world.a.workspaceId, kind: 'repeats' };
    await world.a.insert('relation', { ...relation, recommendation_id: other, other_id: a!['id'] });
    expect(await titles('repeated-ask')).toEqual([['B', 'C']]);
  });

  it('are figures that can hardly be right', async () => {
    const observe = async (unit: string, values: (number | null)[], more: Record<string, unknown>[] = []) => {
      const indicator_id = await world.a.indicator({ unit, title: `In ${unit}` });
      for (const [n, value] of values.entries()) {
        const year = String(2010 + n);
        await world.a.insert('observation', {
          ...{ id: uuid(), workspace_id: world.a.workspaceId, person_id: editor.actor.personId },
          ...{ organization_id: world.a.organizationId, indicator_id, estimate: false, said_by_hash: Buffer.alloc(32) },
          ...{ period: year, period_first: `${year}-01-01`, period_last: `${year}-12-31`, value, ...more[n] },
        });
      }
    };
    await observe('workers', [48, 50, 5000, 51]);
    await observe('reports', [48, 50, 52]);
    expect(await list('out-of-range')).toMatchObject([{ subject: { title: 'In workers' }, detail: '2012: 5000' }]);
    await observe('doses', [1, 100, 10_000], [{}, { breaks_series: true }]);
    expect(await counts()).toEqual({ 'out-of-range': 1 });
    await observe('percent', [20, 120]);
    await observe('people', [-3, null], [{}, { low: -1 }]);
    expect((await list('out-of-range')).map(({ detail }) => detail)).toEqual([
      '2012: 5000',
      '2011: 120',
      '2010: -3',
      '2011: -1',
    ]);
  });
});

describe('damage', () => {
  /** Whose file is damaged, by the name of the thing, of each kind; and two of others. */
  const damaged = async (): Promise<Record<'piece' | 'letter' | 'kept', string>> => {
    const colleague = await world.a.member();
    const piece = await restrictedPiece(world.a, editor, 'Named persons', editor);
    const letter = await documentOf(world.a, editor, 'A letter of ours', 'organization');
    const kept = await keptFile(world.a, editor, 'voice.ogg');
    await foundDamaged(world.a, 'evidence', piece);
    await foundDamaged(world.a, 'intake', letter, 'missing');
    await foundDamaged(world.a, 'inbox-item', kept, 'locked');
    const others = await restrictedPiece(world.a, colleague, 'Others', colleague);
    await foundDamaged(world.a, 'evidence', others);
    await foundDamaged(world.a, 'inbox-item', await keptFile(world.a, colleague, 'not yours.ogg'));
    return { piece, letter, kept };
  };
  const dismiss = async (title: string, by = api) => {
    const item = (await list('damaged-file', '', by)).find(({ subject }) => subject.title === title);
    const reason = 'The operator knows.';
    return by.post('/data-quality/damaged-file/dismissals', { itemId: item!['id'], fine: true, reason });
  };

  it('is told of what is restricted, came in, or waits in an inbox, to whoever may see it and nobody else', async () => {
    const { piece, letter, kept } = await damaged();
    expect(await counts()).toEqual({ 'damaged-file': 3 });
    const items = await list('damaged-file');
    expect(items.map(({ subject, detail, mend }) => [subject, detail, mend.page, mend.api])).toEqual(
      expect.arrayContaining([
        [
          { type: 'evidence', id: piece, title: 'Named persons' },
          'What is stored is not what came in: it is not handed out.',
          ...[`/evidence/${piece}`, `/evidence/${piece}`],
        ],
        [
          { type: 'intake', id: letter, title: 'A letter of ours' },
          'What was stored is gone.',
          ...[`/intake/${letter}`, `/intake/${letter}`],
        ],
        [
          { type: 'inbox-item', id: kept, title: 'voice.ogg' },
          'The key that opens it is missing on this server; the file itself was not looked at.',
          ...['/for-me', `/inbox/${kept}`],
        ],
      ]),
    );
    for (const member of [
      await world.a.member({ roles: ['administrator'] }),
      await world.a.member({ roles: ['auditor'] }),
    ]) {
      expect(await counts(world.as(member))).toEqual({ 'damaged-file': 1 });
      expect(await titles('damaged-file', '', world.as(member))).toEqual([['A letter of ours']]);
    }
    expect(await counts(partner)).toEqual({});
    expect(await list('damaged-file', '', partner)).toEqual([]);
  });

  it('is told in Korean, and of a copy of a link as that', async () => {
    const piece = await world.a.evidence(editor, { title: 'A page' });
    await foundDamaged(world.a, 'link-copy', piece, 'missing');
    const { body } = await api.get('/data-quality/damaged-file', { 'accept-language': 'ko' });
    expect(body['items'][0].detail).toBe('보관해 둔 링크 사본입니다. 저장된 파일이 없어졌습니다.');
  });

  it('is told no more once the piece is withdrawn, or the thing in the inbox deleted', async () => {
    const { piece, kept } = await damaged();
    await world.a.rows('SET LOCAL session_replication_role = replica');
    await bySql(`UPDATE evidence SET withdrawal = 'withdrawn' WHERE id = $1`, piece);
    await world.a.rows('SET LOCAL session_replication_role = DEFAULT');
    expect((await api.patch(`/inbox/${kept}`, { removed: true }, 1)).status).toBe(200);
    expect(await titles('damaged-file')).toEqual([['A letter of ours']]);
  });

  it('is said to be known of a restricted piece under its seal, of a document for whoever sees it, and not of an inbox', async () => {
    const { piece, letter } = await damaged();
    const said = await dismiss('Named persons');
    expect([said.status, said.body['dismissal'].reason]).toEqual([201, 'The operator knows.']);
    const [words] = await bySql(
      `SELECT w.text, w.confidentiality, w.evidence_id FROM words w JOIN dismissal d ON d.reason_hash = w.hash WHERE d.subject_id = $1`,
      piece,
    );
    expect(words).toEqual({
      text: expect.stringMatching(/^heed:sealed:/),
      confidentiality: 'restricted',
      evidence_id: piece,
    });
    expect(await openedEvents(world, piece)).toMatchObject([{ action: 'fault.dismissed', level: 'restricted' }]);
    expect((await dismiss('A letter of ours')).status).toBe(201);
    expect(await openedEvents(world, letter)).toMatchObject([{ action: 'fault.dismissed', level: 'organization' }]);
    const colleague = world.as(await world.a.member());
    expect(await list('damaged-file', '?dismissed=true', colleague)).toMatchObject([
      { subject: { id: letter }, dismissal: { reason: 'The operator knows.' } },
    ]);
    expect(await list('damaged-file', '?dismissed=true', partner)).toEqual([]);
    await refused(world, () => dismiss('voice.ogg'), 409, 'own-inbox');
    expect(await titles('damaged-file')).toEqual([['voice.ogg']]);
  });
});

describe('a dismissal', () => {
  const letter = async () => {
    await world.a.recommendation({ source_id: await world.a.source({ title: 'By hand', url: null }) });
    const [item] = await list('missing-source');
    return item!;
  };
  const dismiss = (itemId: unknown, given: Record<string, unknown> = {}, by = api, fault = 'missing-source') =>
    by.post(`/data-quality/${fault}/dismissals`, { itemId, fine: true, reason: 'It came on paper.', ...given });

  it('is kept with who and why, taken back, and void once the thing changes', async () => {
    const { id, subject } = await letter();
    const { status, body } = await dismiss(id);
    expect([status, body['dismissal']]).toEqual([
      201,
      {
        by: expect.objectContaining({ id: editor.actor.membershipId }),
        reason: 'It came on paper.',
        recordedAt: expect.any(String),
      },
    ]);
    expect(await counts(partner)).toEqual({});
    expect(await list('missing-source', '?dismissed=true', partner)).toMatchObject([
      { id, dismissal: { reason: 'It came on paper.' } },
    ]);
    await refused(world, () => dismiss(id), 409, 'already-dismissed');
    expect((await dismiss(id, { fine: false, reason: undefined })).body['dismissal']).toBeNull();
    await refused(world, () => dismiss(id, { fine: false, reason: undefined }), 409, 'not-dismissed');
    expect(await counts()).toEqual({ 'missing-source': 1 });
    await dismiss(id);
    await api.patch(`/sources/${String(subject.id)}`, { note: 'Looked for it.' }, 1);
    expect(await counts()).toEqual({ 'missing-source': 1 });
    expect(await bySql('SELECT act, mark FROM dismissal ORDER BY recorded_at')).toEqual([
      { act: 'dismissed', mark: '1' },
      { act: 'taken-back', mark: '1' },
      { act: 'dismissed', mark: '1' },
    ]);
    const [first] = (await openedEvents(world, subject.id)).filter(({ action }) => action === 'fault.dismissed');
    expect(JSON.stringify(first)).not.toContain('paper');
  });

  it('is refused to whoever may not write, of what is not wrong, and without a reason', async () => {
    const { id } = await letter();
    const verifier = world.as(await world.a.member({ roles: ['verifier'] }));
    await refused(world, () => dismiss(id, {}, verifier), 403, 'forbidden');
    await refused(world, () => dismiss(uuid()), 404, 'not-found');
    await refused(world, () => dismiss(id, {}, api, 'stale'), 404, 'not-found');
    await refused(world, () => dismiss(id, {}, api, 'no-such-fault'), 404, 'not-found');
    await refused(world, () => dismiss(id, { reason: undefined }), 400, 'invalid-input');
    expect((await api.get('/data-quality/no-such-fault')).status).toBe(404);
  });
});

describe('what one may not see', () => {
  it('is counted, listed and dismissed by nobody else', async () => {
    const text = 'Permit independent monitoring visits to the zone.';
    const own = { confidentiality: 'organization', text };
    await sound({ ...own, title: 'Ours' });
    await sound({ title: 'Everybody', text });
    await world.a.evidence(editor, { confidentiality: 'organization', title: 'A link of ours' });
    await world.a.evidence(editor, { confidentiality: 'restricted', title: 'Named persons' });
    expect(await counts()).toEqual({ 'repeated-ask': 1, unarchived: 1 });
    expect(await counts(partner)).toEqual({});
    const [item] = await list('repeated-ask');
    const said = { itemId: item!['id'], fine: true, reason: 'Ours alone.' };
    await refused(world, () => partner.post('/data-quality/repeated-ask/dismissals', said), 404, 'not-found');
    await api.post('/data-quality/repeated-ask/dismissals', said);
    expect(await bySql(`SELECT confidentiality FROM words WHERE text = 'Ours alone.'`)).toEqual([
      { confidentiality: 'organization' },
    ]);
    expect(JSON.stringify((await partner.get('/data-quality/repeated-ask?dismissed=true')).body)).not.toContain('Ours');
  });

  it('nor by anybody of another workspace', async () => {
    await world.a.recommendation({ source_id: await world.a.source({ url: null }) });
    const elsewhere = await world.a.otherWorkspace();
    const stranger = world.as(await elsewhere.member(), elsewhere.slug);
    expect(await counts(stranger)).toEqual({});
    for (const fault of FAULTS) expect(await list(fault, '', stranger)).toEqual([]);
  });
});
