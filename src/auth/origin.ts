import { isIP } from 'node:net';

/** Where people reach the page; decides the cookie's name and which requests come from our own page. */
export class Origin {
  readonly isSecure: boolean;
  /** Browsers take a `__Host-` cookie only from this very host and over TLS. */
  readonly cookieName: string;

  /** Name and port, as an address bar shows them. */
  readonly host: string;

  /** What passkeys are bound to: the name without the port. Undefined where people reach an address of numbers, which has none. */
  readonly passkeyDomain: string | undefined;

  /** Scheme, name and port, as browsers say where a page comes from. */
  constructor(readonly address: string) {
    const { host, hostname } = new URL(address);
    this.host = host;
    this.passkeyDomain = isIP(hostname.replace(/[[\]]/g, '')) === 0 ? hostname : undefined;
    this.isSecure = address.startsWith('https:');
    this.cookieName = this.isSecure ? '__Host-heed_session' : 'heed_session';
  }

  /** Whether the `Origin` header of a request names us; browsers send it with every unsafe request. */
  isOwn(header: string | undefined): boolean {
    return header === this.address;
  }
}
