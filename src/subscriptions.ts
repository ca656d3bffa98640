import { Module } from '@nestjs/common';
import { Reactions } from './audit/reactions.js';
import { FollowUpsModule } from './follow-ups/follow-ups.module.js';
import { Voiding } from './follow-ups/voiding.js';
import { LinkCopiesModule } from './link-copies/link-copies.module.js';
import { LinkCopiesService } from './link-copies/link-copies.service.js';

/** What follows an audit action in the same transaction: the only way in which news goes up the rings. */
@Module({ imports: [FollowUpsModule, LinkCopiesModule] })
export class Subscriptions {
  constructor(reactions: Reactions, voiding: Voiding, copies: LinkCopiesService) {
    reactions.on('evidence.changed', (tx, actor, { objectId }) => voiding.voidWhatStoodOn(tx, actor, objectId ?? ''));
    reactions.on('evidence.withdrawn', (tx, actor, { objectId }) => voiding.voidWhatStoodOn(tx, actor, objectId ?? ''));
    reactions.on('evidence.captured', (tx, actor, { objectId }) => copies.askForNew(tx, actor, objectId ?? ''));
    reactions.on('evidence.erased', (tx, _actor, { objectId }) => copies.erase(tx, objectId ?? ''));
    reactions.on('evidence.declined', (tx, actor, { objectId }) => voiding.voidWhatStoodOn(tx, actor, objectId ?? ''));
  }
}
