// A document comes in, people decide on what was proposed of it, and what they accepted becomes a source with its follow-ups.

import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '../../src/access/actor.js';
import { BlobStore } from '../../src/blobs/blob-store.js';
import type { Member } from '../factories/factories.js';
import { docxOf, drawn, p, pdfOf } from '../support/documents.js';
import { eventsOf } from '../support/events.js';
import { exe, formWith, pdf } from '../support/files.js';
import { openedEvents, refused, rowOf } from '../support/record.js';
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

const LETTER = `Letter on a matter

Dear Ministers,

We write to you about a matter that has been open for ten years, and on which nothing was done.

We urge Norway to publish the report of the inquiry in full.

We urge Iceland to ratify the protocol without delay.

Nothing else is asked here.
`;
/** Of an official body. */
const OUTCOME = `Report of the Working Group on the Universal Periodic Review

Norway

II. Conclusions and/or recommendations

6. The recommendations listed below enjoy the support of Norway:

6.1 Publish in Norway those minutes in which hearings of an inquiry are written down (Chile);
`;
const URGED = {
  why: 'The issuer asks ("We urge")',
  reason: { code: 'issuer-asks', words: 'We urge', isAboveList: false },
};
const paste = (content = LETTER, more: Record<string, unknown> = {}): Promise<Answer> =>
  api.post('/intake', { format: 'text', content, ...more });
const made = async (content?: string, more?: Record<string, unknown>): Promise<string> =>
  String((await paste(content, more)).body['id']);
const send = (file: Buffer, fields: Record<string, string> = {}, name = 'A letter.pdf'): Promise<Answer> => {
  const { headers, payload } = formWith(file, fields, name);
  return api.post('/intake', payload, headers);
};
interface Proposed extends Record<string, any> {
  id: string;
  version: number;
  text: string;
  span: { start: number; end: number };
}
const proposalsOf = async (id: string, by = api): Promise<Proposed[]> =>
  (await by.get(`/intake/${id}/proposals`)).body['items'] as Proposed[];
const at = (id: string, proposal: Proposed): string => `/intake/${id}/proposals/${proposal.id}`;
const seen = ({ id, version }: Proposed) => ({ id, version });
/** Every file of this workspace in the store. */
function stored(): string[] {
  try {
    return readdirSync(folder()).sort();
  } catch {
    return [];
  }
}
const folder = (): string => join(world.app.get<{ folder: string }>(BlobStore).folder, world.a.workspaceId);
const accept = async (id: string, by = api): Promise<void> => {
  const proposals = (await proposalsOf(id, by)).map(seen);
  expect((await by.post(`/intake/${id}/decisions`, { proposals, state: 'accepted' })).status).toBe(201);
};
const SOURCE = { title: 'Letter on a matter', kind: 'letter', symbol: 'L/1', issuedOn: '2020-05' };
const body = (more: Record<string, unknown> = {}) => ({ source: SOURCE, codePrefix: 'L1', ...more });
const named = async (...names: string[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const name of names) ids.push(await world.a.addressee({ name }));
  return ids;
};

describe('POST /intake', () => {
  it('keeps what was pasted, its original and its text, and proposes; nothing enters the record', async () => {
    const { status, body: intake, headers } = await paste();
    expect([status, headers['etag'], intake]).toMatchObject([
      201,
      '"1"',
      { title: 'Letter on a matter', format: 'text', state: 'ready', confidentiality: 'coalition', source: null },
    ]);
    const row = (await rowOf(world, 'intake', intake['id']))!;
    expect(row['sha256']).toEqual(createHash('sha256').update(LETTER).digest());
    expect(readFileSync(join(folder(), String(row['blob_key'])), 'utf8')).toBe(LETTER);
    const proposals = await proposalsOf(intake['id']);
    expect(proposals).toMatchObject([
      {
        text: expect.stringContaining('publish the report'),
        addressees: ['Norway'],
        state: 'proposed',
        edited: false,
        ...URGED,
      },
      { text: expect.stringContaining('ratify the protocol'), addressees: ['Iceland'], state: 'proposed' },
    ]);
    const { body: read } = await api.get(`/intake/${String(intake['id'])}`);
    for (const { span, text } of proposals)
      expect(String(read['text']).slice(span.start, span.end).replace(/\s+/g, ' ')).toBe(text);
    expect(intake['counts']).toEqual({ proposed: 2, accepted: 0, rejected: 0 });
    expect(read['asSource']).toEqual({ kind: 'letter', symbol: null, mechanism: null, issuedOn: null });
    const [event, ...others] = await openedEvents(world, intake['id']);
    expect([event, others]).toMatchObject([{ action: 'intake.created', level: 'coalition' }, []]);
    expect(JSON.stringify(event)).not.toContain('Norway');
    expect(await world.a.rows('SELECT FROM recommendation')).toEqual([]);
  });

  it.each([
    ['pdf', 'application/pdf', () => pdfOf([drawn(LETTER.trim().split('\n\n'))])],
    [
      'docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      () =>
        docxOf(
          LETTER.trim()
            .split('\n\n')
            .map((words) => p(words))
            .join(''),
        ),
    ],
    [
      'html',
      'text/html',
      () =>
        Buffer.from(
          `<html><body>${LETTER.trim()
            .split('\n\n')
            .map((words) => `<p>${words}</p>`)
            .join('')}</body></html>`,
        ),
    ],
  ])('takes a file: %s', async (format, mediaType, fileOf) => {
    const file = fileOf();
    const { status, body: intake } = await send(file, { title: 'Mine', confidentiality: 'organization' });
    expect([status, intake]).toMatchObject([
      201,
      { title: 'Mine', format, mediaType, size: file.length, confidentiality: 'organization', counts: { proposed: 2 } },
    ]);
    const { headers, rawPayload } = await world.app.inject({
      url: `/api/v1/workspaces/${world.a.slug}/intake/${String(intake['id'])}/content`,
      headers: { authorization: `Bearer ${editor.token}` },
    });
    expect(rawPayload.equals(file)).toBe(true);
    expect(headers['content-disposition']).toContain(`attachment; filename="Mine.${format}"`);
    expect(await eventsOf(world, intake['id'])).toEqual([
      'intake.created 1 organization',
      'intake.opened 1 organization',
    ]);
  });

  it('refuses what can not be read with its reason, and keeps nothing of it', async () => {
    await refused(world, () => send(exe()), 415, 'document-type-refused');
    await refused(world, () => send(pdf()), 422, 'no-text');
    await refused(world, () => send(Buffer.from('%PDF-1.4 broken')), 422, 'damaged-document');
    await refused(world, () => send(Buffer.from(LETTER), { colour: 'red' }), 400, 'invalid-input');
    await refused(world, () => send(Buffer.alloc(13 * 1024 * 1024, 'a ')), 413, 'file-too-large');
    expect(stored()).toEqual([]);
  });

  it.each([
    {},
    { format: 'pdf', content: 'x' },
    { format: 'text', content: ' ' },
    { format: 'text', content: 'x', confidentiality: 'restricted' },
    { format: 'text', content: 'x', organizationId: 'y' },
    { format: 'text', content: 'x'.repeat(500_001) },
  ])('refuses %j', async (wrong) => {
    await refused(world, () => api.post('/intake', wrong), 400, 'invalid-input');
  });

  it('is for administrators and editors; others read it, by level', async () => {
    const id = await made();
    const own = await made(LETTER, { confidentiality: 'organization' });
    const other = await world.a.organization();
    for (const roles of [['verifier'], ['partner'], ['auditor']] as Role[][]) {
      const theirs = world.as(await world.a.member({ roles, organizationId: other }));
      await refused(world, () => theirs.post('/intake', { format: 'text', content: LETTER }), 403, 'forbidden');
      const [first] = await proposalsOf(id, theirs);
      await refused(world, () => theirs.patch(at(id, first!), { state: 'accepted' }, 1), 403, 'forbidden');
      await refused(world, () => theirs.post(`/intake/${id}/record`, body()), 403, 'forbidden');
      expect((await theirs.get(`/intake/${own}`)).status).toBe(404);
      expect((await theirs.get(`/intake/${own}/proposals`)).status).toBe(404);
      expect((await theirs.get(`/intake/${own}/content`)).status).toBe(404);
      expect((await theirs.get('/intake')).body['items'].map((item: { id: string }) => item.id)).toEqual([id]);
    }
    const stranger = world.as(await world.a.member({ organizationId: other }));
    const [hidden] = await proposalsOf(own);
    await refused(world, () => stranger.patch(at(own, hidden!), { state: 'rejected' }, 1), 404, 'not-found');
    await refused(world, () => stranger.post(`/intake/${own}/record`, body()), 404, 'not-found');
    await refused(world, () => stranger.delete(`/intake/${own}`, 1), 404, 'not-found');
  });

  it('answers the same to the same key', async () => {
    const once = () => api.post('/intake', { format: 'text', content: LETTER }, { 'idempotency-key': 'one' });
    const [first, second] = [await once(), await once()];
    expect([second.body, second.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
    expect(stored()).toHaveLength(1);
  });
});

describe('who had a document in hand', () => {
  const acts = async (id: string, by = api): Promise<string[]> =>
    ((await by.get(`/intake/${id}/custody`)).body['items'] as { act: string }[]).map(({ act }) => act);
  const open = (id: string, by = editor) =>
    world.app.inject({
      url: `/api/v1/workspaces/${world.a.slug}/intake/${id}/content`,
      headers: { authorization: `Bearer ${by.token}` },
    });

  it('is kept from taking it in to discarding it, and stays when it is gone', async () => {
    const id = await made();
    const auditor = await world.a.member({ roles: ['auditor'] });
    expect((await open(id, auditor)).statusCode).toBe(200);
    const { body: custody } = await api.get(`/intake/${id}/custody`);
    expect(custody['items']).toMatchObject([
      { act: 'opened', by: { id: auditor.actor.membershipId } },
      { act: 'taken-in', by: { id: editor.actor.membershipId } },
    ]);
    const key = String((await rowOf(world, 'intake', id))!['blob_key']);
    writeFileSync(join(folder(), key), 'something else');
    expect((await open(id)).statusCode).toBe(500);
    expect(await acts(id)).toEqual(['mismatched', 'opened', 'opened', 'taken-in']);
    expect((await api.delete(`/intake/${id}`, 1)).status).toBe(204);
    expect(await acts(id)).toEqual(['discarded', 'mismatched', 'opened', 'opened', 'taken-in']);
    expect(await eventsOf(world, id)).toEqual(
      ['created', 'opened', 'opened', 'mismatched', 'deleted'].map((act) => `intake.${act} 1 coalition`),
    );
    await expect(world.a.rows('DELETE FROM intake_custody WHERE intake_id = $1', [id])).rejects.toThrow();
  });

  it('is for whoever may know of the document', async () => {
    const own = await made(LETTER, { confidentiality: 'organization' });
    const stranger = world.as(await world.a.member({ organizationId: await world.a.organization() }));
    expect((await stranger.get(`/intake/${own}/custody`)).status).toBe(404);
    expect(await acts(own)).toEqual(['taken-in']);
    expect((await api.delete(`/intake/${own}`, 1)).status).toBe(204);
    expect((await stranger.get(`/intake/${own}/custody`)).status).toBe(404);
    expect(await acts(own)).toEqual(['discarded', 'taken-in']);
  });
});

describe('from the inbox', () => {
  const keep = async (text: string): Promise<string> => String((await api.post('/inbox', { text })).body['id']);
  const keepFile = async (file: Buffer, name: string): Promise<string> => {
    const { headers, payload } = formWith(file, {}, name);
    return String((await api.post('/inbox/files', payload, headers)).body['id']);
  };

  it('a file becomes a document without a second upload, its bytes where they lie', async () => {
    const itemId = await keepFile(pdfOf([drawn(LETTER.trim().split('\n\n'))]), 'A letter.pdf');
    const [name] = stored();
    const { status, body: intake } = await api.post(`/inbox/${itemId}/intake`, { confidentiality: 'organization' });
    expect([status, intake]).toMatchObject([
      201,
      {
        format: 'pdf',
        confidentiality: 'organization',
        counts: { proposed: 2 },
        by: { id: editor.actor.membershipId },
      },
    ]);
    expect([stored(), await rowOf(world, 'intake', intake['id'])]).toMatchObject([[name], { blob_key: name }]);
    expect((await api.get(`/inbox/${itemId}`)).status).toBe(404);
    expect(await eventsOf(world, intake['id'])).toEqual(['intake.created 1 organization']);
  });

  it('words become one, and what can not be read stays where it is', async () => {
    const words = await keep(
      'We urge Norway to publish the report of the inquiry in full, with all that stands in it.',
    );
    expect((await api.post(`/inbox/${words}/intake`, {})).body).toMatchObject({
      format: 'text',
      counts: { proposed: 1 },
    });
    const scan = await keepFile(pdf(), 'A scan.pdf');
    await refused(world, () => api.post(`/inbox/${scan}/intake`, {}), 422, 'no-text');
    expect((await api.get(`/inbox/${scan}`)).status).toBe(200);
  });

  it('is for whoever put it aside, and who may read documents in', async () => {
    const item = await keep('We urge Norway to publish the report of the inquiry in full, with all that stands in it.');
    const other = world.as(await world.a.member());
    await refused(world, () => other.post(`/inbox/${item}/intake`, {}), 404, 'not-found');
    const partner = await world.a.member({ roles: ['partner'] });
    const own = String((await world.as(partner).post('/inbox', { text: 'We urge Norway to act.' })).body['id']);
    await refused(world, () => world.as(partner).post(`/inbox/${own}/intake`, {}), 403, 'forbidden');
  });
});

describe('deciding', () => {
  it('accepts, edits, rejects and takes back, each with its event; what the rules said stays', async () => {
    const id = await made();
    const [first] = await proposalsOf(id);
    const accepted = await api.patch(at(id, first!), { state: 'accepted' }, 1);
    expect([accepted.status, accepted.body]).toMatchObject([200, { state: 'accepted', edited: false, version: 2 }]);
    expect(accepted.body['decidedBy']).toMatchObject({ id: editor.actor.membershipId });
    const edited = await api.patch(at(id, first!), { targets: ['China'], due: '2026-12', by: ['Spain'] }, 2);
    expect(edited.body).toMatchObject({
      targets: ['China'],
      due: '2026-12',
      by: ['Spain'],
      edited: true,
      state: 'accepted',
    });
    const rejected = await api.patch(at(id, first!), { state: 'rejected' }, 3);
    const back = await api.patch(at(id, first!), { state: 'proposed' }, 4);
    expect([rejected.body['state'], back.body]).toMatchObject([
      'rejected',
      { state: 'proposed', decidedBy: null, decidedAt: null },
    ]);
    expect(await eventsOf(world, first!.id)).toEqual(
      ['accepted 2', 'edited 3', 'rejected 4', 'reopened 5'].map((act) => `intake-proposal.${act} coalition`),
    );
    expect(await rowOf(world, 'intake_proposal', first!.id)).toMatchObject({
      proposed: { addressees: ['Norway'], targets: [] },
    });
  });

  it('keeps why something is rejected until it is decided anew, and takes no reason for anything else', async () => {
    const id = await made();
    const [first, second] = await proposalsOf(id);
    const why = { rejection: 'followed-already', rejectionNote: 'It is NO04-02.' };
    const { body: rejected } = await api.patch(at(id, first!), { state: 'rejected', ...why }, 1);
    expect(rejected).toMatchObject({ state: 'rejected', ...why, version: 2 });
    const { body: other } = await api.patch(at(id, first!), { rejection: 'not-ours', rejectionNote: null }, 2);
    expect(other).toMatchObject({ state: 'rejected', rejection: 'not-ours', rejectionNote: null });
    const stored = { state: 'rejected', rejection: 'not-ours', rejection_note: null };
    expect(await rowOf(world, 'intake_proposal', first!.id)).toMatchObject(stored);
    await refused(world, () => api.patch(at(id, second!), why, 1), 422, 'not-rejected');
    await refused(world, () => api.patch(at(id, second!), { state: 'accepted', ...why }, 1), 422, 'not-rejected');
    await refused(
      world,
      () => api.patch(at(id, second!), { state: 'rejected', rejection: 'so' }, 1),
      400,
      'invalid-input',
    );
    const accepted = await api.patch(at(id, first!), { state: 'accepted' }, 3);
    expect(accepted.body).toMatchObject({ state: 'accepted', rejection: null, rejectionNote: null });
    const proposals = (await proposalsOf(id)).map(seen);
    await refused(world, () => api.post(`/intake/${id}/decisions`, { proposals, ...why }), 422, 'not-rejected');
    const many = await api.post(`/intake/${id}/decisions`, { proposals, state: 'rejected', ...why });
    expect(many.body['items']).toMatchObject([why, why]);
  });

  it('says of what is left out which recommendation it is, and that one then leads to its place', async () => {
    const id = await made();
    const [first, second] = await proposalsOf(id);
    const source = await world.a.source();
    const followed = await world.a.recommendation({ source_id: source, code: 'OLD-01' });
    const part = await world.a.recommendation({
      source_id: source,
      code: 'OLD-01(a)',
      part_of: followed,
      label: '(a)',
    });
    const why = { state: 'rejected', rejection: 'followed-already', recommendationId: followed };
    const placeOf = (one: string): Promise<Answer> => api.get(`/recommendations/${one}/place`);
    expect((await placeOf(followed)).status).toBe(404);
    for (const wrong of [{ ...why, rejection: 'not-ours' }, { recommendationId: followed }])
      await refused(world, () => api.patch(at(id, first!), wrong, 1), 422, 'not-followed-already');
    await refused(
      world,
      () => api.patch(at(id, first!), { ...why, recommendationId: randomUUID() }, 1),
      404,
      'not-found',
    );
    const { body } = await api.patch(at(id, first!), why, 1);
    expect(body).toMatchObject({ state: 'rejected', recommendation: { id: followed, code: 'OLD-01' } });
    for (const one of [followed, part])
      expect((await placeOf(one)).body).toMatchObject({ intake: { id }, proposalId: first!.id, span: first!['span'] });

    const { body: other } = await api.patch(at(id, first!), { rejection: 'too-vague' }, 2);
    expect(other).toMatchObject({ rejection: 'too-vague', recommendation: null });
    expect((await placeOf(followed)).status).toBe(404);
    await api.patch(at(id, first!), why, 3);
    await api.patch(at(id, first!), { state: 'proposed' }, 4);
    expect(await rowOf(world, 'intake_proposal', first!.id)).toMatchObject({ recommendation_id: null });

    const ours = await world.a.recommendation({ source_id: source, code: 'OWN-01', confidentiality: 'organization' });
    await api.patch(at(id, second!), { ...why, recommendationId: ours }, 1);
    const elsewhere = world.as(await world.a.member({ organizationId: await world.a.organization() }));
    expect((await elsewhere.get(`/recommendations/${ours}/place`)).status).toBe(404);
    const seenThere = (await elsewhere.get(at(id, second!))).body;
    expect(seenThere).toMatchObject({ state: 'rejected', recommendation: null });
    await refused(
      world,
      () => elsewhere.patch(at(id, first!), { ...why, recommendationId: ours }, 5),
      404,
      'not-found',
    );
  });

  it('is asked for in the version that was seen; of nobody nothing is asked', async () => {
    const id = await made();
    const [first, second] = await proposalsOf(id);
    await refused(world, () => api.patch(at(id, first!), { state: 'accepted' }), 428, 'version-required');
    await refused(world, () => api.patch(at(id, first!), { state: 'accepted' }, 7), 412, 'stale');
    await refused(
      world,
      () => api.patch(at(id, first!), { state: 'accepted', addressees: [] }, 1),
      422,
      'nobody-asked',
    );
    const stale = { proposals: [seen(first!), { ...seen(second!), version: 2 }], state: 'accepted' };
    await refused(world, () => api.post(`/intake/${id}/decisions`, stale), 412, 'stale');
    await refused(
      world,
      () => api.post(`/intake/${id}/decisions`, { proposals: [seen(first!)] }),
      422,
      'nothing-to-do',
    );
    const foreign = await proposalsOf(await made());
    await refused(world, () => api.patch(at(id, foreign[0]!), { state: 'accepted' }, 1), 404, 'not-found');
    await refused(
      world,
      () => api.post(`/intake/${id}/decisions`, { proposals: foreign.map(seen), state: 'accepted' }),
      404,
      'not-found',
    );
  });

  it('does the same to many in one act', async () => {
    const id = await made();
    const proposals = (await proposalsOf(id)).map(seen);
    const { status, body: answer } = await api.post(`/intake/${id}/decisions`, {
      proposals,
      state: 'accepted',
      addressees: ['European Union'],
    });
    expect([status, answer['items']]).toMatchObject([
      201,
      [
        { state: 'accepted', addressees: ['European Union'], version: 2 },
        { state: 'accepted', addressees: ['European Union'] },
      ],
    ]);
    expect(await eventsOf(world, id)).toEqual(['intake.created 1 coalition', 'intake.decided coalition']);
  });

  it('marks what the rules did not find, by its place', async () => {
    const id = await made();
    const start = LETTER.indexOf('Nothing else');
    const span = { start, end: start + 'Nothing else is asked here.'.length };
    const { status, body: added } = await api.post(`/intake/${id}/proposals`, { span, addressees: ['Norway'] });
    expect([status, added]).toMatchObject([
      201,
      { text: 'Nothing else is asked here.', why: null, reason: null, state: 'proposed', span },
    ]);
    const wrong = (other: unknown) => () => api.post(`/intake/${id}/proposals`, { span: other });
    await refused(world, wrong({ start: 5, end: 5 }), 422, 'turned-round');
    await refused(world, wrong({ start: 5, end: 50_000 }), 422, 'outside-document');
    await refused(world, wrong({ start: LETTER.indexOf('\n\n'), end: LETTER.indexOf('\n\n') + 2 }), 422, 'no-words');
    await refused(world, wrong({ start: 1.5, end: 5 }), 400, 'invalid-input');
    await refused(world, wrong(undefined), 400, 'invalid-input');
  });

  it('makes one of two, which can be taken back, and two of one', async () => {
    const id = await made();
    const [first, second] = await proposalsOf(id);
    const merged = await api.post(`/intake/${id}/merges`, { proposals: [seen(second!), seen(first!)] });
    const [one, gone] = merged.body['items'] as Proposed[];
    expect([merged.status, one, gone]).toMatchObject([
      201,
      { id: first!.id, addressees: ['Norway', 'Iceland'], span: { start: first!.span.start, end: second!.span.end } },
      { id: second!.id, state: 'rejected', mergedInto: first!.id },
    ]);
    expect(one!.text).toMatch(/in full\. .*without delay\.?$/);
    const split = await api.post(`/intake/${id}/splits`, { proposal: seen(one!), at: second!.span.start });
    const [before, after] = split.body['items'] as Proposed[];
    expect([before!.id, after!.span]).toEqual([first!.id, second!.span]);
    expect([before, after]).toMatchObject([URGED, URGED]);
    expect(before!.text).not.toContain('ratify');
    expect((await api.patch(at(id, gone!), { state: 'proposed' }, gone!.version)).body['mergedInto']).toBeNull();
    await refused(
      world,
      () => api.post(`/intake/${id}/splits`, { proposal: seen(after!), at: after!.span.end }),
      422,
      'outside-proposal',
    );
    await refused(world, () => api.post(`/intake/${id}/merges`, { proposals: [seen(before!)] }), 400, 'invalid-input');
    await refused(world, () => api.post(`/intake/${id}/splits`, { at: 5 }), 400, 'invalid-input');
    expect(await eventsOf(world, id)).toEqual([
      'intake.created 1 coalition',
      'intake.merged coalition',
      'intake.split coalition',
    ]);
  });

  it('shows what is tracked already, to whoever may see it', async () => {
    const [open, own] = [
      await world.a.recommendation({ text: 'We urge Norway to publish the report of the inquiry in full' }),
      await world.a.recommendation({
        text: 'We urge Iceland to ratify the protocol without delay',
        confidentiality: 'organization',
        organization_id: editor.actor.organizationId,
      }),
    ];
    const id = await made();
    const repeatsFor = async (by: Caller) =>
      (await proposalsOf(id, by)).map(({ repeats }) => repeats.map((it: { id: string }) => it.id));
    expect(await repeatsFor(api)).toEqual([[open], [own]]);
    expect(await repeatsFor(world.as(await world.a.member({ organizationId: await world.a.organization() })))).toEqual([
      [open],
      [],
    ]);
  });
});

describe('links of a proposal', () => {
  const OTHERWISE =
    'Let everybody in Norway read the findings of the 2019 inquiry, and publish the full minutes of its hearings';
  const official = async (text: string, more: Record<string, unknown> = {}): Promise<string> =>
    world.a.recommendation({
      text,
      source_id: await world.a.source({ kind: 'review-outcome' }),
      ...more,
    });
  const colleague = async () => world.as(await world.a.member({ organizationId: await world.a.organization() }));
  const linksOf = async (id: string, by = api) =>
    (await proposalsOf(id, by)).map(({ repeats, echoes, relations }) => ({
      repeats: repeats.map((it: { id: string }) => it.id),
      echoes: echoes.map((it: { id: string }) => it.id),
      relations: relations.map((it: { recommendation: { id: string }; kind: string }) => [
        it.recommendation.id,
        it.kind,
      ]),
    }));

  it('names what says the same in other words, if it is official, with the words that tell', async () => {
    const echo = await official(OTHERWISE);
    const ours = await world.a.recommendation({ text: OTHERWISE });
    await official('Ratify the Convention on the Rights of Persons with Disabilities');
    const [first, second] = await proposalsOf(await made());
    expect(first!['repeats']).toEqual([]);
    expect(first!['echoes']).toMatchObject([{ id: echo, words: expect.arrayContaining(['inquiry']) }]);
    expect(first!['echoes'][0].likeness).toBeGreaterThanOrEqual(30);
    expect(second!['echoes']).toEqual([]);
    // In a document of an official body it is ours that are looked for.
    const outcome = await made(OUTCOME);
    expect((await linksOf(outcome)).map(({ echoes }) => echoes)).toEqual([[ours]]);
  });

  it('tells how like they are', async () => {
    const same = await world.a.recommendation({ text: 'We urge Norway to publish the report of the inquiry in full.' });
    const [first] = await proposalsOf(await made());
    expect(first!['repeats']).toEqual([
      { id: same, code: expect.any(String), title: expect.any(String), likeness: 100, words: [] },
    ]);
  });

  it('proposes themes by their words, which people may change and which the recommendation gets', async () => {
    const theme = async (code: string, label: string) =>
      String(
        (await world.as(await world.a.member({ roles: ['administrator'] })).post('/themes', { code, label })).body[
          'id'
        ],
      );
    const [justice, ratification, other] = [
      await theme('justice', 'Justice'),
      await theme('treaties', 'Ratification'),
      await theme('ferries', 'Ferries'),
    ];
    await named('Norway', 'Iceland');
    const id = await made(LETTER.replace('the report', 'the report on impunity'));
    const [first, second] = await proposalsOf(id);
    const idsOf = (proposal: Proposed) => proposal['themes'].map((it: { id: string }) => it.id);
    expect([idsOf(first!), idsOf(second!)]).toEqual([[justice], [ratification]]);
    const changed = await api.patch(at(id, first!), { themeIds: [other, justice] }, 1);
    expect(idsOf(changed.body as Proposed)).toEqual([other, justice]);
    await refused(world, () => api.patch(at(id, first!), { themeIds: [other, randomUUID()] }, 2), 404, 'not-found');
    await accept(id);
    await api.post(`/intake/${id}/record`, body());
    expect(
      await world.a.rows(
        'SELECT r.code, t.code AS theme FROM recommendation_theme x JOIN recommendation r ON r.id = x.recommendation_id JOIN theme t ON t.id = x.theme_id ORDER BY 1, 2',
      ),
    ).toEqual([
      { code: 'L1-01', theme: 'ferries' },
      { code: 'L1-01', theme: 'justice' },
      { code: 'L1-02', theme: 'treaties' },
    ]);
  });

  it('are relations once it is recorded, each towards whom it belongs', async () => {
    await named('Norway', 'Iceland');
    const [old, echo] = [await world.a.recommendation(), await official('Publish it')];
    const id = await made();
    const [first] = await proposalsOf(id);
    const relations = [
      { otherId: old, kind: 'repeats' },
      { otherId: echo, kind: 'echoes' },
    ];
    const { body: chosen } = await api.patch(at(id, first!), { relations }, 1);
    expect(chosen['relations']).toMatchObject([
      { recommendation: { id: old }, kind: 'repeats' },
      { recommendation: { id: echo }, kind: 'echoes' },
    ]);
    expect(await world.a.rows('SELECT FROM relation')).toEqual([]);
    await accept(id);
    const { body: answer } = await api.post(`/intake/${id}/record`, body());
    const made1 = answer['recommendations'][0].id;
    expect(answer['relationCount']).toBe(2);
    expect(
      await world.a.rows('SELECT recommendation_id AS one, kind, other_id AS other FROM relation ORDER BY kind'),
    ).toEqual([
      { one: echo, kind: 'echoes', other: made1 },
      { one: made1, kind: 'repeats', other: old },
    ]);
  });

  it('of an official document echo ours', async () => {
    await named('Norway');
    const ours = await world.a.recommendation();
    const id = await made(OUTCOME);
    const [first] = await proposalsOf(id);
    await api.patch(at(id, first!), { state: 'accepted', relations: [{ otherId: ours, kind: 'echoes' }] }, 1);
    const { body: answer } = await api.post(
      `/intake/${id}/record`,
      body({ source: { ...SOURCE, kind: 'review-outcome' } }),
    );
    expect(await world.a.rows('SELECT recommendation_id AS one, other_id AS other FROM relation')).toEqual([
      { one: answer['recommendations'][0].id, other: ours },
    ]);
  });

  it('show nobody what is hidden from them, nor let them take it back', async () => {
    await named('Norway', 'Iceland');
    const hidden = { confidentiality: 'organization', organization_id: editor.actor.organizationId };
    const [echo, own] = [
      await official(OTHERWISE, hidden),
      await world.a.recommendation({ text: 'Something else', ...hidden }),
    ];
    const id = await made();
    const [first] = await proposalsOf(id);
    await api.patch(at(id, first!), { relations: [{ otherId: own, kind: 'repeats' }] }, 1);
    const other = await colleague();
    const none = { repeats: [], echoes: [], relations: [] };
    expect(await linksOf(id)).toMatchObject([{ echoes: [echo], relations: [[own, 'repeats']] }, none]);
    expect(await linksOf(id, other)).toEqual([none, none]);
    // What they bring in themselves finds nothing hidden either, and they can't name it.
    const theirs = await other.post('/intake', { format: 'text', content: LETTER });
    expect(await linksOf(String(theirs.body['id']), api)).toEqual([none, none]);
    const naming = { relations: [{ otherId: own, kind: 'echoes' }] };
    await refused(world, () => other.patch(at(id, first!), naming, 2), 404, 'not-found');
    await other.patch(at(id, first!), { relations: [] }, 2);
    expect((await linksOf(id))[0]!.relations).toEqual([[own, 'repeats']]);
    await accept(id, other);
    const { body: answer } = await other.post(`/intake/${id}/record`, body());
    expect(answer['relationCount']).toBe(0);
    expect(await world.a.rows('SELECT FROM relation')).toEqual([]);
  });
});

describe('POST /intake/{id}/record', () => {
  it('makes a source, recommendations, chains, deadlines and the letter of what was accepted, in one act', async () => {
    const [norway, iceland, china] = await named('Norway', 'Iceland', 'China');
    const id = await made();
    const [first, second] = await proposalsOf(id);
    await api.patch(
      at(id, first!),
      { state: 'accepted', targets: ['china'], due: '2026-12-31', label: '3', section: 'Asks' },
      1,
    );
    await api.patch(
      at(id, second!),
      { state: 'accepted', title: 'Ratify it', parts: ['(a) Sign it', '(b) Ratify it'] },
      1,
    );
    const engagement = { kind: 'letter', occurredOn: '2020-05', summary: 'A letter.' };
    const { status, body: answer } = await api.post(`/intake/${id}/record`, body({ engagement }));
    expect([status, answer]).toMatchObject([
      201,
      {
        followUpCount: 4,
        recommendations: [
          { code: 'L1-01', proposalId: first!.id },
          { code: 'L1-02', title: 'Ratify it' },
        ],
      },
    ]);

    const codes = await world.a.rows<{ code: string; text: string }>(
      'SELECT code, text, source_id, label, section, paragraph, confidentiality FROM recommendation ORDER BY code',
    );
    expect(codes).toMatchObject([
      { code: 'L1-01', text: first!.text, source_id: answer['sourceId'], section: 'Asks', paragraph: '3' },
      { code: 'L1-02', text: second!.text },
      { code: 'L1-02(a)', text: 'Sign it', label: '(a)' },
      { code: 'L1-02(b)', text: 'Ratify it', label: '(b)' },
    ]);
    const links = await world.a.rows(
      `SELECT recommendation_code AS code, addressee_id AS addressee, asked, (SELECT o.addressee_id FROM follow_up_link l JOIN follow_up o ON o.id = l.through_id WHERE l.follow_up_id = f.id) AS through
       FROM follow_up f ORDER BY 1, asked DESC`,
    );
    expect(links).toEqual([
      { code: 'L1-01', addressee: norway, asked: true, through: null },
      { code: 'L1-01', addressee: china, asked: false, through: norway },
      { code: 'L1-02(a)', addressee: iceland, asked: true, through: null },
      { code: 'L1-02(b)', addressee: iceland, asked: true, through: null },
    ]);
    expect(await world.a.rows('SELECT axis, due_on FROM deadline')).toEqual([
      { axis: 'implementation', due_on: '2026-12-31' },
    ]);
    expect(await world.a.rows('SELECT addressee_id FROM engagement_addressee ORDER BY 1')).toHaveLength(2);
    expect(await world.a.rows('SELECT FROM engagement_recommendation')).toHaveLength(3);

    const { body: intake } = await api.get(`/intake/${id}`);
    expect(intake).toMatchObject({ state: 'recorded', source: { id: answer['sourceId'], title: SOURCE.title } });
    const place = await api.get(`/recommendations/${String(answer['recommendations'][0].id)}/place`);
    expect(place.body).toMatchObject({ intake: { id }, proposalId: first!.id, span: first!.span });
    const [part] = await world.a.rows<{ id: string }>(`SELECT id FROM recommendation WHERE code = 'L1-02(b)'`);
    expect((await api.get(`/recommendations/${part!.id}/place`)).body).toMatchObject({ proposalId: second!.id });
    expect((await proposalsOf(id))[0]).toMatchObject({ recommendation: { code: 'L1-01' } });
    expect(await eventsOf(world, id)).toEqual(['intake.created 1 coalition', 'intake.recorded coalition']);
  });

  it('is done once, and nothing of the document changes after it', async () => {
    await named('Norway', 'Iceland');
    const id = await made();
    await refused(world, () => api.post(`/intake/${id}/record`, body()), 409, 'nothing-accepted');
    await accept(id);
    expect((await api.post(`/intake/${id}/record`, body())).status).toBe(201);
    const again = body({ source: { ...SOURCE, symbol: 'L/2' }, codePrefix: 'L2' });
    await refused(world, () => api.post(`/intake/${id}/record`, again), 409, 'recorded');
    const [first, second] = await proposalsOf(id);
    await refused(world, () => api.patch(at(id, first!), { state: 'rejected' }, first!.version), 409, 'recorded');
    await refused(
      world,
      () => api.post(`/intake/${id}/merges`, { proposals: [seen(first!), seen(second!)] }),
      409,
      'recorded',
    );
    await refused(world, () => api.delete(`/intake/${id}`, 2), 409, 'recorded');
  });

  it('makes no addressee that nobody said is to be made', async () => {
    const [norway] = await named('Norway');
    const id = await made();
    await accept(id);
    const names = await api.get(`/intake/${id}/names`);
    expect(names.body['items']).toMatchObject([
      { name: 'Iceland', proposals: 1, addressees: [], isoCode: 'IS' },
      { name: 'Norway', proposals: 1, addressees: [{ id: norway }], isoCode: 'NO' },
    ]);
    const unclear = await refused(world, () => api.post(`/intake/${id}/record`, body()), 422, 'unclear-names');
    expect(unclear.body['errors']).toMatchObject([{ pointer: '/addressees', code: 'unknown-name' }]);
    const meaning =
      (...addressees: unknown[]) =>
      () =>
        api.post(`/intake/${id}/record`, body({ addressees }));
    await refused(world, meaning({ name: 'Iceland' }), 422, 'one-of-three');
    await refused(world, meaning({ name: 'Iceland', leaveOut: true }), 422, 'nobody-asked');
    await refused(world, meaning({ name: 'Peru', leaveOut: true }), 422, 'no-such-name');
    await refused(world, meaning({ name: 'Iceland', id: '01890000-0000-7000-8000-000000000000' }), 404, 'not-found');
    await refused(world, meaning({ name: 'Iceland', create: { kind: 'state' } }), 422, 'unfit-for-kind');
    const done = await meaning({ name: 'Iceland', create: { kind: 'state', isoCode: 'IS' } })();
    expect(done.status).toBe(201);
    expect(await world.a.rows(`SELECT name, code FROM addressee WHERE name <> 'Norway'`)).toEqual([
      { name: 'Iceland', code: 'IS' },
    ]);
  });

  it('asks whom a name means that several bear, and finds one by code or alias', async () => {
    await named('Norway');
    const alias = await world.a.addressee({ name: 'Kingdom of Norway', aliases: ['norway'] });
    const iceland = await world.a.addressee({ name: 'Republic', aliases: ['ICELAND'] });
    const id = await made();
    await accept(id);
    const unclear = await refused(world, () => api.post(`/intake/${id}/record`, body()), 422, 'unclear-names');
    expect(unclear.body['errors']).toMatchObject([{ code: 'ambiguous-name' }]);
    expect((await api.post(`/intake/${id}/record`, body({ addressees: [{ name: 'Norway', id: alias }] }))).status).toBe(
      201,
    );
    expect(await world.a.rows('SELECT addressee_id AS id FROM follow_up ORDER BY recommendation_code')).toEqual([
      { id: alias },
      { id: iceland },
    ]);
  });

  it('leaves nothing behind where anything of it fails', async () => {
    await named('Norway', 'Iceland');
    await world.a.recommendation({ code: 'L1-02' });
    const id = await made();
    await accept(id);
    await refused(world, () => api.post(`/intake/${id}/record`, body()), 409, 'already-exists');
    const late = { kind: 'letter', occurredOn: '2999', summary: 'x' };
    const answer = await refused(
      world,
      () => api.post(`/intake/${id}/record`, body({ codePrefix: 'L2', engagement: late })),
      422,
      'in-the-future',
    );
    expect(answer.body['errors']).toMatchObject([{ pointer: '/engagement/occurredOn' }]);
    await refused(world, () => api.post(`/intake/${id}/record`, body({ codePrefix: 'L 2' })), 400, 'invalid-input');
  });

  it('keeps an own document to the own organization, and what comes of it too', async () => {
    await named('Norway', 'Iceland');
    const id = await made(LETTER, { confidentiality: 'organization' });
    await accept(id);
    const { body: answer } = await api.post(`/intake/${id}/record`, body());
    const other = world.as(await world.a.member({ organizationId: await world.a.organization() }));
    const first = String(answer['recommendations'][0].id);
    expect([
      (await other.get(`/recommendations/${first}`)).status,
      (await other.get(`/recommendations/${first}/place`)).status,
    ]).toEqual([404, 404]);
    expect((await api.get(`/recommendations/${first}/place`)).status).toBe(200);
    expect((await api.get(`/recommendations/${first}`)).body['place']).toMatchObject({ intakeId: id });
    // Who may know the ask for some other reason still learns nothing of the document.
    await world.a.rows(`UPDATE recommendation SET confidentiality = 'coalition' WHERE id = $1`, [first]);
    expect((await other.get(`/recommendations/${first}`)).body).toMatchObject({ id: first, place: null });
  });
});

describe('DELETE /intake/{id}', () => {
  it('takes the document, its proposals and its original away', async () => {
    const id = await made();
    await refused(world, () => api.delete(`/intake/${id}`, 9), 412, 'stale');
    expect((await api.delete(`/intake/${id}`, 1)).status).toBe(204);
    expect([await rowOf(world, 'intake', id), stored()]).toEqual([undefined, []]);
    expect(await world.a.rows('SELECT FROM intake_proposal')).toEqual([]);
    expect(await eventsOf(world, id)).toEqual(['intake.created 1 coalition', 'intake.deleted 1 coalition']);
  });
});

it('hands out no original whose bytes are others', async () => {
  const id = await made();
  await world.a.rows('UPDATE intake SET sha256 = $1 WHERE id = $2', [Buffer.alloc(32), id]);
  expect((await api.get(`/intake/${id}/content`)).status).toBe(500);
});

it('a recommendation that came from no document has no place', async () => {
  const id = await world.a.recommendation();
  await refused(world, () => api.get(`/recommendations/${id}/place`), 404, 'not-found');
});
