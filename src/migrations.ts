import { CreateFoundations1795305600000 } from '../migrations/1795305600000-create-foundations.js';
import { CreateSignIn1795305660000 } from '../migrations/1795305660000-create-sign-in.js';
import { CreateRecord1795305720000 } from '../migrations/1795305720000-create-record.js';
import { CreateFollowUps1795305780000 } from '../migrations/1795305780000-create-follow-ups.js';
import { CreateRoleRequests1795305840000 } from '../migrations/1795305840000-create-role-requests.js';
import { CreateIdempotencyKeys1795305900000 } from '../migrations/1795305900000-create-idempotency-keys.js';
import { StateCrossWalks1795306020000 } from '../migrations/1795306020000-state-cross-walks.js';
import { CreateEvidenceFiles1795306080000 } from '../migrations/1795306080000-create-evidence-files.js';
import { KeepContested1795306200000 } from '../migrations/1795306200000-keep-contested.js';
import { OrderByDue1795306230000 } from '../migrations/1795306230000-order-by-due.js';
import { CreateFollowUpThemes1795306260000 } from '../migrations/1795306260000-create-follow-up-themes.js';
import { CreateFollowUpCounts1795306320000 } from '../migrations/1795306320000-create-follow-up-counts.js';
import { FindNewest1795306380000 } from '../migrations/1795306380000-find-newest.js';
import { CreateRecoveries1795306500000 } from '../migrations/1795306500000-create-recoveries.js';
import { CreateBulkActions1795306620000 } from '../migrations/1795306620000-create-bulk-actions.js';
import { KeyFollowUpLinks1795306740000 } from '../migrations/1795306740000-key-follow-up-links.js';
import { NameSourcesOtherwise1795306750000 } from '../migrations/1795306750000-name-sources-otherwise.js';
import { KeepVersions1795306760000 } from '../migrations/1795306760000-keep-versions.js';
import { RaiseWords1795306780000 } from '../migrations/1795306780000-raise-words.js';
import { CreateMerges1795306820000 } from '../migrations/1795306820000-create-merges.js';
import { FindWhatWaits1795306920000 } from '../migrations/1795306920000-find-what-waits.js';
import { FindEvidence1795306980000 } from '../migrations/1795306980000-find-evidence.js';
import { FindNews1795307040000 } from '../migrations/1795307040000-find-news.js';
import { ListContested1795307100000 } from '../migrations/1795307100000-list-contested.js';
import { CreateSavedViews1795307200000 } from '../migrations/1795307200000-create-saved-views.js';
import { CreateInbox1795307300000 } from '../migrations/1795307300000-create-inbox.js';
import { SealKeptAnswers1795307500000 } from '../migrations/1795307500000-seal-kept-answers.js';
import { SortEvidence1795307510000 } from '../migrations/1795307510000-sort-evidence.js';
import { LookUpVersions1795307520000 } from '../migrations/1795307520000-look-up-versions.js';
import { OrderNaturally1795307600000 } from '../migrations/1795307600000-order-naturally.js';
import { CreateAssessments1795307700000 } from '../migrations/1795307700000-create-assessments.js';
import { ContestByAssessments1795307720000 } from '../migrations/1795307720000-contest-by-assessments.js';
import { StateHoldings1795307740000 } from '../migrations/1795307740000-state-holdings.js';
import { CreateIntake1795307800000 } from '../migrations/1795307800000-create-intake.js';
import { CreateIndicators1795308000000 } from '../migrations/1795308000000-create-indicators.js';
import { CreateNextSteps1795308010000 } from '../migrations/1795308010000-create-next-steps.js';
import { StandAsOf1795308100000 } from '../migrations/1795308100000-stand-as-of.js';
import { SetDeadlinesInBulk1795401000000 } from '../migrations/1795401000000-set-deadlines-in-bulk.js';
import { CreateComments1795402000000 } from '../migrations/1795402000000-create-comments.js';
import { CreateOccasions1795402010000 } from '../migrations/1795402010000-create-occasions.js';
import { FindChanges1795403000000 } from '../migrations/1795403000000-find-changes.js';
import { CreateContributions1795404000000 } from '../migrations/1795404000000-create-contributions.js';
import { CreateDismissals1795404060000 } from '../migrations/1795404060000-create-dismissals.js';
import { FindEntries1795405000000 } from '../migrations/1795405000000-find-entries.js';
import { CreateTallies1795405100000 } from '../migrations/1795405100000-create-tallies.js';
import { LinkProposals1795407000000 } from '../migrations/1795407000000-link-proposals.js';
import { SlowSignIn1795408000000 } from '../migrations/1795408000000-slow-sign-in.js';
import { OverlayWhatChanged1795409000000 } from '../migrations/1795409000000-overlay-what-changed.js';
import { PlanForSources1795411000000 } from '../migrations/1795411000000-plan-for-sources.js';
import { StandNounsAsOf1795412000000 } from '../migrations/1795412000000-stand-nouns-as-of.js';
import { CountWhatChanged1795412100000 } from '../migrations/1795412100000-count-what-changed.js';
import { GiveProposalsReasons1795413000000 } from '../migrations/1795413000000-give-proposals-reasons.js';
import { KeepRejections1795413100000 } from '../migrations/1795413100000-keep-rejections.js';
import { CreateIntakeCustody1795413200000 } from '../migrations/1795413200000-create-intake-custody.js';
import { CreateSecondFactors1795414000000 } from '../migrations/1795414000000-create-second-factors.js';
import { NameReaders1795415000000 } from '../migrations/1795415000000-name-readers.js';
import { SealFiles1795415100000 } from '../migrations/1795415100000-seal-files.js';
import { KeepLinkCopies1795416000000 } from '../migrations/1795416000000-keep-link-copies.js';
import { FindDeadLinks1795416010000 } from '../migrations/1795416010000-find-dead-links.js';
import { CommentOnEvidence1795417010000 } from '../migrations/1795417010000-comment-on-evidence.js';
import { RequireSecondFactors1795417100000 } from '../migrations/1795417100000-require-second-factors.js';
import { TellWhoWasThere1795418100000 } from '../migrations/1795418100000-tell-who-was-there.js';
import { StandSetsAsOf1795418110000 } from '../migrations/1795418110000-stand-sets-as-of.js';
import { PlaceWhatIsFollowed1795418200000 } from '../migrations/1795418200000-place-what-is-followed.js';
import { OpenWorkingCopies1795418210000 } from '../migrations/1795418210000-open-working-copies.js';
import { CreatePasskeys1795418400000 } from '../migrations/1795418400000-create-passkeys.js';
import { OpenAlone1795418410000 } from '../migrations/1795418410000-open-alone.js';
import { BoundRequests1795418600000 } from '../migrations/1795418600000-bound-requests.js';
import { CreateIdentityProviders1795418620000 } from '../migrations/1795418620000-create-identity-providers.js';
import { CheckFiles1795418610000 } from '../migrations/1795418610000-check-files.js';
import { FlagHarm1795418630000 } from '../migrations/1795418630000-flag-harm.js';
import { LowerLevels1795418631000 } from '../migrations/1795418631000-lower-levels.js';
import { SealWords1795418650000 } from '../migrations/1795418650000-seal-words.js';
import { CloseRelations1795418700000 } from '../migrations/1795418700000-close-relations.js';
import { TellOfDamage1795418750000 } from '../migrations/1795418750000-tell-of-damage.js';
import { BindFields1795418850000 } from '../migrations/1795418850000-bind-fields.js';
import { CloseCitations1795418860000 } from '../migrations/1795418860000-close-citations.js';
import { ReadLinks1795418862000 } from '../migrations/1795418862000-read-links.js';
import { SortLegibleTitles1795418861000 } from '../migrations/1795418861000-sort-legible-titles.js';
import { ShowWords1795418870000 } from '../migrations/1795418870000-show-words.js';
import { SignWithdrawals1795418871000 } from '../migrations/1795418871000-sign-withdrawals.js';
import { HoldWordsAgainstTheLog1795418872000 } from '../migrations/1795418872000-hold-words-against-the-log.js';
import { TakeOriginsOff1795418873000 } from '../migrations/1795418873000-take-origins-off.js';
import { ReadSources1795418880000 } from '../migrations/1795418880000-read-sources.js';

/** All of them, in order. A migration that has landed is never edited. */
export const migrations = [
  CreateFoundations1795305600000,
  CreateSignIn1795305660000,
  CreateRecord1795305720000,
  CreateFollowUps1795305780000,
  CreateRoleRequests1795305840000,
  CreateIdempotencyKeys1795305900000,
  StateCrossWalks1795306020000,
  CreateEvidenceFiles1795306080000,
  KeepContested1795306200000,
  OrderByDue1795306230000,
  CreateFollowUpThemes1795306260000,
  CreateFollowUpCounts1795306320000,
  FindNewest1795306380000,
  CreateRecoveries1795306500000,
  CreateBulkActions1795306620000,
  KeyFollowUpLinks1795306740000,
  NameSourcesOtherwise1795306750000,
  KeepVersions1795306760000,
  RaiseWords1795306780000,
  CreateMerges1795306820000,
  FindWhatWaits1795306920000,
  FindEvidence1795306980000,
  FindNews1795307040000,
  ListContested1795307100000,
  CreateSavedViews1795307200000,
  CreateInbox1795307300000,
  SealKeptAnswers1795307500000,
  SortEvidence1795307510000,
  LookUpVersions1795307520000,
  OrderNaturally1795307600000,
  CreateAssessments1795307700000,
  ContestByAssessments1795307720000,
  StateHoldings1795307740000,
  CreateIntake1795307800000,
  CreateIndicators1795308000000,
  CreateNextSteps1795308010000,
  StandAsOf1795308100000,
  SetDeadlinesInBulk1795401000000,
  CreateComments1795402000000,
  CreateOccasions1795402010000,
  FindChanges1795403000000,
  CreateContributions1795404000000,
  CreateDismissals1795404060000,
  FindEntries1795405000000,
  CreateTallies1795405100000,
  LinkProposals1795407000000,
  SlowSignIn1795408000000,
  OverlayWhatChanged1795409000000,
  PlanForSources1795411000000,
  StandNounsAsOf1795412000000,
  CountWhatChanged1795412100000,
  GiveProposalsReasons1795413000000,
  KeepRejections1795413100000,
  CreateIntakeCustody1795413200000,
  CreateSecondFactors1795414000000,
  NameReaders1795415000000,
  SealFiles1795415100000,
  KeepLinkCopies1795416000000,
  FindDeadLinks1795416010000,
  CommentOnEvidence1795417010000,
  RequireSecondFactors1795417100000,
  TellWhoWasThere1795418100000,
  StandSetsAsOf1795418110000,
  PlaceWhatIsFollowed1795418200000,
  OpenWorkingCopies1795418210000,
  CreatePasskeys1795418400000,
  OpenAlone1795418410000,
  BoundRequests1795418600000,
  CheckFiles1795418610000,
  CreateIdentityProviders1795418620000,
  FlagHarm1795418630000,
  LowerLevels1795418631000,
  SealWords1795418650000,
  CloseRelations1795418700000,
  TellOfDamage1795418750000,
  BindFields1795418850000,
  CloseCitations1795418860000,
  SortLegibleTitles1795418861000,
  ReadLinks1795418862000,
  ShowWords1795418870000,
  SignWithdrawals1795418871000,
  HoldWordsAgainstTheLog1795418872000,
  TakeOriginsOff1795418873000,
  ReadSources1795418880000,
];
