import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { AddresseesModule } from './addressees/addressees.module.js';
import { OperatorGate } from './access/operator-gate.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { AuditLog } from './audit/audit-log.js';
import { AuditModule } from './audit/audit.module.js';
import { AuditSeal } from './audit/audit-seal.js';
import { Reactions } from './audit/reactions.js';
import { BlobStore } from './blobs/blob-store.js';
import { FileLimits } from './blobs/file-limits.js';
import { openBlobStore } from './blobs/open-blob-store.js';
import { AuthModule } from './auth/auth.module.js';
import { Origin } from './auth/origin.js';
import { Metrics } from './common/metrics.js';
import { poolOf } from './pool-state.js';
import { BulkActionsModule } from './bulk-actions/bulk-actions.module.js';
import { ChangesModule } from './changes/changes.module.js';
import { ServerLog } from './common/server-log.js';
import { isOnLoopback } from './address-settings.js';
import type { Configuration } from './configuration.js';
import { ContributionsModule } from './contributions/contributions.module.js';
import { DataQualityModule } from './data-quality/data-quality.module.js';
import { EngagementsModule } from './engagements/engagements.module.js';
import { ForMeModule } from './for-me/for-me.module.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { KeptAnswers } from './idempotency/kept-answers.js';
import { InboxModule } from './inbox/inbox.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { CommentsModule } from './comments/comments.module.js';
import { MergesModule } from './merges/merges.module.js';
import { NewsModule } from './news/news.module.js';
import { NextStepsModule } from './next-steps/next-steps.module.js';
import { OrganizationsModule } from './organizations/organizations.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { FollowUpsModule } from './follow-ups/follow-ups.module.js';
import { RecommendationsModule } from './recommendations/recommendations.module.js';
import { SavedViewsModule } from './saved-views/saved-views.module.js';
import { SearchModule } from './search/search.module.js';
import { SourcesModule } from './sources/sources.module.js';
import { Subscriptions } from './subscriptions.js';
import { TaxonomyModule } from './taxonomy/taxonomy.module.js';
import { VersionsModule } from './versions/versions.module.js';
import { WorkflowsModule } from './workflows/workflows.module.js';

/** What the product is made of. */
@Module({})
export class AppModule {
  static register(foundation: Foundation): DynamicModule {
    return {
      module: AppModule,
      controllers: [HealthController, MetricsController],
      imports: [
        FoundationModule.register(foundation),
        AuthModule,
        AuditModule,
        OrganizationsModule,
        TaxonomyModule,
        AddresseesModule,
        SourcesModule,
        MergesModule,
        AssessmentsModule,
        ContributionsModule,
        EngagementsModule,
        EvidenceModule,
        IndicatorsModule,
        CommentsModule,
        NextStepsModule,
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
        NewsModule,
        Subscriptions,
      ],
    };
  }
}

export interface Foundation {
  dataSource: Pick<DataSource, 'manager'>;
  configuration: Pick<
    Configuration,
    'masterKey' | 'origin' | 'logLevel' | 'isDemonstration' | 'dataFolder' | 's3' | 'maxFileBytes'
  > &
    Partial<Pick<Configuration, 'metricsToken'>>;
}

/** What every module stands on: the way to the database, the log of changes, and the settings. */
@Global()
@Module({})
class FoundationModule {
  static register({ dataSource, configuration }: Foundation): DynamicModule {
    return {
      module: FoundationModule,
      providers: [
        { provide: EntityManager, useValue: dataSource.manager },
        { provide: AuditSeal, useValue: new AuditSeal(configuration.masterKey) },
        { provide: Origin, useValue: new Origin(configuration.origin) },
        {
          provide: OperatorGate,
          useValue: new OperatorGate(configuration.metricsToken, !isOnLoopback(configuration.origin)),
        },
        { provide: Metrics, useValue: new Metrics(poolOf(dataSource)) },
        { provide: ServerLog, useValue: new ServerLog(configuration.logLevel) },
        { provide: BlobStore, useValue: openBlobStore(configuration) },
        { provide: FileLimits, useValue: new FileLimits(configuration.maxFileBytes) },
        Reactions,
        AuditLog,
        KeptAnswers,
      ],
      exports: [
        EntityManager,
        AuditSeal,
        Origin,
        OperatorGate,
        Metrics,
        ServerLog,
        BlobStore,
        FileLimits,
        Reactions,
        AuditLog,
        KeptAnswers,
      ],
    };
  }
}
