import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, ValidateIf } from 'class-validator';
import { IsWords } from '../common/fields.js';
import { CreateDeadlineDto } from '../follow-ups/deadline.dto.js';
import { CreateTransitionDto } from '../follow-ups/transition.dto.js';
import { CreateNextStepDto } from '../next-steps/next-step.dto.js';

/** Moves tracks: the same transition, with the same day, note and evidence, for each. */
export class BulkTransitionDto extends PickType(CreateTransitionDto, ['occurredOn', 'note', 'evidenceIds']) {
  /**
   * Key of a transition of their workflows; a track whose present state has no such transition is refused. Those that say more
   * of each track (`open`, `correct`, `migrate`) are done singly.
   * @example claim
   */
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, { message: 'The key of a transition, as the options give it.' })
  transition!: string;
}

export class BulkOwnerDto {
  /** The membership of whoever looks after the follow-ups from now on; null for nobody. */
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  ownerId!: string | null;
}

export const THEME_CHANGES = ['add', 'remove'] as const;

export class BulkThemeDto {
  @IsUUID()
  themeId!: string;

  /** Whether the recommendations get the theme, or lose it. Their other themes stay. */
  @ApiProperty({ enum: THEME_CHANGES })
  @IsIn(THEME_CHANGES)
  change!: (typeof THEME_CHANGES)[number];
}

/** Sets the same deadline for each follow-up. One that was set stays: undoing leaves it, and says so. */
export class BulkDeadlineDto extends PickType(CreateDeadlineDto, ['axis', 'dueOn', 'basis', 'condition']) {}

/** Gives each follow-up the same next step of one's own organization. Undoing drops it. */
export class BulkNextStepDto extends PickType(CreateNextStepDto, ['what', 'ownerId', 'dueOn']) {}

/** Says of next steps of one's own organization that they were done. Undoing opens them again. */
export class BulkNextStepDoneDto {
  /** How it went. */
  @IsOptional()
  @IsWords(2000)
  note?: string | null;
}
