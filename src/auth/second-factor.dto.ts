import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { IsWords } from '../common/fields.js';
import { LONGEST_PASSWORD } from './passwords.js';

export class AddSecondFactorDto {
  /** The present password, once more. */
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  password!: string;

  /**
   * What you call the app, the phone or the key, to know it again.
   * @example My phone
   */
  @IsWords(60)
  name!: string;
}

export class ConfirmAuthenticatorDto {
  /**
   * The six digits that the app shows now.
   * @example 492039
   */
  @IsString()
  @Matches(/^\d{6}$/, { message: 'Six digits, as the app shows them.' })
  code!: string;
}

export class SecondStepDto {
  /**
   * The six digits that the app shows now, or one of the recovery codes.
   * @example 492039
   */
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  code!: string;
}

/** What one has besides one's password. */
export class SecondFactorView {
  id!: string;
  /** An app that makes codes, or a passkey. */
  kind!: 'authenticator' | 'passkey';
  name!: string;
  createdAt!: string;
  /** When one signed in with it last, or null. */
  usedAt!: string | null;
}

/** An app's secret, which counts once a code of it was confirmed, within 30 minutes. */
export class BegunAuthenticatorView {
  id!: string;
  /** Base32, to be typed into the app. It is shown this once. */
  secret!: string;
  /** The same as an address that apps read from a square (QR). */
  uri!: string;
}

/** Recovery codes as they are shown, this once. */
export class RecoveryCodesView {
  /** Ten, each good for one sign-in. With a further second factor none: the codes that one has go on. */
  recoveryCodes!: string[];
}

export class RecoveryCodesLeftView {
  /** How many were not used yet. */
  left!: number;
}
