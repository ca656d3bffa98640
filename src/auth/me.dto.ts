import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { NamedView, WorkspaceNameView } from '../organizations/workspace.dto.js';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.js';

export class ChangePasswordDto {
  /** The present password. */
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_PASSWORD)
  current!: string;

  /** The new one: 12 characters at least. */
  @IsString()
  @MinLength(SHORTEST_PASSWORD)
  @MaxLength(LONGEST_PASSWORD)
  new!: string;
}

/** A workspace that one is in. */
export class MyWorkspaceView extends WorkspaceNameView {
  /** Its days begin there: periods and what is overdue are counted by them. */
  timeZone!: string;
}

/** A workspace that one is a member of today. */
export class MyMembershipView {
  id!: string;
  workspace!: MyWorkspaceView;
  organization!: NamedView;
  /** @example ["editor"] */
  roles!: string[];
  /** One's own name there. */
  name!: string;
  /** The last day, or null. */
  endsOn!: string | null;
}

/** The same, as one who is signed in finds it. */
export class OpenMembershipView extends MyMembershipView {
  /** The workspace asks you for a second factor, and you have none: set one up, and it is open to you. */
  needsSecondFactor!: boolean;
}

/** What is taken, so that nothing larger is sent in vain: bytes. */
export class FilesTakenView {
  /** A file of evidence, or in the inbox. */
  @ApiProperty({ type: 'integer', format: 'int64' })
  file!: number;
  /** A document that is to be read. */
  @ApiProperty({ type: 'integer', format: 'int64' })
  document!: number;
}

/** Whoever is signed in. */
export class MeView {
  /** The person: the same for all accounts and memberships that one has. */
  id!: string;
  /** @example editor@heed.example */
  email!: string;
  /** The session, or the token, that the request came with. */
  sessionId!: string;
  /** The session was begun by an organization's provider: acts that ask for a fresh sign-in ask for the password. */
  isThroughProvider!: boolean;
  /** With a token: the one workspace and role that it is for. */
  memberships!: OpenMembershipView[];
  /** How large files may be. */
  takes!: FilesTakenView;
}

/** One's own session on some browser. */
export class SessionView {
  /** The one in use is `sessionId` of GET /me. */
  id!: string;
  /** When one signed in. */
  createdAt!: string;
  /** To the minute. */
  usedAt!: string;
  /** It ends earlier after 30 minutes without use. */
  expiresAt!: string;
}
