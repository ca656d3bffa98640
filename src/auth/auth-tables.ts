import { AccessToken } from './access-token.entity.js';
import { Account } from './account.entity.js';
import { PasskeyChallenge } from './passkey-challenge.entity.js';
import { Recovery } from './recovery.entity.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { SecondFactor } from './second-factor.entity.js';
import { RequestCount } from './request-count.entity.js';
import { SignInAttempt } from './sign-in-attempt.entity.js';
import { Session } from './session.entity.js';

/** The tables of this folder. */
export const AUTH_TABLES = [
  AccessToken,
  Account,
  PasskeyChallenge,
  Recovery,
  RecoveryCode,
  RequestCount,
  SecondFactor,
  Session,
  SignInAttempt,
];
