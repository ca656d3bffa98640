// Words that may be erased one day: kept apart from what names them, and read by whoever may.

import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import { actorJson, addedBy } from '../../src/access/actor.queries.js';
import { inWorkspace } from '../../src/access/in-workspace.js';
import { keepWords, nameAtSignIn, saltWords, wordsOf, wordsOfHash } from '../../src/access/words.js';
import { SEAL } from '../../src/common/sealed-text.js';
import { run, statement } from '../../src/common/statement.js';
import { dataSourceOptions } from '../../src/data-source.js';
import { Factories, type Member } from '../factories/factories.js';
import { sharedDatabaseUrl } from '../support/postgres.js';

let runner: QueryRunner;
let dataSource: DataSource;
let a: Factories;
let member: Member;
let other: Member;

beforeAll(async () => {
  dataSource = await new DataSource(dataSourceOptions(sharedDatabaseUrl())).initialize();
  runner = dataSource.createQueryRunner();
});
beforeEach(async () => {
  await runner.startTransaction();
  a = await Factories.inNewWorkspace(runner.manager);
  member = await a.member({ name: 'Ada First' });
  other = await a.member({ organizationId: await a.organization(), roles: ['editor'] });
});
afterEach(() => runner.rollbackTransaction());
afterAll(async () => {
  await runner.release();
  await dataSource.destroy();
});

const digest = (salt: Buffer, text: string): Buffer => createHash('sha256').update(salt).update(text).digest();
const keep = (text: string, level: Parameters<typeof keepWords>[3]): Promise<Buffer> =>
  inWorkspace(member.actor, runner.manager, (tx) => keepWords(tx, member.actor, text, level));
const READ = statement(
  `SELECT ${wordsOf('x', 'some_hash')} AS text FROM (SELECT $1::uuid AS workspace_id, $2::bytea AS some_hash) x`,
);
const readBy = async ({ actor }: Member, hash: Buffer | null, workspaceId = actor.workspaceId): Promise<unknown> =>
  (await inWorkspace(actor, runner.manager, (tx) => run<{ text: unknown }>(tx, READ, [workspaceId, hash])))[0]?.text;

describe('salted words', () => {
  it('have sixteen bytes of salt of their own, and the hash of salt and text', () => {
    const [one, same] = [saltWords('말'), saltWords('말')];
    expect(one.text).toBe('말');
    expect(one.salt).toHaveLength(16);
    expect(one.hash).toEqual(digest(one.salt, '말'));
    expect(same.salt.equals(one.salt)).toBe(false);
  });
});

describe('kept words', () => {
  it('are a row of the organization that said them, at their level, found by the hash', async () => {
    const hash = await keep('Said.', { confidentiality: 'organization' });
    const [row] = await a.rows<{ salt: Buffer }>('SELECT * FROM words WHERE hash = $1', [hash]);
    expect(row).toMatchObject({
      workspace_id: a.workspaceId,
      text: 'Said.',
      confidentiality: 'organization',
      organization_id: member.actor.organizationId,
      evidence_id: null,
    });
    expect(hash).toEqual(digest(row!.salt, 'Said.'));
  });

  it('name the piece of evidence whose they are', async () => {
    const evidenceId = await a.evidence(member);
    const hash = await keep('Of it.', { confidentiality: 'coalition', evidenceId });
    expect(await a.rows('SELECT evidence_id FROM words WHERE hash = $1', [hash])).toEqual([
      { evidence_id: evidenceId },
    ]);
  });

  it('are read through the hash by whoever may, in their workspace, and are null otherwise', async () => {
    const [ours, everybodys] = [
      await keep('Ours.', { confidentiality: 'organization' }),
      await keep('Everybody’s.', { confidentiality: 'coalition' }),
    ];
    expect([await readBy(member, ours), await readBy(other, ours)]).toEqual(['Ours.', null]);
    expect([await readBy(member, everybodys), await readBy(other, everybodys)]).toEqual([
      'Everybody’s.',
      'Everybody’s.',
    ]);
    expect(await readBy(member, null)).toBeNull();
    expect(await readBy(member, everybodys, (await a.otherWorkspace()).workspaceId)).toBeNull();
  });

  it('are read sealed with the salt and the hash that they have to fit', async () => {
    const sealed = `${SEAL}${randomUUID()}:finding:x`;
    const words = { workspace_id: a.workspaceId, hash: Buffer.alloc(32, 5), salt: Buffer.alloc(44, 6), text: sealed };
    await a.insert('words', { ...words, confidentiality: 'coalition', organization_id: a.organizationId });
    expect(await readBy(member, words.hash)).toBe(`${sealed}.${'06'.repeat(44)}.${'05'.repeat(32)}`);
    const sql = `SELECT ${wordsOfHash('x', `decode($2, 'hex')`)} AS text FROM (SELECT $1::uuid AS workspace_id) x`;
    const [row] = await inWorkspace(member.actor, runner.manager, (tx) =>
      tx.query<{ text: unknown }[]>(sql, [a.workspaceId, words.hash.toString('hex')]),
    );
    expect(row?.text).toContain(sealed);
  });

  it('that are a name are read before a workspace is entered, and nothing else is', async () => {
    const nameOf = async ({ actor }: Member): Promise<unknown> => {
      const sql = `SELECT ${nameAtSignIn('m')} AS name FROM membership m WHERE m.id = $1`;
      return (await a.rows<{ name: unknown }>(sql, [actor.membershipId]))[0]?.name;
    };
    expect(await nameOf(member)).toBe('Ada First');
    const other = await keep('Something else.', { confidentiality: 'coalition' });
    await a.rows('UPDATE membership SET name_hash = $2 WHERE id = $1', [member.actor.membershipId, other]);
    expect(await nameOf(member)).toBeNull();
  });
});

describe('whoever added a row', () => {
  const ADDED = `(SELECT $1::uuid AS workspace_id, $2::uuid AS person_id, $3::uuid AS organization_id) r`;
  const by = async (reader: Member, sql: string, organizationId = member.actor.organizationId): Promise<unknown> => {
    const values = [a.workspaceId, member.actor.personId, organizationId];
    return inWorkspace(reader.actor, runner.manager, async (tx) => {
      const rows = await run<{ actor: unknown }>(tx, statement(sql), values);
      return rows.map(({ actor }) => actor);
    });
  };
  const SHOWN = `SELECT ${actorJson('m', 'o')} AS actor FROM ${ADDED} ${addedBy('r')}`;

  it('is named to their own organization, and a pseudonym to another', async () => {
    const [{ pseudonym }] = (await a.rows('SELECT pseudonym FROM membership WHERE id = $1', [
      member.actor.membershipId,
    ])) as [{ pseudonym: string }];
    const actor = {
      id: member.actor.membershipId,
      organization: { id: member.actor.organizationId, name: 'First Organization' },
    };
    expect(await by(member, SHOWN)).toEqual([{ ...actor, name: 'Ada First' }]);
    expect(await by(other, SHOWN)).toEqual([{ ...actor, name: pseudonym }]);
  });

  it('is shown with the organization that they acted for, under other names of the joins too', async () => {
    const named = `SELECT ${actorJson('who', 'whose')} AS actor FROM ${ADDED} ${addedBy('r', 'who', 'whose')}`;
    expect(await by(member, named, other.actor.organizationId)).toMatchObject([
      { id: member.actor.membershipId, organization: { id: other.actor.organizationId } },
    ]);
  });
});
