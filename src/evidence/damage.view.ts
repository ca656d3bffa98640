import { ApiProperty } from '@nestjs/swagger';

/** A stored file that was not as it was taken in when it was read last. */
export class DamageView {
  /**
   * The file of the piece; a copy that is kept of its link; or the words of a restricted piece: what stands in the database is not what was
   * written last, as the log says, though it may read like it.
   */
  @ApiProperty({ enum: ['file', 'copy', 'words'] })
  of!: 'file' | 'copy' | 'words';
  /** Other bytes than came in, which are not handed out; none; or the key that opens it is missing on this server. */
  @ApiProperty({ enum: ['changed', 'missing', 'locked'] })
  outcome!: 'changed' | 'missing' | 'locked';
  /** When it was found so first, RFC 3339. */
  since!: string;
}
