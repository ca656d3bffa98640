import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeLeftOut } from '../common/fields.js';
import { AXES, type Labels, type StateDefinition, type TransitionDefinition } from './workflow.definition.js';

/** A draft of a definition, in the form of the files of the built-in ones. */
export class DraftWorkflowDto {
  /** @example our-review */
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, { message: 'Lower-case letters, digits and hyphens.' })
  key!: string;

  /** @example 1 */
  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  version!: number;

  @ApiProperty({ enum: AXES })
  @IsIn(AXES)
  axis!: (typeof AXES)[number];

  /** True only where the wording is verified against the body that uses it. */
  @IsBoolean()
  official!: boolean;

  /** By language. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  title!: Labels;

  /** Where states and rules come from. */
  @IsString()
  @MaxLength(2000)
  source!: string;

  /** The state that a new track is in. */
  @IsString()
  initial!: string;

  /** By key: the label by language of what may be noted with a transition besides the state. */
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
  })
  @MayBeLeftOut()
  @IsObject()
  flags?: Record<string, Labels>;

  /** By key: phase, label by language, and `final: true` where no way out is meant. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'object', additionalProperties: true } })
  @IsObject()
  states!: Record<string, StateDefinition>;

  /** Each with key, label, from, to and conditions. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  @IsArray()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  transitions!: TransitionDefinition[];
}

export class DefinitionFaultView {
  /** @example unreachable */
  code!: string;
  /** State or transition that it is about. */
  at!: string;
  message!: string;
}

export class DefinitionCheckView {
  /** Empty where the definition may be used. */
  faults!: DefinitionFaultView[];
}

export class StateView {
  state!: string;
  label!: string;
  /** What it counts as; null on the publication axis. */
  phase!: string | null;
}

/** One version of a workflow. */
export class WorkflowView {
  id!: string;
  /** @example advocacy-response */
  key!: string;
  version!: number;
  @ApiProperty({ enum: AXES })
  axis!: (typeof AXES)[number];
  official!: boolean;
  title!: string;
  /** Where states and rules come from. */
  source!: string;
  initial!: string;
  states!: StateView[];
  /** As it was defined: transitions with their conditions, labels in every language. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  definition!: Record<string, unknown>;
}
