import { IsWords } from '../common/fields.js';

export class CreateHarmFlagDto {
  /** Who could be harmed, and how, as far as whoever reads the piece may know it. */
  @IsWords(4000)
  reason!: string;
}
