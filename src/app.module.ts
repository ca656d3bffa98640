import { type DynamicModule, Module } from '@nestjs/common';
import { AddresseesModule } from './addressees/addressees.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { BulkActionsModule } from './bulk-actions/bulk-actions.module.js';
import { ChangesModule } from './changes/changes.module.js';
import { ContributionsModule } from './contributions/contributions.module.js';
import { DataQualityModule } from './data-quality/data-quality.module.js';
import { EngagementsModule } from './engagements/engagements.module.js';
import { FixityModule } from './fixity/fixity.module.js';
import { ForMeModule } from './for-me/for-me.module.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { InboxModule } from './inbox/inbox.module.js';
import { IdentityProvidersModule } from './identity-providers/identity-providers.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { CommentsModule } from './comments/comments.module.js';
import { LinkCopiesModule } from './link-copies/link-copies.module.js';
import { MergesModule } from './merges/merges.module.js';
import { NewsModule } from './news/news.module.js';
import { NextStepsModule } from './next-steps/next-steps.module.js';
import { OccasionsModule } from './occasions/occasions.module.js';
import { OrganizationsModule } from './organizations/organizations.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { FollowUpsModule } from './follow-ups/follow-ups.module.js';
import { RecommendationsModule } from './recommendations/recommendations.module.js';
import { SavedViewsModule } from './saved-views/saved-views.module.js';
import { SearchModule } from './search/search.module.js';
import { SourcesModule } from './sources/sources.module.js';
import { Subscriptions } from './subscriptions.js';
import { TalliesModule } from './tallies/tallies.module.js';
import { TaxonomyModule } from './taxonomy/taxonomy.module.js';
import { VersionsModule } from './versions/versions.module.js';
import { WorkflowsModule } from './workflows/workflows.module.js';
import { type Foundation, FoundationModule } from './foundation.module.js';
import { HarmFlagsModule } from './harm-flags/harm-flags.module.js';
import { LoweringsModule } from './lowerings/lowerings.module.js';
import { WorkingCopiesModule } from './working-copies/working-copies.module.js';

const PARTS = [
  AuthModule,
  AuditModule,
  OrganizationsModule,
  IdentityProvidersModule,
  TaxonomyModule,
  AddresseesModule,
  SourcesModule,
  MergesModule,
  AssessmentsModule,
  ContributionsModule,
  EngagementsModule,
  EvidenceModule,
  IndicatorsModule,
  LinkCopiesModule,
  FixityModule,
  WorkingCopiesModule,
  LoweringsModule,
  HarmFlagsModule,
  CommentsModule,
  NextStepsModule,
  OccasionsModule,
  InboxModule,
  IntakeModule,
  WorkflowsModule,
  RecommendationsModule,
  FollowUpsModule,
  VersionsModule,
  BulkActionsModule,
  DataQualityModule,
  SavedViewsModule,
  ForMeModule,
  ChangesModule,
  SearchModule,
  TalliesModule,
  NewsModule,
  Subscriptions,
];

/** What the product is made of. */
@Module({ controllers: [HealthController, MetricsController] })
export class AppModule {
  static register(foundation: Foundation): DynamicModule {
    return {
      module: AppModule,
      imports: [FoundationModule.register(foundation), ...PARTS],
    };
  }
}
