import type { Named } from '../addressees/named';
import type { Schema } from '../api/client';
import { today } from '../dates/dates';

export type Engagement = Schema['EngagementView'];
export type Ask = Schema['EngagedRecommendationView'];
export const KINDS = [
  'letter',
  'request',
  'reminder',
  'meeting',
  'statement',
  'hearing',
  'event',
] as const satisfies Engagement['kind'][];
export type Participant = Schema['ParticipantDto'];
export const SIDES = ['acting', 'addressed', 'other'] as const satisfies Participant['side'][];
export const LEVELS = ['public', 'coalition', 'organization'] as const satisfies Engagement['confidentiality'][];

export interface EngagementDraft {
  kind: Engagement['kind'];
  occurredOn: string | null;
  summary: string;
  addressees: Named[];
  asks: Ask[];
  byAddressee: Named | null;
  awaitedOn: string | null;
  outcome: string;
  participants: Participant[];
  confidentiality: Engagement['confidentiality'];
}

/** What is known of it before anybody types: from a reminder, say, what it reminds of. */
export type Begun = Partial<Pick<EngagementDraft, 'kind' | 'addressees' | 'asks'>>;

export const draftOf = (read: Engagement | undefined, begun: Begun = {}): EngagementDraft =>
  read
    ? { ...read, asks: read.recommendations, outcome: read.outcome ?? '' }
    : {
        kind: 'letter',
        occurredOn: today(),
        summary: '',
        addressees: [],
        asks: [],
        byAddressee: null,
        awaitedOn: null,
        outcome: '',
        participants: [],
        confidentiality: 'coalition',
        ...begun,
      };

/** When, by whom and for whose eyes is said once; what the form can change later is the rest. */
export const changeable = ({ kind, summary, addressees, asks, awaitedOn, outcome, participants }: EngagementDraft) => ({
  kind,
  summary: summary.trim(),
  addresseeIds: addressees.map(({ id }) => id),
  recommendationIds: asks.map(({ id }) => id),
  awaitedOn,
  outcome: outcome.trim() || null,
  participants: participants.map(({ side, role }) => ({ side, role: role.trim() })),
});

export const bodyOf = (draft: EngagementDraft): Schema['CreateEngagementDto'] => ({
  ...changeable(draft),
  occurredOn: draft.occurredOn ?? '',
  byAddresseeId: draft.byAddressee?.id ?? null,
  confidentiality: draft.confidentiality,
});
