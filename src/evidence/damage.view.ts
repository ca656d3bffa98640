import { ApiProperty } from '@nestjs/swagger';

/** A stored file that was not as it was taken in when it was read last. */
export class DamageView {
  /** The file of the piece, or a copy that is kept of its link. */
  @ApiProperty({ enum: ['file', 'copy'] })
  of!: 'file' | 'copy';
  /** Other bytes than came in, which are not handed out; none; or the key that opens it is missing on this server. */
  @ApiProperty({ enum: ['changed', 'missing', 'locked'] })
  outcome!: 'changed' | 'missing' | 'locked';
  /** When it was found so first, RFC 3339. */
  since!: string;
}
