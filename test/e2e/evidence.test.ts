import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { bytesOf, countEvents, openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member, verifier: Member, partner: Member;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  const other = await world.a.organization('Europe for Korea');
  editor = await world.a.member({ name: 'Edita' });
  verifier = await world.a.member({ roles: ['verifier'], organizationId: other });
  partner = await world.a.member({ roles: ['partner'], organizationId: other });
  api = world.as(editor);
});

afterEach(() => world.close());

const link = { kind: 'link', title: 'Resolution 22/13', url: 'https://www.example.org/res' };
const account = {
  kind: 'account',
  title: 'A conversation in Seoul',
  terms: 'unattributed',
  statement: 'They said that nobody had asked them.',
};
const everyField = {
  ...link,
  finding: 'It establishes the Commission.',
  quote: 'Decides to establish',
  locator: 'Paragraph 5',
  publisher: 'Human Rights Council',
  origin: 'The Council',
  publishedOn: '2013-03',
  accessedOn: '2020-01-02',
  language: 'en',
  reliability: 'A',
  credibility: 1,
  confidentiality: 'public',
};
const add = (given: Record<string, unknown> = {}, by = editor): Promise<Answer> =>
  world.as(by).post('/evidence', { ...link, ...given });
const custodyOf = (id: string) =>
  world.a.rows('SELECT act, person_id, organization_id FROM custody_record WHERE evidence_id = $1 ORDER BY at', [id]);

describe('POST /evidence', () => {
  it('takes a sentence and a link', async () => {
    const { status, headers, body } = await add();
    expect([status, headers['etag'], body]).toEqual([
      201,
      '"1"',
      {
        id: expect.any(String),
        ...link,
        terms: null,
        statement: null,
        finding: null,
        quote: null,
        locator: null,
        publisher: null,
        origin: { id: expect.any(String), name: expect.any(String) },
        publishedOn: null,
        accessedOn: null,
        language: null,
        reliability: null,
        credibility: null,
        damage: null,
        heldBy: null,
        harmFlag: null,
        isLoweringAsked: false,
        speaksFor: null,
        confidentiality: 'coalition',
        acceptance: 'accepted',
        acceptanceReason: null,
        verification: 'none',
        withdrawal: 'none',
        sha256: null,
        mediaType: null,
        size: null,
        lastLook: null,
        lastCopy: null,
        enteredBy: {
          id: editor.actor.membershipId,
          name: 'Edita',
          organization: { id: world.a.organizationId, name: 'First Organization' },
        },
        version: 1,
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      },
    ]);
    expect((await api.get(`/evidence/${String(body['id'])}`)).body).toEqual(body);
    expect(body['id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/); // Version 4 doesn't tell when it was made.
  });

  it('keeps every field, its words apart, its custody, and one event without any of its words', async () => {
    const { body } = await add(everyField);
    const { origin, ...same } = everyField;
    expect(body).toMatchObject({ ...same, origin: { name: origin } });
    const row = (await rowOf(world, 'evidence', body['id'], '*, published_last::text'))!;
    expect(row).toMatchObject({
      workspace_id: world.a.workspaceId,
      organization_id: world.a.organizationId,
      confidentiality: 'public',
      kind: 'link',
      url: link.url,
      canonical_url: 'https://example.org/res',
      published_on: '2013-03',
      published_last: '2013-03-31',
      acceptance: 'accepted',
      entered_by: editor.actor.personId,
      edited_by: [],
      verified_by: null,
      version: 1,
    });
    expect(JSON.stringify(row)).not.toContain('establish');
    for (const [column, text] of [
      ['finding_hash', everyField.finding],
      ['quote_hash', everyField.quote],
    ] as const) {
      expect(await world.a.rows('SELECT text, confidentiality FROM words WHERE hash = $1', [row[column]])).toEqual([
        { text, confidentiality: 'public' },
      ]);
    }
    expect(await custodyOf(body['id'])).toEqual([
      { act: 'captured', person_id: editor.actor.personId, organization_id: world.a.organizationId },
    ]);
    expect(await openedEvents(world, body['id'])).toEqual([
      {
        action: 'evidence.captured',
        objectType: 'evidence',
        version: 1,
        level: 'public',
        outcome: 'allow',
        details: {},
      },
    ]);
    expect(await countEvents(world)).toBe(1);
  });

  it('takes an account with its terms', async () => {
    const { status, body } = await api.post('/evidence', account);
    expect([status, body]).toMatchObject([201, { ...account, url: null }]);
    expect(await rowOf(world, 'evidence', body['id'], 'url, canonical_url, terms')).toEqual({
      url: null,
      canonical_url: null,
      terms: 'unattributed',
    });
    expect((await openedEvents(world, body['id'])).map((e) => e.details)).toEqual([{}]);
  });

  it.each([
    ['/kind', { kind: 'file' }],
    ['/kind', { kind: undefined }],
    ['/title', { title: ' ' }],
    ['/title', { title: 'x'.repeat(501) }],
    ['/url', { url: undefined }],
    ['/url', { url: null }],
    ['/url', { url: `https://example.org/${'x'.repeat(2000)}` }],
    ['/terms', { terms: 'secret' }],
    ['/finding', { finding: '' }],
    ['/finding', { finding: 'x'.repeat(10_001) }],
    ['/quote', { quote: 7 }],
    ['/locator', { locator: 'x'.repeat(301) }],
    ['/publisher', { publisher: {} }],
    ['/origin', { origin: ' ' }],
    ['/origin', { origin: null }],
    ['/origin', { origin: {} }],
    ['/publishedOn', { publishedOn: '2010-13' }],
    ['/accessedOn', { accessedOn: '2010' }],
    ['/language', { language: 'English' }],
    ['/reliability', { reliability: 'G' }],
    ['/reliability', { reliability: 'a' }],
    ['/credibility', { credibility: 0 }],
    ['/credibility', { credibility: 7 }],
    ['/credibility', { credibility: 1.5 }],
    ['/credibility', { credibility: '1' }],
    ['/confidentiality', { confidentiality: 'secret' }],
    ['/confidentiality', { confidentiality: null }],
    ['/acceptance', { acceptance: 'accepted' }],
    ['/verification', { verification: 'verified' }],
    ['/enteredBy', { enteredBy: uuid() }],
    ['/sha256', { sha256: '00' }],
    ['/id', { id: uuid() }],
  ])('refuses a wrong %s with 400, naming it', async (pointer, given) => {
    expect(outcomeOf(await refused(world, () => add(given), 400, 'invalid-input'))).toEqual([
      400,
      'invalid-input',
      pointer,
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'ftp://example.org/x',
    'example.org/x',
    '//example.org/x',
    'https://',
    'https://name:secret@example.org/x',
    'http://exa mple.org',
    'https://℀.com/',
    'JaVaScRiPt://example.org/%0aalert(1)',
  ])('refuses the address %s', async (url) => {
    expect(outcomeOf(await refused(world, () => add({ url }), 400, 'invalid-input'))).toEqual([
      400,
      'invalid-input',
      '/url',
    ]);
  });

  it.each([
    ['/terms', { ...account, terms: undefined }],
    ['/terms', { ...account, terms: null }],
    ['/statement', { ...account, statement: undefined }],
    ['/statement', { ...account, statement: ' ' }],
  ])('refuses an account with a wrong %s', async (pointer, given) => {
    expect(outcomeOf(await refused(world, () => api.post('/evidence', given), 400, 'invalid-input'))).toEqual([
      400,
      'invalid-input',
      pointer,
    ]);
  });

  it('refuses what belongs to the other kind', async () => {
    expect(outcomeOf(await refused(world, () => add({ terms: 'quotable' }), 422, 'kind'))).toEqual([
      422,
      'kind',
      '/kind',
    ]);
    await refused(world, () => add({ statement: 'They said so.' }), 422, 'kind');
    expect(
      outcomeOf(await refused(world, () => api.post('/evidence', { ...account, url: link.url }), 422, 'kind')),
    ).toEqual([422, 'kind', '/url']);
  });
});

describe('origin', () => {
  const originOf = async (given: Record<string, unknown>): Promise<string> => (await add(given)).body['origin'].id;

  it('is one of its own where nothing is said, for each account anew', async () => {
    const ids = [await originOf({ url: 'https://example.org/1' }), await originOf({ url: 'https://example.org/2' })];
    for (let n = 0; n < 2; n += 1) ids.push((await api.post('/evidence', account)).body['origin'].id);
    expect(new Set(ids).size).toBe(4);
  });

  it('may be named: one of that name is used, within the workspace', async () => {
    await (await world.a.otherWorkspace()).origin('A newspaper');
    const first = await originOf({ url: 'https://example.org/1', origin: 'A newspaper' });
    expect([
      await originOf({ url: 'https://example.org/2', origin: 'A newspaper' }),
      await originOf({ url: 'https://example.org/3', origin: 'Another' }),
    ]).toEqual([first, expect.not.stringMatching(first)]);
    expect(
      await world.a.rows(`SELECT id FROM origin WHERE name = 'A newspaper' AND workspace_id = $1`, [
        world.a.workspaceId,
      ]),
    ).toEqual([{ id: first }]);
  });

  it('may be given by its id, where a piece shows it, which must be of the workspace', async () => {
    const id = await originOf({ url: 'https://example.org/1' });
    expect(await originOf({ origin: id })).toBe(id);
    const foreign = await (await world.a.otherWorkspace()).origin();
    const elsewhere = await world.a.member({ organizationId: await world.a.organization() });
    const hidden = await world.a.origin('What nobody else knows');
    await world.a.evidence(elsewhere, { confidentiality: 'organization', origin_id: hidden });
    const answers: string[] = [];
    for (const origin of [uuid(), foreign, hidden]) {
      const answer = await refused(world, () => add({ url: 'https://example.org/9', origin }), 404, 'not-found');
      expect(outcomeOf(answer)).toEqual([404, 'not-found', '/origin']);
      answers.push(bytesOf(answer));
    }
    expect(new Set(answers).size).toBe(1);
  });

  it('is the same by its name, also where nobody sees both pieces', async () => {
    const elsewhere = await world.a.member({ organizationId: await world.a.organization() });
    const hidden = await world.a.origin('A report');
    await world.a.evidence(elsewhere, { confidentiality: 'organization', origin_id: hidden });
    expect(await originOf({ url: 'https://example.org/1', origin: 'A report' })).toBe(hidden);
  });

  it.each([
    'http://www.example.org/res',
    'https://example.org/res/',
    'https://EXAMPLE.org/res',
    'https://example.org:443/res#paragraph-5',
    'https://example.org/res?utm_source=mail&utm_medium=x',
    'https://www.example.org/res?fbclid=1',
    'https://example.org/res?#',
  ])('is the same for the same address, spelled %s, whatever is said', async (url) => {
    const first = await originOf({ url: 'https://example.org/res' });
    expect([
      await originOf({ url }),
      await originOf({ url, origin: 'Another original' }),
      await originOf({ url, origin: await world.a.origin() }),
    ]).toEqual([first, first, first]);
  });

  it.each([
    'https://example.org/res?id=2',
    'https://example.org/other',
    'https://sub.example.org/res',
    'https://example.org/RES',
  ])('is another for another address: %s', async (url) => {
    expect(await originOf({ url })).not.toBe(await originOf({ url: 'https://example.org/res' }));
  });

  it('may be corrected later, but not away from another piece at the same address', async () => {
    const one = (await add()).body;
    const answer = await api.patch(`/evidence/${String(one['id'])}`, { origin: 'A news agency' }, 1);
    expect(answer.body['origin'].name).toBe('A news agency');
    const two = (await add({ url: `${link.url}?utm_source=x` })).body;
    expect(two['origin']).toEqual(answer.body['origin']);
    expect((await api.patch(`/evidence/${String(two['id'])}`, { origin: 'Somebody else' }, 1)).body['origin']).toEqual(
      answer.body['origin'],
    );
  });
});

describe('acceptance', () => {
  const acceptanceOf = async (by: Member) =>
    (await add({ url: `https://example.org/${by.actor.membershipId}` }, by)).body['acceptance'];
  const decide = (id: unknown, by: Member, body: Record<string, unknown>, version = 1): Promise<Answer> =>
    world.as(by).post(`/evidence/${String(id)}/acceptance`, body, { 'if-match': `"${version}"` });

  it('is from the start what an administrator or editor enters, proposed what a verifier or partner does', async () => {
    const administrator = await world.a.member({ roles: ['administrator'] });
    expect([
      await acceptanceOf(administrator),
      await acceptanceOf(editor),
      await acceptanceOf(verifier),
      await acceptanceOf(partner),
    ]).toEqual(['accepted', 'accepted', 'proposed', 'proposed']);
  });

  it('an editor accepts, or declines with a reason, kept apart from the event', async () => {
    const [one, two] = [(await add({}, partner)).body, (await add({ url: 'https://example.org/2' }, verifier)).body];
    const accepted = await decide(one['id'], editor, { acceptance: 'accepted' });
    expect([accepted.status, accepted.headers['etag'], accepted.body]).toMatchObject([
      200,
      '"2"',
      { acceptance: 'accepted', acceptanceReason: null, version: 2 },
    ]);
    const declined = await decide(two['id'], editor, {
      acceptance: 'declined',
      reason: 'It is a copy of the other one.',
    });
    expect(declined.body).toMatchObject({ acceptance: 'declined', acceptanceReason: 'It is a copy of the other one.' });
    expect(await rowOf(world, 'evidence', one['id'], 'acceptance, accepted_by')).toEqual({
      acceptance: 'accepted',
      accepted_by: editor.actor.personId,
    });
    expect((await openedEvents(world, one['id'])).map((e) => [e.action, e.version, e.details])).toEqual([
      ['evidence.captured', 1, {}],
      ['evidence.accepted', 2, {}],
    ]);
    expect((await openedEvents(world, two['id'])).map((e) => [e.action, e.version, e.details])).toEqual([
      ['evidence.captured', 1, {}],
      ['evidence.declined', 2, {}],
    ]);
  });

  it.each([
    ['/acceptance', {}],
    ['/acceptance', { acceptance: 'proposed' }],
    ['/reason', { acceptance: 'declined' }],
    ['/reason', { acceptance: 'declined', reason: ' ' }],
    ['/reason', { acceptance: 'accepted', reason: 7 }],
    ['/note', { acceptance: 'accepted', note: 'x' }],
  ])('refuses a wrong %s with 400, naming it', async (pointer, given) => {
    const { body } = await add({}, partner);
    expect(outcomeOf(await refused(world, () => decide(body['id'], editor, given), 400, 'invalid-input'))).toEqual([
      400,
      'invalid-input',
      pointer,
    ]);
  });

  it('asks for the version, refuses a stale one, and other roles', async () => {
    const { body } = await add({}, partner);
    await refused(
      world,
      () => api.post(`/evidence/${String(body['id'])}/acceptance`, { acceptance: 'accepted' }),
      428,
      'version-required',
    );
    await refused(world, () => decide(body['id'], editor, { acceptance: 'accepted' }, 7), 412, 'stale');
    for (const role of ['partner', 'auditor'] as const) {
      const by = await world.a.member({ roles: [role] });
      expect(
        (await refused(world, () => decide(body['id'], by, { acceptance: 'accepted' }), 403, 'forbidden')).body[
          'permission'
        ],
      ).toBe('evidence.accept');
    }
  });

  describe('of what disputes a claim', () => {
    let track: string, piece: string, theirEditor: Member, theirVerifier: Member;

    beforeEach(async () => {
      const europe = verifier.actor.organizationId;
      theirEditor = await world.a.member({ organizationId: europe });
      theirVerifier = verifier;
      track = (await world.a.followUp()).implementation;
      const evidenceIds = [await world.a.evidence(editor), await world.a.evidence(editor)];
      expect(
        (await api.post(`/tracks/${track}/transitions`, { transition: 'claim', occurredOn: '2020', evidenceIds }))
          .status,
      ).toBe(201);
      piece = String((await add({ url: 'https://example.org/no' }, partner)).body['id']);
      await world.as(partner).post(`/tracks/${track}/evidence`, { evidenceId: piece, stance: 'contradicts' });
    });

    it('is not decided by an editor of the organization that claims', async () => {
      const colleague = await world.a.member();
      for (const by of [editor, colleague]) {
        await refused(
          world,
          () => decide(piece, by, { acceptance: 'declined', reason: 'No.' }),
          403,
          'separation-of-duties',
        );
        await refused(world, () => decide(piece, by, { acceptance: 'accepted' }), 403, 'separation-of-duties');
      }
      expect((await decide(piece, theirEditor, { acceptance: 'accepted' })).status).toBe(200);
    });

    it('nor once another organization has verified the claim', async () => {
      expect(
        (
          await world
            .as(theirVerifier)
            .post(`/tracks/${track}/transitions`, { transition: 'verify', occurredOn: '2021' })
        ).status,
      ).toBe(201);
      await refused(
        world,
        () => decide(piece, editor, { acceptance: 'declined', reason: 'No.' }),
        403,
        'separation-of-duties',
      );
    });

    it('may be decided by an administrator, and where it doesn’t contradict by everybody who may', async () => {
      expect(
        (await decide(piece, await world.a.member({ roles: ['administrator'] }), { acceptance: 'accepted' })).status,
      ).toBe(200);
      const context = String((await add({ url: 'https://example.org/context' }, partner)).body['id']);
      await world.as(partner).post(`/tracks/${track}/evidence`, { evidenceId: context, stance: 'context' });
      expect((await decide(context, editor, { acceptance: 'accepted' })).status).toBe(200);
    });
  });
});

describe('verification', () => {
  const verify = (id: unknown, by: Member, version = 1): Promise<Answer> =>
    world.as(by).post(`/evidence/${String(id)}/verification`, undefined, { 'if-match': `"${version}"` });

  it('is by another person than those who brought it', async () => {
    const { body } = await add();
    const answer = await verify(body['id'], verifier);
    expect([answer.status, answer.headers['etag'], answer.body['verification']]).toEqual([200, '"2"', 'verified']);
    expect(await rowOf(world, 'evidence', body['id'], 'verified_by, verified_at')).toEqual({
      verified_by: verifier.actor.personId,
      verified_at: expect.any(Date),
    });
    expect((await openedEvents(world, body['id']))[1]).toEqual({
      action: 'evidence.verified',
      objectType: 'evidence',
      version: 2,
      level: 'coalition',
      outcome: 'allow',
      details: {},
    });
  });

  it('is not by whoever entered it, nor by whoever changed it since', async () => {
    const own = (await add({}, verifier)).body;
    await refused(world, () => verify(own['id'], verifier), 403, 'separation-of-duties');
    const both = await world.a.member({ roles: ['editor', 'verifier'] });
    const { body } = await add({ url: 'https://example.org/2' });
    expect((await world.as(both).patch(`/evidence/${String(body['id'])}`, { locator: 'Page 3' }, 1)).status).toBe(200);
    const asVerifier = { ...both, token: both.tokens.verifier! };
    await refused(world, () => verify(body['id'], asVerifier, 2), 403, 'separation-of-duties');
    expect((await verify(body['id'], verifier, 2)).status).toBe(200);
  });

  it('does not stand once the piece is changed', async () => {
    const { body } = await add();
    await verify(body['id'], verifier);
    const changed = await api.patch(`/evidence/${String(body['id'])}`, { finding: 'It says something else.' }, 2);
    expect([changed.status, changed.headers['etag'], changed.body['verification']]).toEqual([200, '"3"', 'none']);
    expect(await rowOf(world, 'evidence', body['id'], 'verified_by, verified_at, edited_by')).toEqual({
      verified_by: null,
      verified_at: null,
      edited_by: [editor.actor.personId],
    });
  });

  it('asks for the version, refuses a stale one, and other roles', async () => {
    const { body } = await add();
    await refused(
      world,
      () => world.as(verifier).post(`/evidence/${String(body['id'])}/verification`),
      428,
      'version-required',
    );
    await refused(world, () => verify(body['id'], verifier, 7), 412, 'stale');
    for (const role of ['administrator', 'editor', 'partner', 'auditor'] as const) {
      const by = await world.a.member({ roles: [role] });
      expect((await refused(world, () => verify(body['id'], by), 403, 'forbidden')).body['permission']).toBe(
        'evidence.verify',
      );
    }
  });
});

describe('PATCH /evidence/{id}', () => {
  it('changes what the body holds, clears what is null, and says which fields in custody and log, not their words', async () => {
    const { body } = await add(everyField);
    const answer = await api.patch(
      `/evidence/${String(body['id'])}`,
      { title: 'Resolution 22/13, adopted', finding: 'Another finding.', quote: null, publishedOn: '2013' },
      1,
    );
    expect(answer.body).toEqual({
      ...body,
      title: 'Resolution 22/13, adopted',
      finding: 'Another finding.',
      quote: null,
      publishedOn: '2013',
      version: 2,
      updatedAt: expect.any(String),
    });
    expect(await rowOf(world, 'evidence', body['id'], 'quote_hash, published_last::text, edited_by, version')).toEqual({
      quote_hash: null,
      published_last: '2013-12-31',
      edited_by: [editor.actor.personId],
      version: 2,
    });
    expect((await custodyOf(body['id'])).map((c) => c['act'])).toEqual(['captured', 'changed']);
    expect((await openedEvents(world, body['id']))[1]).toEqual({
      action: 'evidence.changed',
      objectType: 'evidence',
      version: 2,
      level: 'public',
      outcome: 'allow',
      details: { fields: ['title', 'finding', 'quote', 'publishedOn'] },
    });
    const again = await api.patch(`/evidence/${String(body['id'])}`, { title: 'Resolution 22/13, adopted' }, 2);
    expect([again.headers['etag'], (await openedEvents(world, body['id'])).at(-1)!.version]).toEqual(['"3"', 3]);
  });

  it('is for editors and for whoever brought it', async () => {
    const theirs = (await add({}, partner)).body;
    const answer = await world.as(partner).patch(`/evidence/${String(theirs['id'])}`, { locator: 'Page 1' }, 1);
    expect([answer.status, answer.body['acceptance']]).toEqual([200, 'proposed']);
    await refused(
      world,
      () => world.as(verifier).patch(`/evidence/${String(theirs['id'])}`, { locator: 'Page 2' }, 2),
      403,
      'separation-of-duties',
    );
    const auditor = await world.a.member({ roles: ['auditor'] });
    await refused(
      world,
      () => world.as(auditor).patch(`/evidence/${String(theirs['id'])}`, { locator: 'Page 2' }, 2),
      403,
      'forbidden',
    );
    await refused(world, () => world.as(auditor).post('/evidence', link), 403, 'forbidden');
    expect((await api.patch(`/evidence/${String(theirs['id'])}`, { locator: 'Page 2' }, 2)).status).toBe(200);
  });

  it('by others than editors is proposed anew, and decided on again', async () => {
    const { body } = await add({}, partner);
    const path = `/evidence/${String(body['id'])}`;
    await api.post(`${path}/acceptance`, { acceptance: 'accepted' }, { 'if-match': '"1"' });
    expect((await world.as(partner).patch(path, { finding: 'Something else altogether.' }, 2)).body).toMatchObject({
      acceptance: 'proposed',
      version: 3,
    });
    expect(await rowOf(world, 'evidence', body['id'], 'acceptance, accepted_by')).toEqual({
      acceptance: 'proposed',
      accepted_by: null,
    });
    await api.post(`${path}/acceptance`, { acceptance: 'declined', reason: 'No.' }, { 'if-match': '"3"' });
    expect((await world.as(partner).patch(path, { finding: 'Mended.' }, 4)).body).toMatchObject({
      acceptance: 'proposed',
      acceptanceReason: null,
    });
    expect((await api.patch(path, { finding: 'By an editor.' }, 5)).body['acceptance']).toBe('proposed');
  });

  it.each([
    ['/kind', { kind: 'account' }],
    ['/url', { url: 'https://example.org/other' }],
    ['/terms', { terms: 'quotable' }],
    ['/statement', { statement: 'x' }],
    ['/title', { title: null }],
    ['/confidentiality', { confidentiality: null }],
    ['/credibility', { credibility: 9 }],
    ['/acceptance', { acceptance: 'accepted' }],
    ['/origin', { origin: {} }],
  ])('refuses a wrong %s with 400, naming it', async (pointer, given) => {
    const id = await world.a.evidence(editor);
    expect(outcomeOf(await refused(world, () => api.patch(`/evidence/${id}`, given, 1), 400, 'invalid-input'))).toEqual(
      [400, 'invalid-input', pointer],
    );
  });

  it('asks for the version and refuses a stale one', async () => {
    const id = await world.a.evidence(editor);
    await refused(world, () => api.patch(`/evidence/${id}`, { title: 'Mine' }), 428, 'version-required');
    await refused(world, () => api.patch(`/evidence/${id}`, { title: 'Mine' }, 2), 412, 'stale');
  });
});

describe('GET /evidence', () => {
  it('lists with words, newest change first, by kind, acceptance, level and words of the title', async () => {
    await add(everyField);
    await api.post('/evidence', { ...account, title: '서울에서의 대화, 100%' });
    await add({ url: 'https://example.org/2', title: 'Of the partner' }, partner);
    const titles = async (query: string) =>
      (await api.get(`/evidence?${query}`)).body['items'].map((e: { title: string }) => e.title);
    expect(await titles('')).toEqual(['Of the partner', '서울에서의 대화, 100%', link.title]);
    expect((await api.get('/evidence?kind=account')).body['items'][0].statement).toBe(account.statement);
    expect([
      await titles('kind=link,account&acceptance=accepted&sort=title'),
      await titles('acceptance=proposed'),
      await titles('confidentiality=public'),
    ]).toEqual([[link.title, '서울에서의 대화, 100%'], ['Of the partner'], [link.title]]);
    expect([
      await titles(`q=${encodeURIComponent('서울')}`),
      await titles('q=OF%20THE'),
      await titles('q=%25'),
      await titles('q=_'),
    ]).toEqual([['서울에서의 대화, 100%'], ['Of the partner'], ['서울에서의 대화, 100%'], []]);
  });

  it.each(['kind=video', 'acceptance=maybe', 'confidentiality=secret', 'sort=url', 'q=', 'origin=x'])(
    'refuses ?%s',
    async (query) => {
      expect(outcomeOf(await api.get(`/evidence?${query}`))).toEqual([400, 'invalid-input', `?${query.split('=')[0]}`]);
    },
  );

  it('lists who had a piece in hand; reading an open one is not noted', async () => {
    const { body } = await add();
    await api.get(`/evidence/${String(body['id'])}`);
    await api.patch(`/evidence/${String(body['id'])}`, { locator: 'Page 1' }, 1);
    const { body: custody } = await world.as(partner).get(`/evidence/${String(body['id'])}/custody?count=true`);
    expect([
      custody['count'],
      custody['items'].map((c: Record<string, any>) => [c['act'], c['by'].organization.name]),
    ]).toEqual([
      2,
      [
        ['captured', 'First Organization'],
        ['changed', 'First Organization'],
      ],
    ]);
    expect(custody['items'][0].by.name).not.toBe('Edita');
  });
});
