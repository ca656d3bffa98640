import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { dayIn } from '../common/edtf-date.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import type { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Membership } from '../organizations/membership.entity.js';
import { CommentMention } from './comment.entity.js';

/** Whom a comment speaks to: nobody is called to what they could not read. */
@Injectable()
export class Mentions {
  /** 404 for who is no member of the workspace; 422 that names each who is none today, or may not read what it is about. */
  async check(tx: EntityManager, actor: Actor, about: FollowUp, ids: string[]): Promise<void> {
    const found = ids.length === 0 ? [] : await tx.findBy(Membership, { id: In(ids) });
    const missing = ids.findIndex((id) => !found.some((member) => member.id === id));
    if (missing >= 0) throw problems.notFound(`/mentions/${String(missing)}`);
    const today = dayIn(actor.timeZone, new Date());
    const faults = ids.flatMap((id, n) => {
      const member = found.find((one) => one.id === id);
      return member && isMember(member, today) && mayRead(member, about) ? [] : [cannotRead(n)];
    });
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

/** As the row policies let them: what an organization keeps to itself is read there, and by auditors to whom all are open. */
const mayRead = ({ organizationId, readsAll }: Membership, about: FollowUp): boolean =>
  about.confidentiality !== 'organization' || about.organizationId === organizationId || readsAll;
