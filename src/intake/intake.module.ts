import { Module } from '@nestjs/common';
import { AddresseesModule } from '../addressees/addressees.module.js';
import { EngagementsModule } from '../engagements/engagements.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { LinkCopiesModule } from '../link-copies/link-copies.module.js';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { AddresseeNames } from './addressee-names.js';
import { ArrivalsService } from './arrivals.service.js';
import { DocumentCustody } from './document-custody.js';
import { DocumentReading } from './document-reading.js';
import { IntakeController } from './intake.controller.js';
import { InboxArrivalsService } from './inbox-arrivals.service.js';
import { InboxIntakeController } from './inbox-intake.controller.js';
import { IntakeCustodyController } from './intake-custody.controller.js';
import { IntakeService } from './intake.service.js';
import { LinkIntakeController } from './link-intake.controller.js';
import { LinkReading } from './link-reading.js';
import { Originals } from './originals.js';
import { PlacesController } from './places.controller.js';
import { ProposalActsService } from './proposal-acts.service.js';
import { ProposalsController } from './proposals.controller.js';
import { ProposalsService } from './proposals.service.js';
import { RecordingService } from './recording.service.js';

@Module({
  imports: [
    AddresseesModule,
    EngagementsModule,
    EvidenceModule,
    FollowUpsModule,
    LinkCopiesModule,
    RecommendationsModule,
    SourcesModule,
  ],
  controllers: [
    IntakeController,
    ProposalsController,
    PlacesController,
    IntakeCustodyController,
    InboxIntakeController,
    LinkIntakeController,
  ],
  providers: [
    IntakeService,
    ArrivalsService,
    InboxArrivalsService,
    DocumentReading,
    LinkReading,
    DocumentCustody,
    Originals,
    ProposalsService,
    ProposalActsService,
    RecordingService,
    AddresseeNames,
  ],
})
export class IntakeModule {}
