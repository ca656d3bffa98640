// At least one row in every table for one workspace, in plain SQL: what is forbidden can only be tried on rows that exist.

import { SEAL } from '../../src/common/sealed-text.js';
import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

export interface Filled {
  workspaceId: string;
  organizationId: string;
  personId: string;
}

type Insert = (table: string, row: Record<string, unknown>) => Promise<string>;
type Ids = Record<string, string>;

/** Fills every table as the database's owner. A new table needs its row here: schema.test.ts says so. */
export async function fillEveryTable(client: pg.Client): Promise<Filled> {
  const ids: Ids = { workspace_id: randomUUID() };
  const insert: Insert = async (table, row) => {
    const columns = Object.keys(row);
    const places = columns.map((_, i) => `$${String(i + 1)}`);
    await client.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(row),
    );
    return row['id'] as string;
  };
  await fillPeople(insert, ids);
  await fillAudit(insert, ids);
  await fillRecord(insert, ids);
  await fillEvidence(insert, ids);
  await fillFollowUps(insert, ids);
  await fillHistory(insert, ids);
  await fillAssessments(insert, ids);
  await fillEngagements(insert, ids);
  await fillContributions(insert, ids);
  await fillDismissals(insert, ids);
  await fillVersions(insert, ids);
  await fillMerges(insert, ids);
  await fillBulkActions(insert, ids);
  await fillInbox(insert, ids);
  await fillIndicators(insert, ids);
  await fillNextSteps(insert, ids);
  await fillOccasions(insert, ids);
  await fillComments(insert, ids);
  await fillTallies(insert, ids);
  await fillIntake(insert, ids);
  await insert('file_check', {
    ...{ blob_key: randomUUID(), workspace_id: ids['workspace_id'], kind: 'evidence', subject_id: ids['evidence_id'] },
    ...{ outcome: 'whole', since: soon, checked_at: soon },
  });
  await insert('saved_view', { ...one(ids, 'workspace_id', 'person_id'), name: 'A view', address: '/follow-ups' });
  return { workspaceId: ids['workspace_id']!, organizationId: ids['organization_id']!, personId: ids['person_id']! };
}

const one = (ids: Ids, ...names: string[]) => ({ id: randomUUID(), ...of(ids, ...names) });
const of = (ids: Ids, ...names: string[]) => Object.fromEntries(names.map((name) => [name, ids[name]]));
const hash = () => randomBytes(32);
const codeOf = (bytes: Buffer): string =>
  [0, 4, 8]
    .map((at) => [...bytes.subarray(at, at + 4)].map((byte) => 'abcdefgh23456789'[byte % 16]).join(''))
    .join('-');
const soon = new Date(Date.now() + 3_600_000);

async function fillPeople(insert: Insert, ids: Ids) {
  await insert('workspace', {
    id: ids['workspace_id'],
    slug: `w${randomBytes(6).toString('hex')}`,
    name: 'A workspace',
  });
  ids['organization_id'] = await insert('organization', { ...one(ids, 'workspace_id'), name: 'An organization' });
  ids['person_id'] = await insert('person', { id: randomUUID() });
  ids['second_person'] = await insert('person', { id: randomUUID() });
  const member = {
    ...of(ids, 'workspace_id', 'organization_id', 'person_id'),
    roles: ['administrator', 'editor'],
    starts_on: '2020-01-01',
  };
  ids['membership_id'] = await insert('membership', {
    id: randomUUID(),
    ...member,
    name_hash: hash(),
    pseudonym: 'Member 1',
  });
  ids['account_id'] = await insert('account', {
    ...one(ids, 'person_id'),
    email: `${randomUUID()}@test.example`,
    password_hash: 'none',
  });
  await insert('session', { ...one(ids, 'account_id'), token_hash: hash(), expires_at: soon });
  await insert('access_token', {
    ...one(ids, 'account_id', 'workspace_id'),
    name: 'A token',
    role: 'editor',
    token_hash: hash(),
    expires_at: soon,
  });
  await insert('sign_in_attempt', { mark: hash(), failures: 1, ends_at: soon });
  await insert('request_count', { mark: hash(), taken: 1, ends_at: soon });
  await insert('recovery', { ...one(ids, 'account_id'), token_hash: hash(), expires_at: soon });
  const factor = { ...one(ids, 'account_id'), kind: 'authenticator', name: 'A phone', sealed_secret: hash() };
  await insert('second_factor', factor);
  await insert('passkey_challenge', { bound_to: hash(), challenge: hash(), ends_at: soon });
  await insert('recovery_code', { ...one(ids, 'account_id'), mark: hash() });
  const invited = {
    email: `${randomUUID()}@test.example`,
    roles: ['editor'],
    token_hash: hash(),
    invited_by: ids['person_id'],
    expires_at: soon,
  };
  const provider = await insert('identity_provider', {
    ...one(ids, 'workspace_id', 'organization_id'),
    ...{ code: codeOf(hash()), issuer: 'https://login.example.org', client_id: 'heed', sealed_secret: hash() },
  });
  await insert('linked_identity', { ...one(ids, 'account_id'), provider_id: provider, subject_mark: hash() });
  await insert('begun_sign_in', { state_hash: hash(), provider_id: provider, ends_at: soon });
  await insert('invitation', { ...one(ids, 'workspace_id', 'organization_id'), ...invited });
  await insert('role_request', {
    ...one(ids, 'workspace_id', 'membership_id', 'person_id'),
    role: 'verifier',
    requested_by: ids['second_person'],
  });
  await insert('idempotency_key', {
    ...one(ids, 'workspace_id', 'person_id', 'organization_id'),
    path: '/api/v1/workspaces/w/themes',
    key: randomUUID(),
    request_hash: hash(),
    body: '{}',
    expires_at: soon,
  });
  await insert('words', {
    ...of(ids, 'workspace_id', 'organization_id'),
    hash: hash(),
    salt: randomBytes(16),
    text: 'Some words',
    confidentiality: 'coalition',
  });
}

async function fillAudit(insert: Insert, ids: Ids) {
  const said = {
    action: 'theme.created',
    object_type: 'theme',
    outcome: 'allow',
    request_id: 'test',
    confidentiality: 'coalition',
    details: hash(),
  };
  const event_id = await insert('audit_event', {
    ...one(ids, 'workspace_id', 'organization_id', 'person_id'),
    ...said,
  });
  await insert('audit_salt', { event_id, ...of(ids, 'workspace_id'), salt: hash() });
  await insert('audit_leaf', { event_id, ...of(ids, 'workspace_id'), data_hash: hash() });
}

async function fillRecord(insert: Insert, ids: Ids) {
  ids['addressee_id'] = await insert('addressee', {
    ...one(ids, 'workspace_id'),
    kind: 'state',
    code: 'KP',
    iso_code: 'KP',
    name: 'North Korea',
  });
  ids['group_id'] = await insert('addressee', {
    ...one(ids, 'workspace_id'),
    kind: 'group',
    code: 'UN-MEMBERS',
    name: 'UN member states',
  });
  await insert('addressee_member', { ...one(ids, 'workspace_id', 'group_id'), member_id: ids['addressee_id'] });
  ids['theme_id'] = await insert('theme', { ...one(ids, 'workspace_id'), code: 'refugees', label: 'Refugees' });
  ids['source_id'] = await insert('source', { ...one(ids, 'workspace_id'), title: 'A letter', kind: 'letter' });
  const asked = { title: 'A title', text: 'What is asked.', ...of(ids, 'source_id', 'organization_id') };
  ids['recommendation_id'] = await insert('recommendation', { ...one(ids, 'workspace_id'), ...asked, code: 'R-1' });
  ids['other_id'] = await insert('recommendation', { ...one(ids, 'workspace_id'), ...asked, code: 'R-2' });
  await insert('recommendation_theme', of(ids, 'workspace_id', 'recommendation_id', 'theme_id'));
  await insert('relation', { ...one(ids, 'workspace_id', 'recommendation_id', 'other_id'), kind: 'repeats' });
}

async function fillEvidence(insert: Insert, ids: Ids) {
  ids['origin_id'] = await insert('origin', { ...one(ids, 'workspace_id'), name: 'An origin' });
  const link = {
    kind: 'link',
    title: 'A link',
    url: 'https://example.org',
    acceptance: 'accepted',
    entered_by: ids['person_id'],
  };
  ids['evidence_id'] = await insert('evidence', {
    ...one(ids, 'workspace_id', 'organization_id', 'origin_id'),
    ...link,
  });
  await insert('evidence_grant', {
    ...of(ids, 'workspace_id', 'evidence_id', 'person_id'),
    granted_by: ids['person_id'],
    reason: 'Has to know.',
  });
  await fillReaderRequests(insert, ids);
  await insert('evidence_key', {
    ...of(ids, 'workspace_id', 'evidence_id'),
    seals: ids['evidence_id'],
    key_id: 'a'.repeat(16),
    wrapped: hash(),
  });
  await insert('custody_record', {
    ...one(ids, 'workspace_id', 'evidence_id', 'person_id', 'organization_id'),
    act: 'captured',
  });
  await insert('evidence_withdrawal', {
    ...one(ids, 'workspace_id', 'evidence_id', 'person_id', 'organization_id'),
    reason_hash: hash(),
  });
  await insert('harm_flag', {
    ...one(ids, 'workspace_id', 'evidence_id', 'person_id', 'organization_id'),
    reason_hash: hash(),
  });
  await insert('lowering', {
    ...one(ids, 'workspace_id', 'evidence_id', 'person_id', 'organization_id'),
    from_level: 'coalition',
    to_level: 'public',
    checklist: '[]',
    reason_hash: hash(),
  });
  await insert('link_copy', one(ids, 'workspace_id', 'evidence_id', 'person_id', 'organization_id'));
}

/** Three persons are in it: who asks, who is asked, and who is to be named. */
async function fillReaderRequests(insert: Insert, ids: Ids) {
  const asker = await insert('person', { id: randomUUID() });
  await insert('membership', {
    ...one(ids, 'workspace_id', 'organization_id'),
    person_id: ids['second_person'],
    roles: ['administrator'],
    starts_on: '2020-01-01',
    name_hash: hash(),
    pseudonym: 'Member 2',
  });
  await insert('reader_request', {
    ...one(ids, 'workspace_id', 'organization_id', 'evidence_id', 'person_id'),
    reason: `${SEAL}${randomUUID()}:x`,
    ends_on: '2030-01-01',
    requested_by: asker,
    asked_of: ids['second_person'],
  });
}

async function fillFollowUps(insert: Insert, ids: Ids) {
  ids['workflow_id'] = await insert('workflow', {
    ...one(ids, 'workspace_id'),
    key: 'two-states',
    version: 1,
    axis: 'implementation',
    official: false,
    definition: {},
  });
  await insert('workflow_state', {
    ...of(ids, 'workflow_id'),
    state: 'begun',
    phase: 'progressing',
    labels: {},
    position: 1,
  });
  await insert('workflow_state', {
    ...of(ids, 'workflow_id'),
    state: 'done',
    phase: 'fulfilled',
    labels: {},
    position: 2,
  });
  ids['next_workflow'] = await insert('workflow', {
    ...one(ids, 'workspace_id'),
    key: 'two-states',
    version: 2,
    axis: 'implementation',
    official: false,
    definition: {},
  });
  await insert('cross_walk', {
    ...one(ids, 'workspace_id', 'person_id', 'organization_id'),
    from_workflow_id: ids['workflow_id'],
    to_workflow_id: ids['next_workflow'],
    source: 'Ours',
    reason: 'The second version says more.',
    states: {},
  });
  const level = { ...of(ids, 'workspace_id', 'organization_id', 'recommendation_id'), confidentiality: 'coalition' };
  const followed = {
    ...level,
    ...of(ids, 'source_id'),
    recommendation_code: 'R-1',
    asked: true,
    ask: 'What it must do.',
  };
  ids['follow_up_id'] = await insert('follow_up', {
    theme_ids: [ids['theme_id']],
    id: randomUUID(),
    ...followed,
    addressee_id: ids['addressee_id'],
  });
  ids['through_id'] = await insert('follow_up', { id: randomUUID(), ...followed, addressee_id: ids['group_id'] });
  await insert('follow_up_link', of(ids, 'workspace_id', 'recommendation_id', 'follow_up_id', 'through_id'));
  const begun = {
    ...of(ids, 'follow_up_id', 'workflow_id'),
    axis: 'implementation',
    state: 'begun',
    phase: 'progressing',
  };
  ids['track_id'] = await insert('track', { id: randomUUID(), ...level, ...begun });
}

async function fillHistory(insert: Insert, ids: Ids) {
  const by = of(ids, 'workspace_id', 'person_id', 'organization_id');
  const moved = {
    transition: 'finish',
    from_state: 'begun',
    to_state: 'done',
    position: 1,
    occurred_on: '2020',
    occurred_last: '2020-12-31',
  };
  const transition_id = (ids['transition_id'] = await insert('transition', {
    id: randomUUID(),
    ...by,
    ...of(ids, 'track_id', 'workflow_id'),
    from_workflow_id: ids['workflow_id'],
    ...moved,
  }));
  await insert('transition_evidence', {
    ...of(ids, 'workspace_id', 'evidence_id'),
    transition_id,
    evidence_version: 1,
    stance: 'supports',
  });
  await insert('track_evidence', {
    id: randomUUID(),
    ...by,
    ...of(ids, 'track_id', 'evidence_id'),
    stance: 'supports',
  });
  const closed = { act: 'closed', kind: 'duplicate', occurred_on: '2020', occurred_last: '2020-12-31' };
  await insert('closing', { id: randomUUID(), ...by, ...of(ids, 'follow_up_id'), ...closed });
  const due = { due_on: '2021', due_last: '2021-12-31', basis: 'Paragraph 8' };
  const deadline_id = await insert('deadline', {
    id: randomUUID(),
    ...by,
    ...of(ids, 'recommendation_id', 'follow_up_id'),
    ...due,
    axis: 'implementation',
  });
  await insert('deadline_extension', { id: randomUUID(), ...by, ...due, deadline_id, extended_by: 'The Council' });
}

async function fillAssessments(insert: Insert, ids: Ids) {
  const by = of(ids, 'workspace_id', 'person_id', 'organization_id');
  const about = { ...by, ...of(ids, 'track_id') };
  const assessment_id = await insert('assessment', {
    ...{ id: randomUUID(), ...about },
    ...{ phase: 'progressing', confidence: 'low', reasons_hash: hash(), confidentiality: 'coalition' },
    ...{ occurred_on: '2020', occurred_last: '2020-12-31' },
  });
  await insert('assessment_evidence', {
    ...of(ids, 'workspace_id', 'evidence_id'),
    assessment_id,
    evidence_version: 1,
  });
  const objection = { kind: 'objection', reasons_hash: hash(), ...of(ids, 'transition_id') };
  const position_id = await insert('track_position', { id: randomUUID(), ...about, ...objection });
  await insert('objection_answer', { id: randomUUID(), ...by, position_id, act: 'withdrawn' });
  const account = { kind: 'account', title: 'An account', terms: 'background', statement_hash: hash() };
  const evidence_id = await insert('evidence', {
    ...one(ids, 'workspace_id', 'organization_id', 'origin_id'),
    ...account,
    acceptance: 'accepted',
    entered_by: ids['person_id'],
    held_by: ids['organization_id'],
  });
  await insert('held_evidence', { ...of(ids, 'workspace_id'), evidence_id, held_id: ids['evidence_id'] });
}

async function fillVersions(insert: Insert, ids: Ids) {
  const made = { noun: 'source', item_id: ids['source_id'], version: 2, act: 'changed' };
  const version_id = await insert('record_version', {
    ...one(ids, 'workspace_id', 'person_id', 'organization_id'),
    ...made,
  });
  await insert('version_change', {
    ...one(ids, 'workspace_id'),
    version_id,
    field: 'title',
    before: '"x"',
    after: '"y"',
  });
}

async function fillMerges(insert: Insert, ids: Ids) {
  const merge_id = await insert('merge', {
    ...one(ids, 'workspace_id', 'person_id', 'organization_id'),
    noun: 'source',
    old_id: randomUUID(),
    kept_id: ids['source_id'],
    was: {},
    aliases: ['A copy'],
  });
  await insert('merge_move', {
    ...one(ids, 'workspace_id'),
    merge_id,
    kind: 'recommendation',
    row_id: ids['recommendation_id'],
  });
}

async function fillEngagements(insert: Insert, ids: Ids) {
  const said = { kind: 'letter', occurred_on: '2020', occurred_last: '2020-12-31', summary: 'A letter' };
  const engagement_id = (ids['engagement_id'] = await insert('engagement', {
    ...one(ids, 'workspace_id', 'organization_id'),
    ...said,
  }));
  await insert('engagement_addressee', { ...of(ids, 'workspace_id', 'addressee_id'), engagement_id });
  await insert('engagement_recommendation', { ...of(ids, 'workspace_id', 'recommendation_id'), engagement_id });
  const shown = one(ids, 'workspace_id', 'evidence_id', 'person_id', 'organization_id');
  await insert('engagement_evidence', { ...shown, engagement_id, shows: 'text' });
}

async function fillContributions(insert: Insert, ids: Ids) {
  const contribution_id = await insert('contribution', {
    ...one(ids, 'workspace_id', 'organization_id', 'follow_up_id'),
    ...{ confidentiality: 'coalition', strength: 'plausible' },
  });
  const by = { ...one(ids, 'workspace_id', 'organization_id', 'person_id'), contribution_id };
  const said = { act: 'stated', strength: 'plausible', said_hash: hash(), ...of(ids, 'transition_id') };
  const act_id = await insert('contribution_act', { ...by, ...said });
  await insert('contribution_engagement', { ...of(ids, 'workspace_id', 'engagement_id'), act_id });
  await insert('contribution_evidence', { ...of(ids, 'workspace_id', 'evidence_id'), act_id, evidence_version: 1 });
}

const fillDismissals = (insert: Insert, ids: Ids) =>
  insert('dismissal', {
    ...one(ids, 'workspace_id', 'organization_id', 'person_id'),
    ...{ fault: 'missing-source', item_id: randomUUID(), subject_type: 'source', subject_id: ids['source_id'] },
    ...{ mark: '1', act: 'dismissed', reason_hash: hash() },
  });

async function fillBulkActions(insert: Insert, ids: Ids) {
  const bulk_action_id = await insert('bulk_action', {
    ...one(ids, 'workspace_id', 'person_id', 'organization_id'),
    action: 'owner',
    does: { ownerId: null },
    expires_at: soon,
  });
  await insert('bulk_action_item', {
    ...one(ids, 'workspace_id'),
    bulk_action_id,
    position: 0,
    object_id: ids['follow_up_id'],
    state: 'allowed',
  });
}

async function fillInbox(insert: Insert, ids: Ids) {
  await insert('inbox_item', {
    ...one(ids, 'workspace_id', 'person_id', 'organization_id'),
    kind: 'sentence',
    text: 'Somebody said something.',
  });
}

async function fillIndicators(insert: Insert, ids: Ids) {
  const indicator_id = await insert('indicator', { ...one(ids, 'workspace_id'), title: 'Workers', unit: 'workers' });
  await insert('indicator_recommendation', { ...of(ids, 'workspace_id', 'recommendation_id'), indicator_id });
  const said = { period: '2020', period_first: '2020-01-01', period_last: '2020-12-31', value: 1, estimate: false };
  const observation_id = await insert('observation', {
    ...one(ids, 'workspace_id', 'person_id', 'organization_id'),
    ...said,
    indicator_id,
    said_by_hash: hash(),
  });
  await insert('observation_evidence', {
    ...of(ids, 'workspace_id', 'evidence_id'),
    observation_id,
    evidence_version: 1,
  });
}

async function fillNextSteps(insert: Insert, ids: Ids) {
  const next_step_id = await insert('next_step', {
    ...one(ids, 'workspace_id', 'organization_id', 'follow_up_id'),
    what: 'Ask again',
    owner_id: ids['membership_id'],
    due_on: '2020',
    due_last: '2020-12-31',
  });
  await insert('next_step_outcome', {
    ...one(ids, 'workspace_id', 'person_id', 'organization_id'),
    next_step_id,
    outcome: 'done',
  });
}

async function fillOccasions(insert: Insert, ids: Ids) {
  await insert('occasion', {
    ...one(ids, 'workspace_id', 'person_id', 'organization_id', 'recommendation_id'),
    occurred_on: '2020',
    occurred_last: '2020-12-31',
    outcome: 'done',
  });
}

async function fillComments(insert: Insert, ids: Ids) {
  const by = of(ids, 'workspace_id', 'person_id', 'organization_id');
  const comment_id = await insert('comment', {
    id: randomUUID(),
    ...by,
    follow_up_id: ids['follow_up_id'],
    text_hash: hash(),
  });
  await insert('comment', {
    id: randomUUID(),
    ...by,
    evidence_id: ids['evidence_id'],
    text_hash: hash(),
  });
  await insert('comment_act', { id: randomUUID(), ...by, comment_id, act: 'resolved' });
  await insert('comment_mention', { ...one(ids, 'workspace_id', 'membership_id'), comment_id });
}

async function fillTallies(insert: Insert, ids: Ids) {
  const tally_id = await insert('tally', {
    ...one(ids, 'workspace_id', 'person_id', 'organization_id'),
    title: 'Taken up in 2024',
    axis: 'response',
    phases: ['agreed'],
    unit: 'followUp',
    as_of: '2024-12-31',
    known_at: new Date(),
    number: 1,
    total: 1,
    not_counted: {},
    sentences: {},
  });
  const counted = { place: 1, transition_ids: [] };
  await insert('tally_item', {
    ...one(ids, 'workspace_id', 'recommendation_id', 'follow_up_id'),
    tally_id,
    ...counted,
  });
}

async function fillIntake(insert: Insert, ids: Ids) {
  ids['intake_id'] = await insert('intake', {
    ...one(ids, 'workspace_id', 'person_id', 'organization_id'),
    title: 'A letter',
    format: 'text',
    media_type: 'text/plain',
    sha256: hash(),
    size: 1,
    blob_key: randomUUID(),
    text: 'We urge you.',
    blocks: '[]',
  });
  await insert('intake_custody', {
    ...one(ids, 'workspace_id', 'intake_id', 'person_id', 'organization_id'),
    confidentiality: 'coalition',
    act: 'taken-in',
  });
  await insert('intake_proposal', {
    ...one(ids, 'workspace_id', 'intake_id'),
    span_start: 0,
    span_end: 12,
    text: 'We urge you.',
    title: 'We urge you.',
  });
}
