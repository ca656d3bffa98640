import { ApiProperty } from '@nestjs/swagger';

/** That an organization stated what its advocacy had to do with it, that another stands behind that, or that it was withdrawn. */
export class TimelineContributionView {
  /** The contribution. */
  id!: string;
  @ApiProperty({ enum: ['stated', 'substantiated', 'withdrawn'] })
  act!: 'stated' | 'substantiated' | 'withdrawn';
  /** Of a statement. */
  @ApiProperty({ enum: ['not-known', 'plausible', 'documented', 'confirmed-by-addressee'], nullable: true })
  strength!: 'not-known' | 'plausible' | 'documented' | 'confirmed-by-addressee' | null;
  /** The statement, or what was said with the act; null where there is nothing, or it was erased. */
  said!: string | null;
}
