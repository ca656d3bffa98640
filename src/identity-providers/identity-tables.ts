import { BegunSignIn } from './begun-sign-in.entity.js';
import { IdentityProvider } from './identity-provider.entity.js';
import { LinkedIdentity } from './linked-identity.entity.js';

/** The tables of this folder. */
export const IDENTITY_TABLES = [BegunSignIn, IdentityProvider, LinkedIdentity];
