import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Source } from '../sources/source.entity.js';
import { Theme } from '../taxonomy/theme.entity.js';

export const NATURES = ['once', 'recurring', 'continuing'] as const;
export const PRIORITIES = ['low', 'normal', 'high'] as const;
export const RELATION_KINDS = ['repeats', 'supersedes', 'conflicts-with', 'echoes'] as const;
export type Translations = Record<string, { title: string; text: string }>;

/** One ask of a source. A part of another is itself one, with `partOf` and `label`. */
@Entity()
@Unique(['workspaceId', 'code'])
@Check(`nature IN ('${NATURES.join("', '")}')`)
@Check('review_months BETWEEN 1 AND 120')
@Check(`priority IN ('${PRIORITIES.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Source, ['workspaceId', 'sourceId'], ['workspaceId', 'id'])
@ForeignKey(() => Recommendation, ['workspaceId', 'partOf'], ['workspaceId', 'id'])
export class Recommendation extends EditableRow {
  /** Who entered it; whose it is at organization level. */
  @Column('uuid') organizationId!: string;
  @Column('text', { default: 'coalition' }) confidentiality!: 'public' | 'coalition' | 'organization';
  @Column('text') code!: string;
  @Column('text') title!: string;
  /** As the source has it, in the source's language. */
  @Column('text') text!: string;
  @Column('text', { default: 'en' }) language!: string;
  @Column('jsonb', { default: {} }) translations!: Translations;
  @Column('uuid') sourceId!: string;
  @Column('uuid', { nullable: true }) partOf!: string | null;
  /** "(a)", of a part. */
  @Column('text', { nullable: true }) label!: string | null;
  @Column('text', { nullable: true }) section!: string | null;
  @Column('text', { nullable: true }) paragraph!: string | null;
  /** By whom within the source, where it says so: the recommending states of a UPR. */
  @Column('text', { array: true, default: [] }) madeBy!: string[];
  @Column('text', { array: true, default: [] }) affectedPersons!: string[];
  @Column('text', { array: true, default: [] }) legalBasis!: string[];
  @Column('text', { array: true, default: [] }) sdg!: string[];
  @Column('text', { nullable: true }) subjectCountry!: string | null;
  @Column('text', { nullable: true }) condition!: string | null;
  @Column('text', { default: 'once' }) nature!: (typeof NATURES)[number];
  /** Of a continuing one: after how many months somebody looks again. */
  @Column('integer', { nullable: true }) reviewMonths!: number | null;
  @Column('text', { default: 'normal' }) priority!: (typeof PRIORITIES)[number];
  /** Kept by a trigger: everything that `?q=` finds it by. */
  @Column('text', { default: '' }) searchText!: string;
}

@Entity()
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Recommendation, ['workspaceId', 'recommendationId'], ['workspaceId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Theme, ['workspaceId', 'themeId'], ['workspaceId', 'id'])
export class RecommendationTheme {
  @Column('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') recommendationId!: string;
  @PrimaryColumn('uuid') themeId!: string;
}
