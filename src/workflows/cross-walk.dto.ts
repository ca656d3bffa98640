import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, Matches } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { IsWords } from '../common/fields.js';

const WORKFLOW = { message: 'As key@version, for example implementation@1.' };

/** Which state of one workflow is which of another. */
export class CreateCrossWalkDto {
  /**
   * The workflow that tracks leave.
   * @example implementation@1
   */
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{0,59}@\d{1,6}$/, WORKFLOW)
  from!: string;

  /**
   * The workflow that they go over to, of the same axis.
   * @example our-review@1
   */
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{0,59}@\d{1,6}$/, WORKFLOW)
  to!: string;

  /** Where it is said that these states mean the same. */
  @IsWords(2000)
  source!: string;

  /** Why tracks go over. */
  @IsWords(2000)
  reason!: string;

  /**
   * By state of the old workflow: its counterpart in the new one. Tracks in a state that is left out stay.
   * @example { "under-way": "begun" }
   */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  states!: Record<string, string>;
}

export class CrossWalkView {
  id!: string;
  /** @example implementation@1 */
  from!: string;
  /** @example our-review@1 */
  to!: string;
  source!: string;
  reason!: string;
  /** By state of the old workflow: its counterpart in the new one. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  states!: Record<string, string>;
  by!: ActorView;
  recordedAt!: string;
}
