// What the browser does with passkeys. The library asks it; what it answers goes to the server in the server's own words.

import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type WebAuthnError,
} from '@simplewebauthn/browser';
import i18next from 'i18next';
import { answer, client, type Schema } from '../api/client';
import { Problem } from '../api/problem';

/** Why there are no passkeys here, where there are none: browsers bind them to a name, which an address of numbers is not. */
export function whyNoPasskeys(): 'passkeyNeedsName' | 'passkeyNoBrowser' | undefined {
  if (/^[\d.]+$|^\[/.test(window.location.hostname)) return 'passkeyNeedsName';
  return browserSupportsWebAuthn() ? undefined : 'passkeyNoBrowser';
}

/** Makes one on this device, a phone or a key, and adds it to the account; answers recovery codes where there were none. */
export async function addPasskey(body: Schema['AddSecondFactorDto']): Promise<Schema['RecoveryCodesView']> {
  const { id, options } = await answer(client.POST('/api/v1/me/second-factors/passkeys', { body }));
  const { id: credentialId, response } = await orProblem(startRegistration({ optionsJSON: options }));
  return answer(
    client.POST('/api/v1/me/second-factors/passkeys/{id}/confirmation', {
      params: { path: { id } },
      body: {
        credentialId,
        clientData: response.clientDataJSON,
        attestation: response.attestationObject,
        transports: response.transports ?? [],
      },
    }),
  );
}

/** The second step of signing in. */
export async function signInWithPasskey(): Promise<Schema['MeView']> {
  const asked = await answer(client.POST('/api/v1/auth/second-factor/passkey-challenge'));
  const { id: credentialId, response } = await orProblem(startAuthentication({ optionsJSON: asked }));
  const { clientDataJSON: clientData, authenticatorData, signature } = response;
  const body = { credentialId, clientData, authenticatorData, signature };
  return answer(client.POST('/api/v1/auth/second-factor/passkey', { body }));
}

/** Browsers tell neither who cancelled from who was too late, nor what there is on a device. */
async function orProblem<Answered>(asked: Promise<Answered>): Promise<Answered> {
  try {
    return await asked;
  } catch (error) {
    const isThere = (error as WebAuthnError).code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    const [title, detail] = isThere
      ? [i18next.t('secondFactors.passkeyThere'), i18next.t('secondFactors.passkeyThereWhy')]
      : [i18next.t('secondFactors.passkeyNotGiven'), i18next.t('secondFactors.passkeyNotGivenWhy')];
    throw new Problem({ status: 400, code: 'passkey-not-given', title, detail });
  }
}
