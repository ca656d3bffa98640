import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { AddresseeNameView, CreateAddresseeDto } from '../addressees/addressee.dto.js';
import { HoldsNoLists, IsWords, MayBeLeftOut } from '../common/fields.js';
import { CreateEngagementDto } from '../engagements/engagement.dto.js';
import { CreateSourceDto } from '../sources/source.dto.js';
import { SpanView } from './intake.dto.js';
import { RecommendationNameView } from './proposal.view.js';

/** A new addressee; it is called what the document calls it. */
export class NewAddresseeDto extends OmitType(CreateAddresseeDto, ['name', 'successorId', 'memberCount'] as const) {}

/** Whom a name of the document means, where no addressee bears it: exactly one of the three. */
export class MeantAddresseeDto {
  /** As the proposals write it. */
  @IsWords(200)
  name!: string;

  /** An addressee that there is. */
  @MayBeLeftOut()
  @IsUUID()
  id?: string;

  /** One that is to be made. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => NewAddresseeDto)
  create?: NewAddresseeDto;

  /** `true`: nobody; it is left out of every chain. */
  @MayBeLeftOut()
  @IsBoolean()
  leaveOut?: boolean;
}

/** The letter that delivers all direct asks at once; with whom and on what is known. */
export class DeliveryDto extends OmitType(CreateEngagementDto, [
  'addresseeIds',
  'recommendationIds',
  'byAddresseeId',
  'confidentiality',
] as const) {}

export class RecordIntakeDto {
  /** What the document becomes. */
  @IsObject()
  @ValidateNested()
  @Type(() => CreateSourceDto)
  source!: CreateSourceDto;

  /**
   * What the codes of its recommendations begin with: `EU10` makes `EU10-01`, `EU10-02`.
   * @example EU10
   */
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9().-]{0,39}$/, {
    message: 'Letters, digits, points, hyphens and brackets, 40 at most.',
  })
  codePrefix!: string;

  /** For each name that no addressee bears, or more than one: whom it means. */
  @MayBeLeftOut()
  @ArrayMaxSize(200)
  @ArrayUnique(({ name }: MeantAddresseeDto) => name)
  @HoldsNoLists()
  @ValidateNested({ each: true })
  @Type(() => MeantAddresseeDto)
  addressees?: MeantAddresseeDto[];

  /** Left out, nothing is said of how the asks were delivered. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => DeliveryDto)
  engagement?: DeliveryDto;
}

/** A name that the proposals not rejected bear, and whom it means. */
export class MeantNameView {
  name!: string;
  /** How many proposals bear it. */
  @ApiProperty({ type: 'integer' })
  proposals!: number;
  /** Addressees of that name, code or alias: one, or somebody has to say whom it means. */
  addressees!: AddresseeNameView[];
  /** ISO 3166-1 alpha-2 of the state that is called so; null for whatever is no state. */
  isoCode!: string | null;
}

export class MeantNamesView {
  items!: MeantNameView[];
}

/** A recommendation that was made, and of which proposal. */
export class RecordedRecommendationView extends RecommendationNameView {
  proposalId!: string;
}

/** What came of a document. */
export class RecordedIntakeView {
  /** The source. */
  sourceId!: string;
  recommendations!: RecordedRecommendationView[];
  /** How many follow-ups were begun. */
  @ApiProperty({ type: 'integer' })
  followUpCount!: number;
  /** How many relations to other recommendations were made. */
  @ApiProperty({ type: 'integer' })
  relationCount!: number;
  engagementId!: string | null;
}

export class PlaceIntakeView {
  id!: string;
  title!: string;
}

/** Where the ask of a recommendation stands in the kept document. */
export class PlaceView {
  intake!: PlaceIntakeView;
  proposalId!: string;
  span!: SpanView;
  /** What stands there. */
  text!: string;
}
