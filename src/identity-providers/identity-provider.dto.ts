import { IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { NamedView, WorkspaceNameView } from '../organizations/workspace.dto.js';

const LONGEST_SECRET = 500;
const LONGEST_ADDRESS = 500;
const LONGEST_ANSWER = 8_000;

export class CreateIdentityProviderDto {
  /** The organization whose members sign in with it; one provider for each. */
  @IsUUID()
  organizationId!: string;

  /**
   * The provider's address (its issuer), with https.
   * @example https://login.example.org/realms/staff
   */
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_ADDRESS)
  issuer!: string;

  /**
   * How the provider calls Heed.
   * @example heed
   */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  clientId!: string;

  /** What Heed proves itself to the provider with. Kept sealed, and never answered again. */
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_SECRET)
  clientSecret!: string;
}

/** What people linked hangs on issuer and client, so the secret alone can be replaced. */
export class UpdateIdentityProviderDto {
  /** The new one, when the old one ends. */
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_SECRET)
  clientSecret!: string;
}

/** Where the members of an organization sign in. */
export class IdentityProviderView {
  id!: string;
  organization!: NamedView;
  issuer!: string;
  clientId!: string;
  /**
   * The end of the address at which its people sign in: /sign-in/ and this.
   * @example k7mq-2xwp-hd9r
   */
  code!: string;
  version!: number;
}

export class BeginProviderSignInDto {
  /**
   * Of the address that one's organization gave out.
   * @example k7mq-2xwp-hd9r
   */
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  code!: string;
}

export class ProviderAnswerDto {
  /**
   * What stands behind "?" in the address that the provider sent the browser back to, as it is.
   * @example code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj&iss=https%3A%2F%2Flogin.example.org
   */
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_ANSWER)
  answer!: string;
}

/** Where the browser is to go. */
export class ProviderAddressView {
  /** At the provider; it sends the browser back to /sign-in/return here, within ten minutes. */
  address!: string;
}

/** That one's account is linked with what a provider knows one as. */
export class LinkedIdentityView {
  id!: string;
  /** When one linked it. */
  createdAt!: string;
  /** When one last signed in with it, or null. */
  usedAt!: string | null;
}

/** A provider of an organization that one is a member for. */
export class OwnIdentityProviderView {
  id!: string;
  organization!: NamedView;
  workspace!: WorkspaceNameView;
  /** Who runs what is there can sign in as whoever linked it, to this workspace alone. */
  issuer!: string;
  /** Null where one has not linked it. */
  identity!: LinkedIdentityView | null;
}

/** The providers that one may sign in with, or could. */
export class OwnIdentityProvidersView {
  items!: OwnIdentityProviderView[];
}
