import { IsOptional } from 'class-validator';
import { Type } from 'class-transformer';
import { IsWhole } from '../common/fields.js';
import { AsOfQuery } from './as-of.dto.js';
import { AskView, CodedView } from './follow-up.view.js';

export class SilencesQuery extends AsOfQuery {
  /** How many, 1 to 100. */
  @IsOptional()
  @Type(() => Number)
  @IsWhole(1, 100)
  limit: number = 10;
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
  /** Engagements with the addressee on this recommendation, of those that the reader may know. */
  engagements!: number;
  /** The last possible day of the latest of them; null where there is none. */
  lastAskedOn!: string | null;
  /** By when a reply was awaited at the latest (EDTF); null where nobody said. */
  awaitedOn!: string | null;
  /** When anything of it was last entered, on either axis. */
  movedAt!: string;
}

/** The longest silences, the longest first. */
export class SilencesView {
  /** As things stand on this day. */
  asOf!: string;
  /** As far as it was recorded by this instant. */
  knownAt!: string;
  /** How many there are in all. */
  count!: number;
  items!: SilenceView[];
}
