import { NamedView } from '../access/actor.dto.js';
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

/** What one accepts with an invitation. */
export class OfferView {
  /** Its name. */
  workspace!: string;
  organization!: NamedView;
  /** @example ["editor"] */
  roles!: string[];
  /** The address that it was sent to. Whether it has an account is not said. */
  email!: string;
  expiresAt!: string;
}
