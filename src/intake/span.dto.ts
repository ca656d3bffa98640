import { IsWhole } from '../common/fields.js';

/** No document has so many characters. */
export const LONGEST = 10_000_000;

/** A stretch of the document's text, in its own characters (UTF-16 code units). */
export class SpanDto {
  @IsWhole(0, LONGEST)
  start!: number;

  /** After its last character. */
  @IsWhole(1, LONGEST)
  end!: number;
}
