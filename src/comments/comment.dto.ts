import { IntersectionType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsBoolean } from '../common/page.dto.js';
import { AsOfPageQuery, AsOfView } from '../follow-ups/as-of.dto.js';

export class CreateCommentDto {
  /**
   * What is said.
   * @example Has anybody asked the mission again?
   */
  @IsWords(10_000)
  text!: string;

  /** Memberships of those whom it speaks to: members today who may read it. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  mentions?: string[];

  /** The comment that begins the thread, where this is a reply. */
  @IsOptional()
  @IsUUID()
  replyTo?: string | null;
}

export class EditCommentDto {
  /** What it says from now on; what it said before stays under `earlier`. Left out, the same. */
  @MayBeLeftOut()
  @IsWords(10_000)
  text?: string;

  /** All whom it speaks to from now on; left out, the same as before. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  mentions?: string[];
}

export class CommentsQuery extends AsOfPageQuery {
  /** `true`: only resolved threads; `false`: only others. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  resolved?: boolean;
}

/** What a comment said before it was edited. */
export class EarlierTextView {
  /** Null where it was erased. */
  text!: string | null;
  /** When it was written. */
  recordedAt!: Date;
}

/** Who resolved or removed it, and when. */
export class CommentActView {
  by!: ActorView;
  recordedAt!: Date;
}

/** What every answer says of a comment. */
export class ReplyView {
  id!: string;
  /** What it is on: this, or a piece of evidence. */
  followUpId!: string | null;
  evidenceId!: string | null;
  /** The comment that begins the thread; null where this one does. */
  replyTo!: string | null;
  /** Null where it was removed or erased. */
  text!: string | null;
  /** Whom it speaks to. */
  mentions!: ActorView[];
  by!: ActorView;
  recordedAt!: Date;
  /** Since when it says what it says, where it was edited. */
  editedAt!: Date | null;
  /** What it said before, the oldest first; nothing once it was removed. */
  earlier!: EarlierTextView[];
  removed!: CommentActView | null;
  /** The reader is mentioned and has not answered, nor said that they saw it. */
  awaitsYou!: boolean;
  version!: number;
}

/** A comment with its replies. */
export class CommentView extends IntersectionType(ReplyView, AsOfView) {
  /** Of the thread that it begins. */
  resolved!: CommentActView | null;
  /** The oldest first; none of a reply. */
  replies!: ReplyView[];
}
