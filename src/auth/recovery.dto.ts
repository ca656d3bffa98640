import { IsString, MaxLength, MinLength } from 'class-validator';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.js';

export class UseRecoveryDto {
  /** The new password: 12 characters at least. */
  @IsString()
  @MinLength(SHORTEST_PASSWORD)
  @MaxLength(LONGEST_PASSWORD)
  password!: string;
}

/** What a recovery ended, so that whoever had the account before is out. */
export class RecoveredView {
  /** How many sessions it ended. */
  endedSessions!: number;
  /** How many tokens of programs it ended: make new ones. */
  endedTokens!: number;
  /** How many second factors it took away: set up new ones. */
  endedSecondFactors!: number;
}

/** A link to recover one's own account that the operator made on the server. */
export class RecoveryView {
  id!: string;
  createdAt!: string;
  expiresAt!: string;
  /** When a new password was set with it, or null. */
  usedAt!: string | null;
  state!: 'open' | 'used' | 'ended' | 'lapsed';
}
