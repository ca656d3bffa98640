import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { Membership } from '../organizations/membership.entity.js';
import type { BulkOwnerDto } from './bulk-wish.dto.js';
import { alreadySo } from './already-so.js';
import type { Done, Present, SingleAct } from './single-act.js';

/** Says who looks after a follow-up; undone by naming whoever it was before. */
@Injectable()
export class OwnerAct implements SingleAct<BulkOwnerDto> {
  readonly permission = 'record.write';

  constructor(private readonly followUps: FollowUpsService) {}

  async checkWish(tx: EntityManager, { ownerId }: BulkOwnerDto): Promise<void> {
    if (ownerId !== null && !(await tx.existsBy(Membership, { id: ownerId })))
      throw problems.notFound('/owner/ownerId');
  }

  async present(tx: EntityManager, id: string): Promise<Present> {
    const followUp = await tx.findOneBy(FollowUp, shownWhere({ id }));
    if (!followUp) throw problems.notFound();
    return { version: followUp.version, stands: { ownerId: followUp.ownerId } };
  }

  async perform(actor: Actor, id: string, { version, stands }: Present, { ownerId }: BulkOwnerDto): Promise<null> {
    if (stands.ownerId === ownerId) throw alreadySo();
    await this.followUps.update(actor, id, version, { ownerId });
    return null;
  }

  async takeBack(tx: EntityManager, actor: Actor, { objectId, before, after }: Done): Promise<void> {
    const { version, stands } = await this.present(tx, objectId);
    if (stands.ownerId !== after.ownerId)
      throw problems.notAsThingsStand('changed-since', say`Somebody else looks after it since.`);
    await this.followUps.update(actor, objectId, version, { ownerId: before.ownerId ?? null });
  }
}
