/** Where people reach the page; decides the cookie's name and which requests come from our own page. */
export class Origin {
  readonly isSecure: boolean;
  /** Browsers take a `__Host-` cookie only from this very host and over TLS. */
  readonly cookieName: string;

  /** Name and port, as an address bar shows them. */
  readonly host: string;

  constructor(private readonly origin: string) {
    this.host = new URL(origin).host;
    this.isSecure = origin.startsWith('https:');
    this.cookieName = this.isSecure ? '__Host-heed_session' : 'heed_session';
  }

  /** Whether the `Origin` header of a request names us; browsers send it with every unsafe request. */
  isOwn(header: string | undefined): boolean {
    return header === this.origin;
  }
}
