import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Workspace } from '../organizations/workspace.entity.js';

export const SOURCE_KINDS = [
  'letter',
  'report',
  'resolution',
  'review-outcome',
  'concluding-observations',
  'communication',
  'ilo-comment',
  'article',
  'brief',
  'other',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What makes recommendations: a letter, report, resolution, review outcome or concluding observations. */
@Entity()
@Unique(['workspaceId', 'id'])
@Index(['workspaceId', 'title', 'id'])
@Index('source_symbol_key', ['workspaceId', 'symbol'], { unique: true, where: 'symbol IS NOT NULL' })
@Check(
  `kind IN ('letter', 'report', 'resolution', 'review-outcome', 'concluding-observations', 'communication', 'ilo-comment', 'article', 'brief', 'other')`,
)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
export class Source extends EditableRow {
  @Column('text') title!: string;
  @Column('text') kind!: SourceKind;
  /** Document symbol: `S/RES/2397 (2017)`. */
  @Column('text', { nullable: true }) symbol!: string | null;
  /** `UPR`, `Security Council`, `ILO`. */
  @Column('text', { nullable: true }) mechanism!: string | null;
  @Column('text', { nullable: true }) cycle!: string | null;
  @Column('text', { nullable: true }) session!: string | null;
  /** EDTF. */
  @Column('text', { nullable: true }) issuedOn!: string | null;
  /** The last day that `issuedOn` can mean. */
  @Column('date', { nullable: true }) issuedLast!: string | null;
  @Column('text', { nullable: true }) language!: string | null;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('date', { nullable: true }) accessedOn!: string | null;
  @Column('text', { array: true, default: [] }) issuers!: string[];
  @Column('text', { array: true, default: [] }) recipients!: string[];
  /** Who got a copy. */
  @Column('text', { array: true, default: [] }) copies!: string[];
  /** What else it is called or cited as. */
  @Column('text', { array: true, default: [] }) aliases!: string[];
  @Column('text', { nullable: true }) note!: string | null;
}
