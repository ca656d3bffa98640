import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength } from 'class-validator';
import { MayBeLeftOut } from '../common/fields.js';

/** Bytes in base64url, as browsers give them. */
const IsBase64Url = (max: number): PropertyDecorator =>
  applyDecorators(IsString(), MaxLength(max), Matches(/^[A-Za-z0-9_-]+$/, { message: 'Bytes in base64url.' }));

export class ConfirmPasskeyDto {
  /** `id` of what the browser answered. */
  @IsBase64Url(1400)
  credentialId!: string;

  /** `response.clientDataJSON` of it. */
  @IsBase64Url(4000)
  clientData!: string;

  /** `response.attestationObject` of it. */
  @IsBase64Url(20000)
  attestation!: string;

  /**
   * `response.transports` of it: how the browser reaches the passkey, so that it asks for it in the right place.
   * @example ["internal"]
   */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @Matches(/^[a-z-]{1,20}$/, { each: true, message: 'A word such as internal, hybrid or usb.' })
  transports?: string[];
}

export class PasskeyStepDto {
  /** `id` of what the browser answered. */
  @IsBase64Url(1400)
  credentialId!: string;

  /** `response.clientDataJSON` of it. */
  @IsBase64Url(4000)
  clientData!: string;

  /** `response.authenticatorData` of it. */
  @IsBase64Url(4000)
  authenticatorData!: string;

  /** `response.signature` of it. */
  @IsBase64Url(4000)
  signature!: string;
}

/** A passkey that one has, for a browser. */
export class PasskeyNamedView {
  /** Base64url. */
  id!: string;
  type!: 'public-key';
  /** How a browser reaches it. */
  transports!: string[];
}

export class PasskeyServerView {
  /** The name of this server, without port: a passkey counts for it alone. */
  id!: string;
  name!: string;
}

export class PasskeyOwnerView {
  /** Of the account, in base64url; it says nothing of the person. */
  id!: string;
  name!: string;
  displayName!: string;
}

export class PasskeyAlgorithmView {
  /** Of COSE: -8 EdDSA, -7 ES256, -257 RS256. */
  alg!: number;
  type!: 'public-key';
}

export class PasskeyWishesView {
  residentKey!: 'preferred';
  userVerification!: 'required';
}

/** What `navigator.credentials.create` takes, as WebAuthn writes it in JSON. */
export class PasskeyCreationView {
  /** 32 random bytes in base64url; it counts once, for five minutes. */
  challenge!: string;
  rp!: PasskeyServerView;
  user!: PasskeyOwnerView;
  pubKeyCredParams!: PasskeyAlgorithmView[];
  /** Milliseconds. */
  timeout!: number;
  /** Those that one has already. */
  excludeCredentials!: PasskeyNamedView[];
  authenticatorSelection!: PasskeyWishesView;
  attestation!: 'none';
}

/** A passkey that is being added. It counts once what the browser answered was sent, within five minutes. */
export class BegunPasskeyView {
  id!: string;
  options!: PasskeyCreationView;
}

/** What `navigator.credentials.get` takes, as WebAuthn writes it in JSON. */
export class PasskeyRequestView {
  /** 32 random bytes in base64url; it counts once, for five minutes. */
  challenge!: string;
  /** The name of this server, without port. */
  rpId!: string;
  /** Milliseconds. */
  timeout!: number;
  allowCredentials!: PasskeyNamedView[];
  userVerification!: 'required';
}
