import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsEmail, IsIn, IsUUID, MaxLength } from 'class-validator';
import { type Role, ROLES } from '../access/actor.js';
import { NamedView } from './workspace.dto.js';

export class CreateInvitationDto {
  /** @example colleague@ngo.example */
  @IsEmail()
  @MaxLength(254)
  email!: string;

  /** The organization that the member will belong to. */
  @IsUUID()
  organizationId!: string;

  /**
   * One role or more. Not verifier: that takes two administrators, once the person is a member.
   * @example ["editor"]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles!: Role[];
}

/** An offer of membership to whoever holds its link; works once, for seven days. */
export class InvitationView {
  id!: string;
  email!: string;
  organization!: NamedView;
  /** @example ["editor"] */
  roles!: string[];
  createdAt!: string;
  expiresAt!: string;
  state!: 'open' | 'accepted' | 'withdrawn' | 'lapsed';
  version!: number;
}

export class CreatedInvitationView extends InvitationView {
  /** The secret of the link. It is shown this once: hand it over by a way that you trust. */
  token!: string;
  /**
   * Where it is accepted, by POST with name and password.
   * @example /api/v1/auth/invitations/...
   */
  path!: string;
}
