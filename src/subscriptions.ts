import { Module } from '@nestjs/common';
import { Reactions } from './audit/reactions.js';
import { FollowUpsModule } from './follow-ups/follow-ups.module.js';
import { Voiding } from './follow-ups/voiding.js';

/** What follows an audit action in the same transaction: the only way in which news goes up the rings. */
@Module({ imports: [FollowUpsModule] })
export class Subscriptions {
  constructor(reactions: Reactions, voiding: Voiding) {
    reactions.on('evidence.changed', (tx, actor, { objectId }) => voiding.voidWhatStoodOn(tx, actor, objectId ?? ''));
    reactions.on('evidence.withdrawn', (tx, actor, { objectId }) => voiding.voidWhatStoodOn(tx, actor, objectId ?? ''));
    reactions.on('evidence.declined', (tx, actor, { objectId }) => voiding.voidWhatStoodOn(tx, actor, objectId ?? ''));
  }
}
