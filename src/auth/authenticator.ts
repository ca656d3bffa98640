// Codes that an app makes anew every thirty seconds (TOTP, RFC 6238): six digits, SHA-1, as all apps know them.

import { generateSecret, generateURI, verifySync } from 'otplib';

/** 160 random bits in base32, as it is typed into an app. */
export const newAuthenticatorSecret = (): string => generateSecret();

/** What an app reads from a square that it is shown. `host` tells several servers apart. */
export const authenticatorUri = (host: string, email: string, secret: string): string =>
  generateURI({ issuer: `Heed ${host}`, label: email, secret });

/** Clocks differ: the code before and the code after count too. */
const TOLERANCE_SECONDS = 30;

/** The thirty seconds, counted since 1970, that a code is of; undefined where it is of none that counts now. */
export function stepOf(secret: string, code: string): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const found = verifySync({ secret, token: code, epochTolerance: TOLERANCE_SECONDS });
  return found.valid && 'timeStep' in found ? found.timeStep : undefined;
}
