import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ActorView, NamedView } from '../access/actor.dto.js';
import { AsList, PageQuery } from '../common/page.dto.js';
import { type Mergeable, MERGEABLE } from './merge.entity.js';

export class MergeDto {
  /** The one that is kept. */
  @IsUUID()
  into!: string;
}

export class MergesQuery extends PageQuery {
  /** Only of these nouns. */
  @ApiProperty({ enum: MERGEABLE, isArray: true, required: false })
  @IsOptional()
  @AsList()
  @IsIn(MERGEABLE, { each: true })
  noun?: Mergeable[];

  /** Only what was merged into this one. */
  @IsOptional()
  @IsUUID()
  into?: string;
}

/** How many things of a kind go over, of what the reader may know. */
export class MoveView {
  /**
   * `follow-up`, `via-group` (a follow-up spread out from it), `membership` (of a group), `member` (of it), `engagement` (that it made),
   * `engagement-addressee`, `engagement-double` (that named both), `predecessor`, `recommendation`, `next-step`.
   * @example follow-up
   */
  kind!: string;
  count!: number;
}

/** Something that stands in the way, and how to solve it. */
export class ConflictView {
  /** @example both-followed */
  code!: string;
  /** What it is, and what to do. */
  message!: string;
  /** The things that it is about, of what the reader may know. */
  things!: NamedView[];
}

/** What a merge would do. Nothing is changed yet. */
export class MergePreviewView {
  /** Of the old one. */
  id!: string;
  old!: NamedView;
  into!: NamedView;
  /** What the kept one is found by as well from then on. */
  aliases!: string[];
  moves!: MoveView[];
  /** Empty where it can be merged. */
  conflicts!: ConflictView[];
  /** Of the old one: the merge takes it as If-Match. */
  version!: number;
}

export class UndoneView {
  by!: ActorView;
  at!: Date;
}

/** Two entries for one thing that became one. */
export class MergeView {
  id!: string;
  @ApiProperty({ enum: MERGEABLE })
  noun!: Mergeable;
  /** The one that is gone, by the name that it had. */
  old!: NamedView;
  /** Where it went; the name as it is today, null where that is gone too. */
  into!: KeptView;
  /** The old one as it was. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  was!: Record<string, unknown>;
  /** What the kept one is found by since. */
  aliases!: string[];
  moves!: MoveView[];
  by!: ActorView;
  recordedAt!: Date;
  undone!: UndoneView | null;
  version!: number;
}

export class KeptView {
  id!: string;
  name!: string | null;
}
