import { IsString, MaxLength, MinLength } from 'class-validator';
import { IsWords } from '../common/fields.js';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.js';

export class AcceptInvitationDto {
  /**
   * What colleagues call you. Other organizations see a pseudonym.
   * @example Kim Ha-neul
   */
  @IsWords(120)
  name!: string;

  /** Whoever has an account gives its password; for everybody else it becomes the password of the new one. */
  @IsString()
  @MinLength(SHORTEST_PASSWORD)
  @MaxLength(LONGEST_PASSWORD)
  password!: string;
}
