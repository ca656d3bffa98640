// The world that is attacked: things at every position, and who stands where to each of them.

import { randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { Factories, type Member, type Row } from '../factories/factories.js';
import { formWith, pdf } from '../support/files.js';
import { browserOf } from '../support/people.js';
import type { World } from '../support/world.js';
import { everybody, type Subject } from './people.js';
import { type Ids, levelThings, ownThings, sharedThings } from './things.js';
import { CHECKLIST } from './requests.js';

/** Things of one kind of position, with the canary that all their texts hold. */
export interface Lot {
  name: string;
  mark: string;
  ids: Ids;
  level: 'public' | 'coalition' | 'organization' | 'restricted' | 'none';
  organization?: 'ours' | 'theirs';
  /** Of another workspace: nobody here knows any of it. */
  isElsewhere?: boolean;
  /** Whose own things these are too. */
  owner?: Member;
  /** Of restricted things: who may know them, and whom a request about them asks. */
  readers?: string[];
  asked?: string;
}

export interface Stage {
  world: World;
  subjects: Subject[];
  lots: Map<string, Lot>;
  /** What all of ours may see: what requests are filled with. */
  base: Ids;
  /** Put in what most may not know of: everything theirs alone, and everything restricted. */
  hideTheirs: () => Promise<void>;
  hideRestricted: () => Promise<void>;
}

const markOf = (name: string): string => `KANARI${name.replaceAll(/[^a-z]/g, '')}Q`;

export async function setStage(world: World): Promise<Stage> {
  const { a } = world;
  const theirs = await a.organization('Their organization');
  const elsewhere = await a.otherWorkspace();
  const subjects = await everybody(world, theirs, elsewhere);
  const colleague = await a.member({ roles: ['editor'], name: 'A colleague' });
  const holder = subjects.find(({ name }) => name === 'editor of theirs')!.member!;
  const shared = await shareThings(world, colleague);
  const lots = new Map<string, Lot>();
  const put = (lot: Omit<Lot, 'mark'>): void => void lots.set(lot.name, { ...lot, mark: markOf(lot.name) });
  const of = async (
    name: string,
    by: Member,
    level: Lot['level'],
    organization: Lot['organization'],
    own = false,
  ): Promise<void> => {
    const leveled = await levelThings(a, by, level, markOf(name), shared);
    const ids: Ids = { ...shared, ...leveled, ...(own ? await ownThings(a, by, markOf(name)) : {}) };
    if (level !== 'public' && ['administrator', 'editor'].includes(by.actor.roles[0]!))
      ids['document'] = await takeIn(world, by, level, markOf(name));
    put({ name, ids, level, ...(organization ? { organization } : {}), ...(own ? { owner: by } : {}) });
  };
  await of('base', colleague, 'coalition', 'ours');
  await of('colleague', colleague, 'organization', 'ours', true);
  await of('coalition', holder, 'coalition', 'theirs');
  await of('public', holder, 'public', 'theirs');
  for (const name of ['administrator', 'editor', 'verifier', 'partner'])
    await of(`own ${name}`, subjects.find((one) => one.name === name)!.member!, 'organization', 'ours', true);
  await withFiles(world, lots, colleague);
  const base = { ...lots.get('base')!.ids, ...namedIn(subjects) };
  await putElsewhere(elsewhere, put);
  await putGone(world, subjects, put);
  await putLowered(world, subjects, put);
  const hideTheirs = (): Promise<void> => of('theirs', holder, 'organization', 'theirs', true);
  const hideRestricted = (): Promise<void> => putRestricted(world, subjects, base, put);
  return { world, subjects, lots, base, hideTheirs, hideRestricted };
}

async function takeIn(world: World, by: Member, confidentiality: string, mark: string): Promise<string> {
  const browser = await browserFor(world, by);
  const letter = {
    format: 'text',
    content: `${mark} wrote this. We urge the government to answer.`,
    title: `${mark} document`,
    confidentiality,
  };
  return String((await browser.send('POST', '/intake', letter))['id']);
}

const namedIn = (subjects: Subject[]): Ids =>
  Object.fromEntries(
    ['administrator', 'partner'].map((name) => [
      name,
      subjects.find((one) => one.name === name)!.member!.actor.membershipId,
    ]),
  );

async function shareThings(world: World, by: Member): Promise<Ids> {
  const { a } = world;
  const shared = await sharedThings(a, by, markOf('shared'));
  const listed = {
    id: randomUUID(),
    workspace_id: a.workspaceId,
    group_id: shared['addressee'],
    member_id: await a.addressee(),
  };
  await a.insert('addressee_member', listed);
  const [merged, mergedsource, kept, keptSource] = [
    await a.addressee(),
    await a.source(),
    await a.addressee(),
    await a.source(),
  ];
  const administrator = await browserFor(world, await a.member({ roles: ['administrator'] }));
  await administrator.send('POST', `/addressees/${merged}/merge`, { into: kept }, 1);
  await administrator.send('POST', `/sources/${mergedsource}/merge`, { into: keptSource }, 1);
  const asked = await a.member({ roles: ['partner'] });
  const { id: rolerequest } = await administrator.send('POST', `/members/${asked.actor.membershipId}/role-requests`, {
    role: 'verifier',
  });
  return {
    ...shared,
    ...{
      addresseemember: listed.id,
      merged,
      mergedsource,
      second_source: await a.source(),
      member: asked.actor.membershipId,
    },
    rolerequest: String(rolerequest),
  };
}

type Method = 'POST' | 'PATCH' | 'DELETE' | 'GET';

interface Browser {
  send: (method: Method, path: string, body?: unknown, version?: number) => Promise<Record<string, unknown>>;
  upload: (
    path: string,
    fields: Record<string, string>,
    name: string,
    bytes: Buffer,
  ) => Promise<Record<string, unknown>>;
}

/** Somebody who prepares what is attacked by the API itself. */
async function browserFor(world: World, member: Member): Promise<Browser> {
  const { headers } = await browserOf(world, member);
  const call = async (
    method: Method,
    path: string,
    payload: Buffer | string | undefined,
    more: Record<string, string>,
  ) => {
    const url = `/api/v1/workspaces/${world.a.slug}${path}`;
    const answer = await world.app.inject({
      method,
      url,
      headers: { ...headers, ...more },
      ...(payload === undefined ? {} : { payload }),
    });
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${path} could not be prepared: ${String(answer.statusCode)} ${answer.body}`);
    return answer.body.startsWith('{') ? answer.json<Record<string, unknown>>() : {};
  };
  return {
    send: (method, path, body, version) =>
      call(method, path, body === undefined ? undefined : JSON.stringify(body), {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${String(version)}"` }),
      }),
    upload: (path, fields, name, bytes) => {
      const form = formWith(bytes, fields, name);
      return call('POST', path, form.payload, form.headers);
    },
  };
}

/** A PDF that nobody else has, with a canary in it. */
const fileOf = (mark: string): Buffer => Buffer.concat([pdf(), Buffer.from(`\n% ${mark} inside\n`)]);

async function withFiles(world: World, lots: Map<string, Lot>, colleague: Member): Promise<void> {
  const browser = await browserFor(world, colleague);
  for (const name of ['base', 'colleague']) {
    const lot = lots.get(name)!;
    const fields = { title: `${lot.mark} file`, confidentiality: lot.level };
    const { id: file } = await browser.upload('/evidence/files', fields, `${lot.mark} name.pdf`, fileOf(lot.mark));
    lot.ids['file'] = String(file);
    lot.ids['second_evidence'] = lot.ids['file'];
    lot.ids['copy'] = await copyOf(world, lot.ids['evidence']!, lot.ids['file']);
    const { id: withdrawn } = await browser.send('POST', '/evidence', {
      kind: 'link',
      title: `${lot.mark} gone`,
      url: `https://example.org/${lot.mark}gone`,
      confidentiality: lot.level,
    });
    await browser.send('POST', `/evidence/${String(withdrawn)}/withdrawal`, { reason: `${lot.mark} reason` });
    lot.ids['withdrawal'] = String(withdrawn);
  }
  const own = lots.get('colleague')!;
  const { id: inboxfile } = await browser.upload(
    '/inbox/files',
    { text: 'x' },
    `${own.mark} kept.pdf`,
    fileOf(`${own.mark} inbox`),
  );
  own.ids['inboxfile'] = String(inboxfile);
}

/** A copy of a link, with the bytes of a file that is there. */
async function copyOf({ a }: World, evidenceId: string, file: string): Promise<string> {
  const id = randomUUID();
  await a.rows(
    `INSERT INTO link_copy (id, workspace_id, evidence_id, person_id, organization_id, outcome, status, fetched_at, sha256, size, blob_key)
     SELECT $1, workspace_id, $2, entered_by, organization_id, 'kept', 200, now(), sha256, size, blob_key FROM evidence WHERE id = $3`,
    [id, evidenceId, file],
  );
  return id;
}

async function putElsewhere(b: Factories, put: (lot: Omit<Lot, 'mark'>) => void): Promise<void> {
  const name = 'elsewhere';
  const member = await b.member({ roles: ['administrator'], name: `${markOf(name)} person` });
  const shared = await sharedThings(b, member, markOf(name));
  const ids: Ids = {
    ...shared,
    ...(await levelThings(b, member, 'public', markOf(name), shared)),
    ...(await ownThings(b, member, markOf(name))),
  };
  ids['addresseemember'] = await b.insert('addressee_member', {
    ...{
      id: randomUUID(),
      workspace_id: b.workspaceId,
      group_id: shared['addressee'],
      member_id: shared['member_of_group'],
    },
  });
  // Words of a path that stand for no row are the same in every workspace.
  const rows = Object.entries(ids).filter(([noun]) => !['workflow', 'version', 'kind', 'fault'].includes(noun));
  put({ name, ids: Object.fromEntries(rows), level: 'public', isElsewhere: true });
}

/** What was there and was deleted, by the API. */
async function putGone(world: World, subjects: Subject[], put: (lot: Omit<Lot, 'mark'>) => void): Promise<void> {
  const { a } = world;
  const administrator = subjects[0]!.member!;
  const browser = await browserFor(world, administrator);
  const summary = { kind: 'letter', occurred_on: '2020', occurred_last: '2020-12-31', summary: 'x' };
  const engagement: Row = {
    id: randomUUID(),
    workspace_id: a.workspaceId,
    organization_id: a.organizationId,
    ...summary,
  };
  const ids: Ids = {
    theme: await a.theme(),
    source: await a.source(),
    addressee: await a.addressee(),
    indicator: await a.indicator(),
    organization: await a.organization(),
    recommendation: await a.recommendation(),
    engagement: await a.insert('engagement', engagement),
  };
  for (const [noun, id] of Object.entries(ids)) await browser.send('DELETE', `/${noun}s/${id}`, undefined, 1);
  put({ name: 'deleted', ids, level: 'none' });
}

/** A piece that two of theirs opened to the coalition. What it said before, and what was said and done, stays with those who were named. */
async function putLowered(world: World, subjects: Subject[], put: (lot: Omit<Lot, 'mark'>) => void): Promise<void> {
  const { a } = world;
  const find = (name: string): Member => subjects.find((one) => one.name === name)!.member!;
  const [holder, second] = ['editor of theirs', 'administrator of theirs'].map(find);
  const confirmer = await a.member({ roles: ['administrator'], name: 'Who confirms a reader nameofours' });
  const [theirs, seconds, ours] = [
    await browserFor(world, holder!),
    await browserFor(world, second!),
    await browserFor(world, confirmer),
  ];
  const name = 'said before';
  const mark = markOf(name);
  const said = (now: string): Record<string, string> =>
    Object.fromEntries(['title', 'finding', 'quote', 'publisher'].map((field) => [field, `${now} ${field}`]));
  const account = {
    kind: 'account',
    terms: 'background',
    statement: 'So it was.',
    confidentiality: 'restricted',
    ...said(mark),
  };
  const id = String((await theirs.send('POST', '/evidence', account))['id']);
  const { id: remark } = await theirs.send('POST', `/evidence/${id}/comments`, { text: `${mark} remark` });
  const { id: request } = await theirs.send('POST', `/evidence/${id}/reader-requests`, {
    ...{ reason: `${mark} has to know`, memberId: second!.actor.membershipId, endsOn: '2099-12-31' },
    askedOfId: confirmer.actor.membershipId,
  });
  await ours.send('POST', `/reader-requests/${String(request)}/decision`, { decision: 'confirm' });
  const asking = { to: 'coalition', checklist: CHECKLIST, reason: `${mark} may be told` };
  const { id: lowering } = await theirs.send('POST', `/evidence/${id}/lowerings`, asking);
  await seconds.send('POST', `/lowerings/${String(lowering)}/decision`, {
    decision: 'refuse',
    reason: `${mark} not yet`,
  });
  const withdrawn = await a.insert('evidence_withdrawal', {
    ...{ id: randomUUID(), workspace_id: a.workspaceId, evidence_id: id, person_id: holder!.actor.personId },
    ...{ organization_id: holder!.actor.organizationId, decision: 'restore', requested_by: holder!.actor.personId },
    ...{ confirmed_by: second!.actor.personId, requested_at: new Date(), confirmed_at: new Date() },
    reason_hash: await a.words('It was wrong.', 'organization', holder!.actor.organizationId),
  });
  await theirs.send('PATCH', `/evidence/${id}`, said(markOf('lowered')), 1);
  const { id: agreed } = await theirs.send('POST', `/evidence/${id}/lowerings`, { ...asking, reason: `${mark} now` });
  await seconds.send('POST', `/lowerings/${String(agreed)}/decision`, { decision: 'agree' });
  const [grant] = await a.rows<{ id: string }>('SELECT id FROM evidence_grant WHERE request_id = $1', [request]);
  const asked = { comment: String(remark), request: String(request), lowering: String(lowering) };
  const ids = { ...asked, reader: grant!.id, withdrawn };
  const readers = ['editor of theirs', 'administrator of theirs'];
  put({ name, ids: { ...ids, ...(await doneWith(a, id)) }, level: 'restricted', organization: 'theirs', readers });
  put({ name: 'lowered', ids: { evidence: id, second_evidence: id }, level: 'coalition', organization: 'theirs' });
}

/** Ids of what was kept of a piece before its level was lowered: who had it in hand, and its first version. */
async function doneWith(a: Factories, piece: string): Promise<Ids> {
  const [custody] = await a.rows<{ id: string }>(
    `SELECT id FROM custody_record WHERE evidence_id = $1 AND act = 'captured'`,
    [piece],
  );
  const [version] = await a.rows<{ id: string }>(
    'SELECT id FROM record_version WHERE item_id = $1 ORDER BY version LIMIT 1',
    [piece],
  );
  return { 'custody record': custody!.id, 'version record': version!.id };
}

/** Restricted pieces of the other organization, brought as a person brings them; some of them name somebody of ours. */
async function putRestricted(
  world: World,
  subjects: Subject[],
  base: Ids,
  put: (lot: Omit<Lot, 'mark'>) => void,
): Promise<void> {
  const find = (name: string): Member => subjects.find((one) => one.name === name)!.member!;
  const [holder, confirmer] = [find('editor of theirs'), find('administrator of theirs')];
  const [browser, asked] = [await browserFor(world, holder), await browserFor(world, confirmer)];
  for (const name of ['restricted', 'restricted naming one of ours']) {
    const ids = await bring(browser, markOf(name));
    await hangOn(world, holder, ids, base);
    const memberId = find(name === 'restricted' ? 'administrator' : 'named reader').actor.membershipId;
    const naming = { reason: 'Has to know.', memberId, endsOn: '2099-12-31', askedOfId: confirmer.actor.membershipId };
    for (const piece of ['file', 'withdrawal', 'evidence']) {
      const { id } = await browser.send('POST', `/evidence/${ids[piece]!}/reader-requests`, naming);
      ids['request'] = String(id);
      if (name === 'restricted') continue;
      await asked.send('POST', `/reader-requests/${ids['request']}/decision`, { decision: 'confirm' });
      const [grant] = await world.a.rows<{ id: string }>('SELECT id FROM evidence_grant WHERE request_id = $1', [id]);
      ids['reader'] = grant!.id;
    }
    await browser.send('POST', `/evidence/${ids['withdrawal']!}/withdrawal`, { reason: `${markOf(name)} reason` });
    const readers = ['editor of theirs', ...(name === 'restricted' ? [] : ['named reader'])];
    put({ name, ids, level: 'restricted', organization: 'theirs', readers, asked: 'administrator of theirs' });
  }
}

async function bring(browser: Browser, mark: string): Promise<Ids> {
  const said = {
    statement: `${mark} statement`,
    finding: `${mark} finding`,
    quote: `${mark} quote`,
    publisher: `${mark} publisher`,
  };
  const account = {
    kind: 'account',
    title: `${mark} title`,
    terms: 'background',
    confidentiality: 'restricted',
    ...said,
  };
  const { id: evidence } = await browser.send('POST', '/evidence', account);
  const fields = { title: `${mark} file`, confidentiality: 'restricted', finding: `${mark} found` };
  const { id: file } = await browser.upload('/evidence/files', fields, `${mark} name.pdf`, fileOf(mark));
  await browser.send('GET', `/evidence/${String(file)}/content`);
  const checklist = [...CHECKLIST.slice(0, 3), { code: 'copy', answer: 'looked-at' }];
  const asking = { to: 'organization', checklist, reason: `${mark} why` };
  const { id: lowering } = await browser.send('POST', `/evidence/${String(file)}/lowerings`, asking);
  await browser.send('POST', `/evidence/${String(file)}/harm-flag`, { reason: `${mark} harm` });
  const { id: remark } = await browser.send('POST', `/evidence/${String(evidence)}/comments`, {
    text: `${mark} remark`,
  });
  const { id: withdrawal } = await browser.send('POST', '/evidence', { ...account, title: `${mark} withdrawn` });
  const pieces = { evidence, file, withdrawal, second_evidence: file, flagged: file };
  return {
    ...Object.fromEntries(Object.entries(pieces).map(([piece, id]) => [piece, String(id)])),
    comment: String(remark),
    lowering: String(lowering),
  };
}

/** What everybody may see refers to the restricted piece: nobody may see that it does. */
async function hangOn({ a }: World, holder: Member, ids: Ids, base: Ids): Promise<void> {
  const of = { workspace_id: a.workspaceId, evidence_id: ids['evidence'], evidence_version: 1 };
  await a.link(base['track']!, ids['evidence']!, holder);
  await a.insert('transition_evidence', { ...of, transition_id: base['transition'], stance: 'supports' });
  await a.insert('assessment_evidence', { ...of, assessment_id: base['assessment'] });
  await a.insert('engagement_evidence', {
    ...{ id: uuid(), workspace_id: a.workspaceId, engagement_id: base['engagement'], evidence_id: ids['evidence'] },
    ...{ person_id: holder.actor.personId, organization_id: holder.actor.organizationId, shows: 'minutes' },
  });
  await a.insert('observation_evidence', { ...of, observation_id: base['observation'] });
}
