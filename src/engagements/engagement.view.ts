import { AddresseeNameView } from '../addressees/addressee.dto.js';
import { AsOfView } from '../follow-ups/as-of.dto.js';
import type { EngagementKind, EngagementLevel } from './engagement.entity.js';
import { ParticipantView } from './participant.dto.js';

export class EngagedOrganizationView {
  id!: string;
  name!: string;
}

export class EngagementByView {
  /** Whose record it is; who acted, where `byAddressee` is null. */
  organization!: EngagedOrganizationView;
}

export class EngagedRecommendationView {
  id!: string;
  code!: string;
  title!: string;
}

/** An act of advocacy. */
export class EngagementView extends AsOfView {
  id!: string;
  kind!: EngagementKind;
  /** EDTF. */
  occurredOn!: string;
  summary!: string;
  by!: EngagementByView;
  /** The addressee that acted towards the others; null where the organization did. */
  byAddressee!: AddresseeNameView | null;
  addressees!: AddresseeNameView[];
  /** Those of them that the reader may see. */
  recommendations!: EngagedRecommendationView[];
  /** How many those are: for lists that leave them out. */
  recommendationCount!: number;
  /** EDTF: by when a reply is awaited. */
  awaitedOn!: string | null;
  outcome!: string | null;
  participants!: ParticipantView[];
  /** How many pieces of evidence it has itself, of those that the reader may know: `GET .../evidence` lists them. */
  evidenceCount!: number;
  confidentiality!: EngagementLevel;
  version!: number;
  createdAt!: Date;
}
