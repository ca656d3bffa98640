import { ApiProperty } from '@nestjs/swagger';
import { ActorView } from '../access/actor.dto.js';
import { INTAKE_CUSTODY_ACTS, type IntakeCustodyAct } from './intake-custody.entity.js';

/** That somebody had a document in hand. */
export class IntakeCustodyView {
  id!: string;
  /** `opened` is said of the original, whose hash is checked before its first byte goes out; `mismatched`: it did not fit. */
  @ApiProperty({ enum: INTAKE_CUSTODY_ACTS })
  act!: IntakeCustodyAct;
  by!: ActorView;
  at!: string;
}
