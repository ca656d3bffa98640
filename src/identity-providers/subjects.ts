import { Injectable } from '@nestjs/common';
import { AuthKeys } from '../auth/auth-keys.js';
import type { Provider } from './provider-exchange.js';

/** What is kept of whom a provider means: nothing that could be read, and nothing that another provider's word could fit. */
@Injectable()
export class Subjects {
  constructor(private readonly keys: AuthKeys) {}

  markOf({ id, issuer }: Provider, subject: string): Buffer {
    return this.keys.mark('identities', id, issuer, subject);
  }
}
