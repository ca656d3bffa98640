import { ActorView } from '../access/actor.dto.js';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsString, IsUUID, Matches, ValidateIf } from 'class-validator';
import { IsEdtf, IsWords } from '../common/fields.js';
import { AsOfPageQuery } from './as-of.dto.js';

export class CreateTransitionDto {
  /**
   * Key of a transition that the workflow allows from the present state (see `transitions/options`), or one that every
   * workflow has: `open` (a state as of a past date, with its source, unchecked), `correct` (names a wrong one) and `migrate` (goes over to
   * another workflow under a stated cross-walk).
   * @example claim
   */
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, { message: 'The key of a transition, as the options give it.' })
  transition!: string;

  /**
   * When it happened, as precisely as it is known (EDTF); null where it is not known at all.
   * @example 2013-03-21
   */
  @ValidateIf((_, value) => value !== null)
  @IsEdtf()
  occurredOn!: string | null;

  /** Why; conditions may ask for it. */
  @IsOptional()
  @IsWords(10_000)
  note?: string;

  /** Evidence that it stands on. A piece that is not linked to the track yet is linked with the stance that the transition asks for. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  evidenceIds?: string[];

  /**
   * With `open` and `correct`: the state that is put in place. With others it may be left out: 409 where they lead elsewhere.
   * @example under-way
   */
  @IsOptional()
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, { message: 'The key of a state.' })
  to?: string;

  /**
   * Who classified it so, where the workflow asks for it.
   * @example upr-info
   */
  @IsOptional()
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, { message: 'One of those whom the condition names.' })
  codedBy?: string;

  /**
   * What else is to be noted, of the flags that the workflow has.
   * @example ["double-footnote"]
   */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, { each: true, message: 'Keys of flags.' })
  flags?: string[];

  /**
   * With `migrate`: the workflow that the track goes over to; a cross-walk to it must be stated.
   * @example our-review@2
   */
  @IsOptional()
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{0,59}@\d{1,6}$/, { message: 'As key@version, for example implementation@1.' })
  workflow?: string;

  /** With `correct`: the transition that was wrong. */
  @IsOptional()
  @IsUUID()
  corrects?: string;
}

export class TransitionsQuery extends AsOfPageQuery {
  /** `occurredOn` or `recordedAt`, with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  sort: string = 'occurredOn';
}

export class CitedEvidenceView {
  id!: string;
  /** Null once the piece is withdrawn. */
  title!: string | null;
  /** What the piece says about whether the ask is met (or accepted). */
  stance!: 'supports' | 'contradicts' | 'context';
}

/** A recorded change of state. */
export class TransitionView {
  id!: string;
  trackId!: string;
  transition!: string;
  from!: string;
  to!: string;
  actor!: ActorView;
  /** When it happened (EDTF); null: not known. */
  occurredOn!: string | null;
  /**
   * When it was entered.
   * @example 2026-11-22T01:56:11.123456+00:00
   */
  recordedAt!: string;
  /** Null where there is none, where it was erased, or where the reader may not read it. */
  note!: string | null;
  evidence!: CitedEvidenceView[];
  /**
   * The workflow of the state that it leads to.
   * @example implementation@1
   */
  workflow!: string;
  /** The workflow of the state that it starts from: another one only in a migration, and where one is voided. */
  fromWorkflow!: string;
  /** With `migrate`: the cross-walk that it was made under. */
  crossWalkId!: string | null;
  /** Who classified it so, where the workflow asks. */
  codedBy!: string | null;
  /** Flags of the workflow that were noted with it. */
  flags!: string[];
  /** The transition that this one corrects. */
  corrects!: string | null;
  /** The transition that corrects this one: this one no longer counts. */
  correctedBy!: string | null;
  /** The transition whose ground was withdrawn or changed. */
  voids!: string | null;
  /** Entered as history that nobody checked. */
  unchecked!: boolean;
  /** It doesn't fit between its neighbours and moves no state. */
  inTimelineOnly!: boolean;
}
