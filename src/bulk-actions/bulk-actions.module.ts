import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { NextStepsModule } from '../next-steps/next-steps.module.js';
import { RecommendationsModule } from '../recommendations/recommendations.module.js';
import { BulkActionsController } from './bulk-actions.controller.js';
import { BulkActionsService } from './bulk-actions.service.js';
import { BulkSelection } from './bulk-selection.js';
import { BulkWork } from './bulk-work.js';
import { DeadlineAct } from './deadline-act.js';
import { EvidenceAct } from './evidence-act.js';
import { NextStepAct } from './next-step-act.js';
import { NextStepDoneAct } from './next-step-done-act.js';
import { OwnerAct } from './owner-act.js';
import { Rehearsal } from './rehearsal.js';
import { SingleActs } from './single-acts.js';
import { ThemeAct } from './theme-act.js';
import { TransitionAct } from './transition-act.js';

@Module({
  imports: [FollowUpsModule, NextStepsModule, RecommendationsModule],
  controllers: [BulkActionsController],
  providers: [
    BulkActionsService,
    BulkSelection,
    BulkWork,
    Rehearsal,
    SingleActs,
    TransitionAct,
    EvidenceAct,
    OwnerAct,
    ThemeAct,
    DeadlineAct,
    NextStepAct,
    NextStepDoneAct,
  ],
})
export class BulkActionsModule {}
