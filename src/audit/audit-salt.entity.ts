import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AuditEvent } from './audit-event.entity.js';

/** Opens the details of one event; deleting it erases them, and the leaf still proves that there was an event. */
@Entity()
@Check('octet_length(salt) = 32')
@ForeignKey(() => AuditEvent, ['eventId'], ['id'])
@ForeignKey('Workspace', ['workspaceId'], ['id'])
export class AuditSalt {
  @PrimaryColumn('uuid') eventId!: string;
  @Column('uuid', { nullable: true }) workspaceId!: string | null;
  @Column('bytea') salt!: Buffer;
}
