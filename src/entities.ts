import { AUTH_TABLES } from './auth/auth-tables.js';
import { Words } from './access/words.entity.js';
import { AddresseeMember } from './addressees/addressee-member.entity.js';
import { Addressee } from './addressees/addressee.entity.js';
import { Assessment, AssessmentEvidence } from './assessments/assessment.entity.js';
import { ObjectionAnswer, TrackPosition } from './assessments/track-position.entity.js';
import { AuditEvent } from './audit/audit-event.entity.js';
import { AuditLeaf } from './audit/audit-leaf.entity.js';
import { AuditSalt } from './audit/audit-salt.entity.js';
import { BulkAction, BulkActionItem } from './bulk-actions/bulk-action.entity.js';
import { EngagementAddressee } from './engagements/engagement-addressee.entity.js';
import { EngagementEvidence } from './engagements/engagement-evidence.entity.js';
import { EngagementRecommendation } from './engagements/engagement-recommendation.entity.js';
import { Engagement } from './engagements/engagement.entity.js';
import { CustodyRecord } from './evidence/custody-record.entity.js';
import { EvidenceKey } from './evidence/evidence-key.entity.js';
import { EvidenceGrant } from './evidence/evidence-grant.entity.js';
import { ReaderRequest } from './evidence/reader-request.entity.js';
import { EvidenceWithdrawal } from './evidence/evidence-withdrawal.entity.js';
import { Evidence } from './evidence/evidence.entity.js';
import { HeldEvidence } from './evidence/held-evidence.entity.js';
import { Origin } from './evidence/origin.entity.js';
import { FileCheck } from './fixity/file-check.entity.js';
import { Closing } from './follow-ups/closing.entity.js';
import { Deadline, DeadlineExtension } from './follow-ups/deadline.entity.js';
import { CountingDay, FollowUpCount, FollowUpTheme } from './follow-ups/follow-up-copies.entity.js';
import { FollowUp, FollowUpLink } from './follow-ups/follow-up.entity.js';
import { TrackEvidence } from './follow-ups/track-evidence.entity.js';
import { Track } from './follow-ups/track.entity.js';
import { Transition, TransitionEvidence } from './follow-ups/transition.entity.js';
import { IdempotencyKey } from './idempotency/idempotency-key.entity.js';
import { InboxItem } from './inbox/inbox-item.entity.js';
import { Indicator, IndicatorRecommendation } from './indicators/indicator.entity.js';
import { Observation, ObservationEvidence } from './indicators/observation.entity.js';
import { IDENTITY_TABLES } from './identity-providers/identity-tables.js';
import { INTAKE_TABLES } from './intake/intake-tables.js';
import { Merge, MergeMove } from './merges/merge.entity.js';
import { Comment, CommentAct, CommentMention } from './comments/comment.entity.js';
import {
  ContributionAct,
  ContributionEngagement,
  ContributionEvidence,
} from './contributions/contribution-act.entity.js';
import { Dismissal } from './data-quality/dismissal.entity.js';
import { Contribution } from './contributions/contribution.entity.js';
import { NextStep, NextStepOutcome } from './next-steps/next-step.entity.js';
import { Occasion } from './occasions/occasion.entity.js';
import { HarmFlag } from './harm-flags/harm-flag.entity.js';
import { Lowering } from './lowerings/lowering.entity.js';
import { Invitation } from './organizations/invitation.entity.js';
import { Membership } from './organizations/membership.entity.js';
import { Organization } from './organizations/organization.entity.js';
import { Person } from './organizations/person.entity.js';
import { RoleRequest } from './organizations/role-request.entity.js';
import { Workspace } from './organizations/workspace.entity.js';
import { Recommendation, RecommendationTheme } from './recommendations/recommendation.entity.js';
import { Relation } from './recommendations/relation.entity.js';
import { SavedView } from './saved-views/saved-view.entity.js';
import { Source } from './sources/source.entity.js';
import { Tally, TallyItem } from './tallies/tally.entity.js';
import { LinkCopy } from './link-copies/link-copy.entity.js';
import { Theme } from './taxonomy/theme.entity.js';
import { RecordVersion, VersionChange } from './versions/version.entity.js';
import { CrossWalk } from './workflows/cross-walk.entity.js';
import { Workflow, WorkflowState } from './workflows/workflow.entity.js';

/** Every table, so that a test can hold them against the migrations. */
export const entities = [
  Addressee,
  AddresseeMember,
  Assessment,
  AssessmentEvidence,
  AuditEvent,
  AuditLeaf,
  AuditSalt,
  BulkAction,
  BulkActionItem,
  Closing,
  Comment,
  CommentAct,
  CommentMention,
  Contribution,
  ContributionAct,
  ContributionEngagement,
  ContributionEvidence,
  CountingDay,
  CrossWalk,
  CustodyRecord,
  Deadline,
  DeadlineExtension,
  Dismissal,
  Engagement,
  EngagementAddressee,
  EngagementEvidence,
  EngagementRecommendation,
  Evidence,
  EvidenceGrant,
  EvidenceKey,
  EvidenceWithdrawal,
  FileCheck,
  FollowUp,
  FollowUpCount,
  FollowUpLink,
  FollowUpTheme,
  HarmFlag,
  HeldEvidence,
  IdempotencyKey,
  InboxItem,
  Indicator,
  IndicatorRecommendation,
  ...AUTH_TABLES,
  ...IDENTITY_TABLES,
  ...INTAKE_TABLES,
  Invitation,
  Lowering,
  Membership,
  Merge,
  MergeMove,
  NextStep,
  NextStepOutcome,
  ObjectionAnswer,
  LinkCopy,
  Observation,
  ObservationEvidence,
  Occasion,
  Organization,
  Origin,
  Person,
  ReaderRequest,
  Recommendation,
  RecommendationTheme,
  RecordVersion,
  Relation,
  RoleRequest,
  SavedView,
  Source,
  Tally,
  TallyItem,
  Theme,
  Track,
  TrackEvidence,
  TrackPosition,
  Transition,
  TransitionEvidence,
  VersionChange,
  Words,
  Workflow,
  WorkflowState,
  Workspace,
];
