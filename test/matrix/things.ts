// What is attacked: one thing of every noun at each position, every text of it with a canary that says whose it is and how confidential.

import { randomBytes, randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Factories, Member, Row } from '../factories/factories.js';
import { withAuthenticator } from '../support/second-factors.js';

/** Ids by noun. */
export type Ids = Record<string, string>;

/** What every member of the workspace may know of, whoever entered it. */
export async function sharedThings(a: Factories, by: Member, mark: string): Promise<Ids> {
  const { workspaceId: workspace_id } = a;
  const group = await a.addressee({ kind: 'group', name: `${mark} group` });
  const indicator = await a.indicator({ title: `${mark} indicator`, note: `${mark} note` });
  const recommendation = await a.recommendation({
    title: `${mark} asks`,
    text: `${mark} text`,
    confidentiality: 'coalition',
  });
  const tally = await a.tally(by, { title: `${mark} tally` });
  await a.insert('tally_item', {
    id: uuid(),
    workspace_id,
    tally_id: tally,
    place: 1,
    recommendation_id: recommendation,
    transition_ids: [],
  });
  return {
    theme: await a.theme(),
    source: await a.source({ title: `${mark} source` }),
    addressee: group,
    member_of_group: await a.addressee({ name: `${mark} state` }),
    addresseemember: '',
    indicator,
    observation: await a.insert('observation', {
      ...{
        id: uuid(),
        ...by_(a, by),
        indicator_id: indicator,
        period: '2020',
        period_first: '2020-01-01',
        period_last: '2020-12-31',
      },
      ...{ value: 1, estimate: false, said_by_hash: await a.words(`${mark} said`, 'coalition') },
    }),
    tally,
    organization: await a.organization(`${mark} organization`),
    member: by.actor.membershipId,
    workflow: 'implementation',
    version: '1',
    kind: 'overdue',
    fault: 'missing-source',
    identityprovider: await providerOf(a, mark),
    invitation: await a.insert('invitation', {
      ...{ id: uuid(), workspace_id, organization_id: a.organizationId, email: `${mark.toLowerCase()}@test.example` },
      ...{
        roles: ['editor'],
        token_hash: randomBytes(32),
        invited_by: by.actor.personId,
        expires_at: new Date(Date.now() + 3_600_000),
      },
    }),
  };
}

const by_ = (a: Factories, { actor }: Member) => ({
  workspace_id: a.workspaceId,
  person_id: actor.personId,
  organization_id: actor.organizationId,
});

/** Whatever has a level, and what hangs on it; `on` says which addressee, source and so on it is about. */
export async function levelThings(a: Factories, by: Member, level: string, mark: string, on: Ids): Promise<Ids> {
  const { organizationId: organization_id } = by.actor;
  const kept = { confidentiality: level, organization_id };
  const words = (what: string): Promise<Buffer> => a.words(`${mark} ${what}`, level, organization_id);
  const signed = (): Row => ({ id: uuid(), ...by_(a, by) });
  const { workspaceId: workspace_id } = a;
  const recommendation = await a.recommendation({
    ...{ ...kept, source_id: on['source'], title: `${mark} title`, text: `${mark} text`, code: `${mark}-1` },
    ...{ nature: 'once', section: `${mark} section` },
  });
  const other = await a.recommendation({
    ...kept,
    source_id: on['source'],
    title: `${mark} other`,
    text: `${mark} text`,
  });
  const followUp = await a.followUp({
    recommendation_id: recommendation,
    addressee_id: on['addressee'],
    ask: `${mark} ask`,
  });
  const [at] = await a.rows<{ workflow_id: string }>('SELECT workflow_id FROM track WHERE id = $1', [
    followUp.implementation,
  ]);
  const transition = await a.insert('transition', {
    ...{
      ...signed(),
      track_id: followUp.implementation,
      workflow_id: at!.workflow_id,
      from_workflow_id: at!.workflow_id,
    },
    ...{ transition: 'start', from_state: 'not-assessed', to_state: 'under-way', position: 1, occurred_on: '2020' },
    ...{ occurred_last: '2020-12-31', note_hash: await words('move') },
  });
  const evidence = await a.evidence(by, {
    ...{
      ...kept,
      title: `${mark} evidence`,
      publisher: `${mark} publisher`,
      locator: `${mark} page`,
      finding_hash: await words('finding'),
    },
    ...{ origin_id: await a.origin(`${mark} origin`), url: `https://example.org/${mark}` },
  });
  const flagged = await a.evidence(by, { ...kept, title: `${mark} asked`, publisher: `${mark} asked by` });
  const reason = { evidence_id: flagged, reason_hash: await words('why') };
  await a.insert('harm_flag', { ...signed(), id: randomUUID(), ...reason });
  const lowering = await a.insert('lowering', {
    ...{ ...signed(), id: randomUUID(), ...reason, checklist: '[]' },
    ...{
      from_level: level === 'public' ? 'coalition' : level,
      to_level: level === 'organization' ? 'coalition' : 'public',
    },
  });
  const deadline = await a.insert('deadline', {
    ...{
      ...signed(),
      recommendation_id: recommendation,
      axis: 'response',
      due_on: '2020',
      due_last: '2020-12-31',
      basis: `${mark} basis`,
    },
  });
  const engagement = await a.insert('engagement', {
    ...{
      id: uuid(),
      workspace_id,
      ...kept,
      kind: 'letter',
      occurred_on: '2020',
      occurred_last: '2020-12-31',
      summary: `${mark} summary`,
    },
  });
  await a.insert('engagement_addressee', { workspace_id, engagement_id: engagement, addressee_id: on['addressee'] });
  await a.insert('engagement_recommendation', {
    workspace_id,
    engagement_id: engagement,
    recommendation_id: recommendation,
  });
  await a.insert('engagement_evidence', {
    ...{ ...signed(), engagement_id: engagement, evidence_id: evidence, shows: 'text' },
  });
  await a.insert('custody_record', { ...signed(), id: randomUUID(), evidence_id: evidence, act: 'captured' });
  const part = { id: uuid(), workspace_id, organization_id, follow_up_id: followUp.id, confidentiality: level };
  const contribution = await a.insert('contribution', { ...part, strength: 'plausible' });
  await a.insert('contribution_act', {
    ...{
      ...signed(),
      contribution_id: contribution,
      act: 'stated',
      strength: 'plausible',
      said_hash: await words('part'),
    },
  });
  await a.link(followUp.implementation, evidence, by);
  const answered = ['public', 'coalition'].includes(level) ? 'coalition' : level;
  const intake = await a.insert('intake', {
    ...{ ...signed(), confidentiality: answered, title: `${mark} letter`, format: 'text', media_type: 'text/plain' },
    ...{ sha256: randomBytes(32), size: 1, blob_key: randomUUID(), text: `${mark} We urge you.`, blocks: '[]' },
  });
  const assessment = await a.insert('assessment', {
    ...{
      ...signed(),
      track_id: followUp.implementation,
      phase: 'unknown',
      confidence: 'low',
      reasons_hash: await words('reasons'),
    },
    ...{ confidentiality: level, occurred_on: '2020', occurred_last: '2020-12-31' },
  });
  return {
    recommendation,
    other,
    relation: await a.insert('relation', {
      ...{
        id: uuid(),
        workspace_id,
        recommendation_id: recommendation,
        other_id: other,
        kind: 'echoes',
        note: `${mark} note`,
      },
    }),
    followup: followUp.id,
    track: followUp.implementation,
    transition,
    assessment,
    position: await a.insert('track_position', {
      ...{
        ...signed(),
        track_id: followUp.implementation,
        transition_id: transition,
        kind: 'objection',
        reasons_hash: await words('objection'),
      },
    }),
    deadline,
    extension: await a.insert('deadline_extension', {
      ...{
        ...signed(),
        deadline_id: deadline,
        due_on: '2021',
        due_last: '2021-12-31',
        extended_by: `${mark} extender`,
        basis: 'x',
      },
    }),
    evidence,
    flagged,
    lowering,
    engagement,
    contribution,
    nextstep: await a.nextStep(by, { follow_up_id: followUp.id, what: `${mark} step` }),
    occasion: await a.occasion(by, recommendation, { note_hash: await words('occasion') }),
    comment: await a.comment(by, followUp.id, { text: `${mark} comment`, level }),
    remark: await a.insert('comment', {
      ...{ ...signed(), id: randomUUID(), evidence_id: evidence, text_hash: await words('remark') },
    }),
    intake,
    custody: await a.insert('intake_custody', {
      ...signed(),
      id: randomUUID(),
      intake_id: intake,
      confidentiality: answered,
      act: 'taken-in',
    }),
    placed: other,
    decided: await a.insert('intake_proposal', {
      ...{
        id: uuid(),
        workspace_id,
        intake_id: intake,
        span_start: 3,
        span_end: 6,
        text: `${mark} done`,
        title: `${mark} done`,
      },
      ...{
        state: 'accepted',
        decided_by: by.actor.personId,
        decided_for: organization_id,
        decided_at: new Date(),
        recommendation_id: other,
      },
    }),
    'second proposal': await a.insert('intake_proposal', {
      ...{
        id: uuid(),
        workspace_id,
        intake_id: intake,
        span_start: 6,
        span_end: 9,
        text: `${mark} too`,
        title: `${mark} too`,
      },
    }),
    proposal: await a.insert('intake_proposal', {
      ...{
        id: uuid(),
        workspace_id,
        intake_id: intake,
        span_start: 0,
        span_end: 3,
        text: `${mark} urge`,
        title: `${mark} proposal`,
      },
    }),
  };
}

/** Of an organization of its own, since each has one at most. */
async function providerOf(a: Factories, mark = 'No'): Promise<string> {
  return a.insert('identity_provider', {
    ...{ id: uuid(), workspace_id: a.workspaceId, organization_id: await a.organization(`Staff ${anyFour()}`) },
    ...{ code: `${anyFour()}-${anyFour()}-${anyFour()}`, issuer: 'https://login.example.org' },
    ...{ client_id: `${mark} client`, sealed_secret: randomBytes(60) },
  });
}

/** One that is there is linked: a new one would be seen by all administrators, who may not know of whom it is linked with. */
async function anyProvider(a: Factories): Promise<string> {
  const [first] = await a.rows<{ id: string }>(
    'SELECT id FROM identity_provider WHERE workspace_id = $1 ORDER BY id LIMIT 1',
    [a.workspaceId],
  );
  return first?.id ?? providerOf(a);
}

const anyFour = (): string => [...randomBytes(4)].map((byte) => 'abcdefgh23456789'[byte % 16]).join('');

/** What belongs to one person and is seen by nobody else. */
export async function ownThings(a: Factories, by: Member, mark: string): Promise<Ids> {
  const { workspaceId: workspace_id } = a;
  const secret = {
    account_id: by.actor.accountId,
    token_hash: randomBytes(32),
    expires_at: new Date(Date.now() + 3_600_000),
  };
  return {
    inboxitem: await a.insert('inbox_item', {
      ...by_(a, by),
      id: randomUUID(),
      kind: 'sentence',
      text: `${mark} kept`,
    }),
    bulkaction: await a.insert('bulk_action', {
      ...{
        ...by_(a, by),
        id: uuid(),
        action: 'owner',
        does: { ownerId: null },
        expires_at: new Date(Date.now() + 3_600_000),
      },
    }),
    savedview: await a.insert('saved_view', {
      ...{
        id: uuid(),
        workspace_id,
        person_id: by.actor.personId,
        name: `${mark} view`,
        address: `/follow-ups?q=${mark}`,
      },
    }),
    session: await a.insert('session', { ...secret, id: uuid(), authenticated_at: new Date() }),
    token: await a.insert('access_token', {
      ...secret,
      id: uuid(),
      workspace_id,
      name: `${mark} token`,
      role: by.actor.roles[0],
      token_hash: randomBytes(32),
    }),
    factor: await a.insert('second_factor', {
      ...{
        id: uuid(),
        account_id: by.actor.accountId,
        kind: 'authenticator',
        name: `${mark} phone`,
        sealed_secret: randomBytes(60),
      },
      ...{ confirmed_at: new Date() },
    }),
    identity: await a.insert('linked_identity', {
      ...{ id: uuid(), account_id: by.actor.accountId, subject_mark: randomBytes(32) },
      provider_id: await anyProvider(a),
    }),
    leaver: by.actor.membershipId,
    newpasskey: await a.insert('second_factor', {
      ...{ id: uuid(), account_id: by.actor.accountId, kind: 'passkey', name: `${mark} key` },
    }),
    newfactor: (await withAuthenticator({ a }, by, false)).id,
  };
}
