// Rows that a test is not about, with as little said as possible. They are written as the database's owner.

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor, Role } from '../../src/access/actor.js';
import { KeyRing } from '../../src/blobs/key-ring.js';
import { run, type Statement, statement } from '../../src/common/statement.js';
import type { TextKey } from '../../src/common/sealed-text.js';
import { boundAs, newTextKey, sealColumns } from '../../src/evidence/sealing.js';
import { MASTER_KEY } from '../support/settings.js';

export interface Member {
  actor: Actor;
  /** Bearer secrets, one per role are not needed: a token acts with one role, so `token` is that of the first role. */
  token: string;
  tokens: Partial<Record<Role, string>>;
  name: string;
}

let counter = 0;
const ring = new KeyRing(() => [MASTER_KEY]);
const next = (): number => ++counter;
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export class Factories {
  private constructor(
    private readonly manager: EntityManager,
    readonly workspaceId: string,
    readonly slug: string,
    /** The first organization of the workspace. */
    public organizationId: string,
  ) {}

  static async inNewWorkspace(manager: EntityManager): Promise<Factories> {
    const id = uuid();
    const slug = `w${String(next())}-${randomBytes(3).toString('hex')}`;
    const a = new Factories(manager, id, slug, '');
    await a.insert('workspace', { id, slug, name: 'A workspace', time_zone: 'Asia/Seoul' });
    a.organizationId = await a.organization('First Organization');
    return a;
  }

  /** Another tenant in the same database. */
  otherWorkspace(): Promise<Factories> {
    return Factories.inNewWorkspace(this.manager);
  }

  organization(name = `Organization ${String(next())}`): Promise<string> {
    return this.insert('organization', { id: uuid(), workspace_id: this.workspaceId, name });
  }

  /** A member with an account and a token per role; editor of the first organization unless said otherwise. */
  async member(
    given: { roles?: Role[]; organizationId?: string; personId?: string; readsAll?: boolean; name?: string } = {},
  ): Promise<Member> {
    const roles = given.roles ?? ['editor'];
    const organizationId = given.organizationId ?? this.organizationId;
    const personId = given.personId ?? (await this.insert('person', { id: uuid() }));
    const name = given.name ?? `Person ${String(next())}`;
    const membershipId = await this.insert('membership', {
      id: uuid(),
      workspace_id: this.workspaceId,
      person_id: personId,
      organization_id: organizationId,
      name_hash: await this.words(name, 'name', organizationId),
      pseudonym: `Member ${String(next())}`,
      roles,
      reads_all: given.readsAll ?? false,
      starts_on: '2020-01-01',
    });
    const accountId = await this.insert('account', {
      id: uuid(),
      person_id: personId,
      email: `person-${String(next())}-${randomBytes(4).toString('hex')}@test.example`,
      password_hash: 'none',
    });
    const tokens: Partial<Record<Role, string>> = {};
    for (const role of roles) tokens[role] = await this.token(accountId, role);
    const actor: Actor = {
      sessionId: uuid(),
      accountId,
      personId,
      secondsSinceSignIn: 0,
      requestId: 'test',
      language: 'en',
      workspaceId: this.workspaceId,
      timeZone: 'Asia/Seoul',
      membershipId,
      organizationId,
      roles,
      readsAll: given.readsAll ?? false,
    };
    return { actor, token: tokens[roles[0] ?? 'editor'] ?? '', tokens, name };
  }

  async token(accountId: string, role: Role, expiresAt = new Date(Date.now() + 3_600_000)): Promise<string> {
    const secret = `heed_${randomBytes(32).toString('base64url')}`;
    await this.insert('access_token', {
      id: uuid(),
      account_id: accountId,
      workspace_id: this.workspaceId,
      name: 'test',
      role,
      token_hash: digest(secret),
      expires_at: expiresAt,
    });
    return secret;
  }

  async words(text: string, confidentiality: string, organizationId = this.organizationId): Promise<Buffer> {
    const salt = randomBytes(16);
    const hash = createHash('sha256').update(salt).update(text).digest();
    await this.insert('words', {
      workspace_id: this.workspaceId,
      hash,
      salt,
      text,
      confidentiality,
      organization_id: organizationId,
    });
    return hash;
  }

  theme(code = `theme-${String(next())}`): Promise<string> {
    return this.insert('theme', { id: uuid(), workspace_id: this.workspaceId, code, label: code });
  }

  source(given: Row = {}): Promise<string> {
    return this.insert('source', {
      id: uuid(),
      workspace_id: this.workspaceId,
      title: `Source ${String(next())}`,
      kind: 'letter',
      ...given,
    });
  }

  addressee(given: Row = {}): Promise<string> {
    const n = next();
    return this.insert('addressee', {
      id: uuid(),
      workspace_id: this.workspaceId,
      kind: 'other',
      code: `A${String(n)}`,
      name: `Addressee ${String(n)}`,
      ...given,
    });
  }

  async recommendation(given: Row = {}): Promise<string> {
    const n = next();
    const id = await this.insert('recommendation', {
      id: uuid(),
      workspace_id: this.workspaceId,
      organization_id: this.organizationId,
      code: `R-${String(n)}`,
      title: `Recommendation ${String(n)}`,
      text: `What is asked, number ${String(n)}.`,
      source_id: given['source_id'] ?? (await this.source()),
      ...given,
    });
    await this.track(id, null, 'publication', 'publication', 'draft');
    return id;
  }

  /** A follow-up with both tracks, in the states given or at the start. */
  async followUp(
    given: Row & { response?: string; implementation?: string; implementationWorkflow?: string } = {},
  ): Promise<{ id: string; recommendationId: string; addresseeId: string; response: string; implementation: string }> {
    const { response, implementation, implementationWorkflow, ...row } = given;
    const recommendationId = (row['recommendation_id'] as string | undefined) ?? (await this.recommendation());
    const addresseeId = (row['addressee_id'] as string | undefined) ?? (await this.addressee());
    const [r] = await this.rows<{ source_id: string; code: string; confidentiality: string; organization_id: string }>(
      'SELECT source_id, code, confidentiality, organization_id FROM recommendation WHERE id = $1',
      [recommendationId],
    );
    const id = await this.insert('follow_up', {
      id: uuid(),
      workspace_id: this.workspaceId,
      organization_id: r?.organization_id,
      confidentiality: r?.confidentiality,
      source_id: r?.source_id,
      recommendation_code: r?.code,
      asked: true,
      ask: 'What this addressee must do.',
      ...row,
      recommendation_id: recommendationId,
      addressee_id: addresseeId,
    });
    return {
      id,
      recommendationId,
      addresseeId,
      response: await this.track(recommendationId, id, 'response', 'advocacy-response', response ?? 'not-delivered'),
      implementation: await this.track(
        recommendationId,
        id,
        'implementation',
        implementationWorkflow ?? 'implementation',
        implementation ?? 'not-assessed',
      ),
    };
  }

  private async track(
    recommendationId: string,
    followUpId: string | null,
    axis: string,
    workflow: string,
    state: string,
  ): Promise<string> {
    const [found] = await this.rows<{ id: string; phase: string | null }>(
      'SELECT w.id, s.phase FROM workflow w JOIN workflow_state s ON s.workflow_id = w.id WHERE w.key = $1 AND s.state = $2 AND w.workspace_id IS NULL',
      [workflow, state],
    );
    if (!found) throw new Error(`No state ${state} in ${workflow}`);
    const [r] = await this.rows('SELECT confidentiality, organization_id FROM recommendation WHERE id = $1', [
      recommendationId,
    ]);
    return this.insert('track', {
      id: uuid(),
      workspace_id: this.workspaceId,
      ...r,
      recommendation_id: recommendationId,
      follow_up_id: followUpId,
      axis,
      workflow_id: found.id,
      state,
      phase: found.phase,
    });
  }

  indicator(given: Row = {}): Promise<string> {
    const title = `Indicator ${String(next())}`;
    return this.insert('indicator', { id: uuid(), workspace_id: this.workspaceId, title, unit: 'workers', ...given });
  }

  /** A statement of an organization's part in an outcome, as it was made once. */
  async contribution(by: Member, given: Row): Promise<string> {
    const { workspaceId: workspace_id } = this;
    const { personId: person_id, organizationId: organization_id } = by.actor;
    const strength = given['strength'] ?? 'plausible';
    const said = { confidentiality: 'coalition', strength, ...given };
    const id = await this.insert('contribution', { id: uuid(), workspace_id, organization_id, ...said });
    const act = { act: 'stated', strength, said_hash: Buffer.alloc(32, 5) };
    const added = { id: uuid(), workspace_id, person_id, organization_id, contribution_id: id };
    await this.insert('contribution_act', { ...added, ...act });
    return id;
  }

  nextStep(owner: Member, given: Row = {}): Promise<string> {
    return this.insert('next_step', {
      id: uuid(),
      workspace_id: this.workspaceId,
      organization_id: owner.actor.organizationId,
      owner_id: owner.actor.membershipId,
      what: `Step ${String(next())}`,
      due_on: '2020',
      due_last: '2020-12-31',
      ...given,
    });
  }

  occasion({ actor }: Member, recommendationId: string, given: Row = {}): Promise<string> {
    return this.insert('occasion', {
      id: uuid(),
      workspace_id: this.workspaceId,
      person_id: actor.personId,
      organization_id: actor.organizationId,
      recommendation_id: recommendationId,
      occurred_on: '2020',
      occurred_last: '2020-12-31',
      outcome: 'done',
      ...given,
    });
  }

  async comment(
    { actor }: Member,
    followUpId: string,
    given: Row & { text?: string; level?: string } = {},
  ): Promise<string> {
    const { text = `Comment ${String(next())}`, level = 'coalition', ...row } = given;
    return this.insert('comment', {
      id: randomUUID(),
      workspace_id: this.workspaceId,
      person_id: actor.personId,
      organization_id: actor.organizationId,
      follow_up_id: followUpId,
      text_hash: await this.words(text, level, actor.organizationId),
      ...row,
    });
  }

  /** A tally of nothing; rows of what it counted are a test's own. */
  tally({ actor }: Member, given: Row = {}): Promise<string> {
    return this.insert('tally', {
      id: uuid(),
      workspace_id: this.workspaceId,
      person_id: actor.personId,
      organization_id: actor.organizationId,
      title: `Tally ${String(next())}`,
      axis: 'response',
      phases: ['agreed'],
      unit: 'followUp',
      as_of: '2024-12-31',
      known_at: new Date(),
      number: 0,
      total: 0,
      not_counted: { closed: 0, broughtIn: 0, voided: 0, unknown: 0, others: 0 },
      sentences: { en: '0 of 0.', ko: '0.' },
      ...given,
    });
  }

  origin(name = `Origin ${String(next())}`): Promise<string> {
    return this.insert('origin', { id: uuid(), workspace_id: this.workspaceId, name });
  }

  /** A link that was accepted, with an origin of its own; a restricted one is sealed, and nobody is named on it. */
  async evidence(enteredBy: Member, given: Row = {}): Promise<string> {
    const n = next();
    const row = {
      id: uuid(),
      workspace_id: this.workspaceId,
      organization_id: enteredBy.actor.organizationId,
      kind: 'link',
      title: `Evidence ${String(n)}`,
      url: `https://example.org/${String(n)}`,
      origin_id: given['origin_id'] ?? (await this.origin()),
      acceptance: 'accepted',
      entered_by: enteredBy.actor.personId,
      ...given,
    };
    if (given['confidentiality'] !== 'restricted') return this.insert('evidence', row);
    const key = newTextKey(row.id);
    await this.insert('evidence', sealColumns(key, row));
    await this.keyOf(row.id, key);
    return row.id;
  }

  /** The key of what a piece says. */
  async keyOf(id: string, key = newTextKey(id)): Promise<TextKey> {
    const { keyId: key_id, wrapped } = ring.wrap(
      key.key,
      boundAs({ workspaceId: this.workspaceId, id }, key.subject, 1),
    );
    const row = { workspace_id: this.workspaceId, evidence_id: id, seals: key.subject };
    await this.insert('evidence_key', { ...row, key_id, wrapped, binds_fields: true });
    return key;
  }

  link(trackId: string, evidenceId: string, by: Member, given: Row = {}): Promise<string> {
    return this.insert('track_evidence', {
      id: uuid(),
      workspace_id: this.workspaceId,
      track_id: trackId,
      evidence_id: evidenceId,
      stance: 'supports',
      person_id: by.actor.personId,
      organization_id: by.actor.organizationId,
      ...given,
    });
  }

  /** Inserts a row as it is given (column names) and answers its id. */
  async insert(table: string, row: Row): Promise<string> {
    const columns = Object.keys(row);
    const values = columns.map((c) => toParameter(row[c]));
    await this.asOwner();
    const places = columns.map((_, i) => `$${String(i + 1)}`);
    await run(
      this.manager,
      statement(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`),
      values,
    );
    return row['id'] as string;
  }

  /** Reads past every wall. */
  async rows<R = Row>(sql: string | Statement, values: unknown[] = []): Promise<R[]> {
    await this.asOwner();
    return typeof sql === 'string' ? this.manager.query<R[]>(sql, values) : run<R>(this.manager, sql, values);
  }

  /** In a transaction that others share, the last one may have left another role; a connection of the owner's own has no other. */
  private async asOwner(): Promise<void> {
    if (this.manager.queryRunner) await run(this.manager, AS_OWNER);
  }
}

const AS_OWNER = statement("SELECT set_config('role', 'none', true)");

export type Row = Record<string, unknown>;

const isPlain = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !Buffer.isBuffer(value) &&
  !(value instanceof Date);
const toParameter = (value: unknown): unknown => (isPlain(value) ? JSON.stringify(value) : value);
