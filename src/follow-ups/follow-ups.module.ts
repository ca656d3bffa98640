import { Module } from '@nestjs/common';
import { AddresseesModule } from '../addressees/addressees.module.js';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { ClosingsService } from './closings.service.js';
import { DeadlinesController } from './deadlines.controller.js';
import { DeadlinesService } from './deadlines.service.js';
import { EvidenceCitations } from './evidence-citations.js';
import { FacetsController } from './facets.controller.js';
import { FacetsService } from './facets.service.js';
import { FollowUpEvidenceController } from './follow-up-evidence.controller.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsService } from './follow-ups.service.js';
import { SilencesController } from './silences.controller.js';
import { SilencesService } from './silences.service.js';
import { SummaryController } from './summary.controller.js';
import { SummaryService } from './summary.service.js';
import { TrackEvidenceService } from './track-evidence.service.js';
import { TrackBooks } from './track-books.js';
import { TracksController } from './tracks.controller.js';
import { TracksService } from './tracks.service.js';
import { TransitionRecord } from './transition-record.js';
import { TransitionsService } from './transitions.service.js';
import { Voiding } from './voiding.js';

@Module({
  imports: [AddresseesModule, WorkflowsModule],
  controllers: [
    FacetsController,
    FollowUpsController,
    FollowUpEvidenceController,
    TracksController,
    DeadlinesController,
    SummaryController,
    SilencesController,
  ],
  providers: [
    SummaryService,
    SilencesService,
    FacetsService,
    FollowUpsService,
    TracksService,
    TrackBooks,
    TransitionsService,
    TransitionRecord,
    EvidenceCitations,
    TrackEvidenceService,
    DeadlinesService,
    ClosingsService,
    Voiding,
  ],
  exports: [
    FollowUpsService,
    TracksService,
    TransitionsService,
    TrackEvidenceService,
    DeadlinesService,
    ClosingsService,
    Voiding,
  ],
})
export class FollowUpsModule {}
