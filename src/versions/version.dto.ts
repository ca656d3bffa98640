import { ApiProperty } from '@nestjs/swagger';
import { ActorView } from '../access/actor.dto.js';
import { VERSION_ACTS } from './version.entity.js';

/** What a field may hold. */
const ANY_VALUE = {
  anyOf: [
    ...['string', 'number', 'boolean', 'null'].map((type) => ({ type })),
    { type: 'array', items: {} },
    { type: 'object', additionalProperties: true },
  ],
};

/** One field: from what to what; of a set, what was put in and what was taken out. */
export class ChangeView {
  /**
   * As it is called when it is changed.
   * @example title
   */
  field!: string;

  /** What it was; ids where it names other things. Null for nothing, and for words that were erased. */
  @ApiProperty({ ...ANY_VALUE, required: false })
  from?: unknown;

  /** What it became. */
  @ApiProperty({ ...ANY_VALUE, required: false })
  to?: unknown;

  /** Of a set: ids of what was put in, as far as the reader may know of it. */
  added?: string[];

  /** Of a set: ids of what was taken out, as far as the reader may know of it. */
  removed?: string[];
}

/** A version of a thing: who made it so, when, and what is different from the one before. */
export class VersionView {
  id!: string;
  /** The version that its ETag bore then. Numbers are left out where nothing was edited: a follow-up counts moves of its tracks too. */
  version!: number;
  /** `found`: it was there already when versions began to be kept. `restored`: it came back, since a merge was undone. */
  @ApiProperty({ enum: VERSION_ACTS })
  act!: (typeof VERSION_ACTS)[number];
  /** Null where it is not known, or where no member did it. */
  by!: ActorView | null;
  recordedAt!: Date;
  /** Empty for the first: what it said then is what later changes start from. */
  changes!: ChangeView[];
}
