import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many requests processes have taken for themselves within a minute, of whoever asks; gone soon after its end. */
@Entity()
@Check('octet_length(mark) = 32')
@Check('taken >= 0')
export class RequestCount {
  /** Of what is counted; AuthKeys makes it. */
  @PrimaryColumn('bytea') mark!: Buffer;
  @Column('integer') taken!: number;
  /** From then on it counts anew. */
  @Column('timestamptz') endsAt!: Date;
}
