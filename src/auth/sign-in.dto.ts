import { IsString, MaxLength, MinLength } from 'class-validator';
import { LONGEST_PASSWORD } from './passwords.js';

export class SignInDto {
  /** @example editor@heed.example */
  @IsString()
  @MinLength(1)
  @MaxLength(254)
  email!: string;

  /** @example heed-demo-only */
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  password!: string;
}
