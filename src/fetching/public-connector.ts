import { promises as dns } from 'node:dns';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { FetchRefused } from './fetch-refused.js';
import { isPublicAddress } from './public-address.js';

/** All addresses of a host's name. */
export type Resolve = (host: string) => Promise<string[]>;

export const CONNECT_WITHIN = 10_000;

/** What the machine would use itself, its hosts file included: whatever leads back into its own network is to be seen. */
export const resolveHost: Resolve = async (host) =>
  (await dns.lookup(host, { all: true })).map(({ address }) => address);

/**
 * Connects to the address that was looked at: a name is resolved once, and a second answer of a hostile server of names is never asked for.
 * A name of which any address is not public is refused as a whole, unless the operator named that very host and port as near.
 */
export function publicConnector(
  resolve: Resolve,
  connect = buildConnector({ timeout: CONNECT_WITHIN, allowH2: false }),
  near: ReadonlySet<string> = new Set(),
): buildConnector.connector {
  return (options, done) => {
    const isAllowed = near.has(hostOf(options)) ? () => true : isPublicAddress;
    addressOf(bare(options.hostname), resolve, isAllowed).then(
      (address) => connect({ ...options, hostname: address, servername: nameOf(options.hostname) }, done),
      (error: unknown) => done(error instanceof Error ? error : new FetchRefused('unreachable'), null),
    );
  };
}

/** As an address writes it: with the port where it is not the usual one. */
const hostOf = ({ hostname, port }: buildConnector.Options): string => (port ? `${hostname}:${port}` : hostname);

async function addressOf(host: string, resolve: Resolve, isAllowed: (address: string) => boolean): Promise<string> {
  const addresses = isIP(host) ? [host] : await resolve(host).catch(nowhere);
  const [first] = addresses;
  if (first === undefined) throw new FetchRefused('unknown-host');
  if (!addresses.every(isAllowed)) throw new FetchRefused('not-public');
  return first;
}

/** That there is no such name is something else than that nobody answers who would know it. */
function nowhere(error: unknown): never {
  throw new FetchRefused((error as { code?: string }).code === 'ENOTFOUND' ? 'unknown-host' : 'unreachable');
}

/** What the certificate has to be for; addresses have none to name. */
const nameOf = (hostname: string): string | undefined => (isIP(bare(hostname)) ? undefined : hostname);

const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');
