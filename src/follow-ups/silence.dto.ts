import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Type } from 'class-transformer';
import { IsWhole } from '../common/fields.js';
import { AsList } from '../common/page.dto.js';
import { AsOfQuery } from './as-of.dto.js';
import { AskView, CodedView } from './follow-up.view.js';

export const SILENCE_SORTS = ['since', '-since'] as const;

export class SilencesQuery extends AsOfQuery {
  /** How many, 1 to 100. */
  @IsOptional()
  @Type(() => Number)
  @IsWhole(1, 100)
  limit: number = 10;

  /** `nextCursor` of the page before, as it was given. */
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  cursor?: string;

  /** `since` (the longest first) or `-since` (the shortest first). */
  @IsOptional()
  @IsIn(SILENCE_SORTS)
  sort: (typeof SILENCE_SORTS)[number] = 'since';

  /** Only theirs. */
  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  addressee?: string[];
}

/** Somebody who was asked and gave no answer. */
export class SilenceView {
  followUpId!: string;
  recommendation!: AskView;
  addressee!: CodedView;
  /** What the response counts as: still `awaited`, or `no-reply` where that was stated. */
  phase!: 'awaited' | 'no-reply';
  /** The state of the response in the reader's language. */
  label!: string;
  /** The day since when there is no answer: the last possible one of the first engagement on it, or of the first move of the response. */
  since!: string;
  /** Whole days since then, today in the workspace's time zone. A reminder does not make them fewer. */
  days!: number;
  /** What this addressee is to do. */
  ask!: string;
  /** Engagements with the addressee on this recommendation, of those that the reader may know. */
  engagements!: number;
  /** How many of them were reminders. */
  reminders!: number;
  /** The last possible day of the latest of them; null where there is none. */
  lastAskedOn!: string | null;
  /** By when a reply was awaited at the latest (EDTF); null where nobody said. */
  awaitedOn!: string | null;
  /** When anything of it was last entered, on either axis. */
  movedAt!: string;
}

/** Silences, in the order that was asked for. */
export class SilencesView {
  /** As things stand on this day. */
  asOf!: string;
  /** As far as it was recorded by this instant. */
  knownAt!: string;
  /** How many there are in all, of the addressees that were asked for. */
  count!: number;
  items!: SilenceView[];
  /** Asks for the next page; null on the last. A silence that ends meanwhile is passed over, none comes twice. */
  nextCursor!: string | null;
}
