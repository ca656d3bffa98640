import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { dayIn } from '../common/edtf-date.js';
import { problems } from '../common/problem.js';
import { run, statement } from '../common/statement.js';
import { say } from '../common/words.js';
import { Membership } from '../organizations/membership.entity.js';
import { CommentMention } from './comment.entity.js';
import type { Subject } from './subject.js';

/** Whom a comment speaks to: nobody is called to what they could not read. */
@Injectable()
export class Mentions {
  /** 404 for who is no member of the workspace; 422 that names each who is none today, or may not read what it is about. */
  async check(tx: EntityManager, actor: Actor, about: Subject, ids: string[]): Promise<void> {
    const found = ids.length === 0 ? [] : await tx.findBy(Membership, { id: In(ids) });
    const missing = ids.findIndex((id) => !found.some((member) => member.id === id));
    if (missing >= 0) throw problems.notFound(`/mentions/${String(missing)}`);
    const today = dayIn(actor.timeZone, new Date());
    const faults = [];
    for (const [n, id] of ids.entries()) {
      const member = found.find((one) => one.id === id);
      if (!member || !isMember(member, today) || !(await mayRead(tx, member, about))) faults.push(cannotRead(n));
    }
    if (faults.length > 0) throw problems.cannotRead(faults);
  }

  async add(
    tx: EntityManager,
    { workspaceId }: Actor,
    commentId: string,
    actId: string | null,
    ids: string[],
  ): Promise<void> {
    if (ids.length === 0) return;
    const row = (membershipId: string) => ({ id: uuid(), workspaceId, commentId, actId, membershipId });
    await tx.insert(CommentMention, ids.map(row));
  }

  /** Those of one wording. */
  async of(tx: EntityManager, commentId: string, actId: string | null): Promise<string[]> {
    const rows = await tx.findBy(CommentMention, { commentId, actId: actId ?? IsNull() });
    return rows.map(({ membershipId }) => membershipId);
  }
}

const cannotRead = (n: number) => ({
  pointer: `/mentions/${String(n)}`,
  code: 'cannot-read',
  message: say`Number ${n + 1} of those mentioned can not read this.`,
});

const isMember = ({ startsOn, endsOn }: Membership, today: string): boolean =>
  startsOn <= today && (endsOn === null || endsOn >= today);

/** As the row policies let them: what an organization keeps to itself is read there, and by auditors to whom all are open; what is restricted by those named on it. */
async function mayRead(tx: EntityManager, member: Membership, about: Subject): Promise<boolean> {
  if (about.confidentiality === 'restricted')
    return (await run(tx, NAMED_ON, [about.evidenceId, member.personId])).length > 0;
  return about.confidentiality !== 'organization' || about.organizationId === member.organizationId || member.readsAll;
}

const NAMED_ON = statement('SELECT WHERE heed_reads_piece($1::uuid, $2::uuid)');
