// Where Heed listens and where people reach it, as the environment says it; configuration.ts passes the environment in.
import { isIP } from 'node:net';

type Environment = Record<string, string | undefined>;

/** HOST: an address of this machine. */
export function readHost(env: Environment, isDemonstration: boolean, faults: string[]): string {
  const host = env['HOST'] || '127.0.0.1';
  if (!isIP(host) && host !== 'localhost') faults.push(`HOST: "${host}" is not an IP address.`);
  else if (isDemonstration && !isLoopback(host)) {
    faults.push(`HOST: the demonstration has known passwords and listens on loopback only, not on ${host}.`);
  }
  return host;
}

/** PORT: 3000 unless it says otherwise. */
export function readPort(env: Environment, faults: string[]): number {
  const text = env['PORT'] || '3000';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) faults.push(`PORT: "${text}" is not a port (1 to 65535).`);
  return port;
}

/** HEED_ORIGIN: without it what HOST and PORT come to, which behind a proxy nobody opens: cookies, writing and passkeys are bound to it. */
export function readOrigin(env: Environment, host: string, port: number, faults: string[]): string {
  if (!env['HEED_ORIGIN'] && env['HEED_TRUSTED_PROXIES'])
    faults.push('HEED_ORIGIN: behind a proxy it must say what people open, such as https://heed.example.org.');
  const text = env['HEED_ORIGIN'] || `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    faults.push(`HEED_ORIGIN: "${text}" is not an origin such as https://heed.example.org.`);
  } else if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    faults.push(`HEED_ORIGIN: outside loopback people reach Heed over https:// only, not at ${url.origin}.`);
  }
  return url?.origin ?? text;
}

/** HEED_TRUSTED_PROXIES: exact addresses, since whoever is trusted can name any address as their visitor's. */
export function readTrustedProxies(env: Environment, faults: string[]): string[] {
  const addresses = (env['HEED_TRUSTED_PROXIES'] ?? '').split(',').map((address) => address.trim());
  const named = addresses.filter((address) => address !== '');
  for (const address of named.filter((one) => !isIP(one)))
    faults.push(`HEED_TRUSTED_PROXIES: "${address}" is not an address such as 127.0.0.1.`);
  return named;
}

/** HEED_INTRANET_HOSTS: exact names, with the port where it is not the usual one, since they open the own network to what administrators write. */
export function readIntranetHosts(env: Environment, faults: string[]): string[] {
  const hosts = (env['HEED_INTRANET_HOSTS'] ?? '').split(',').map((host) => host.trim());
  const named = hosts.filter((host) => host !== '');
  for (const host of named.filter((one) => URL.parse(`https://${one}`)?.host !== one))
    faults.push(`HEED_INTRANET_HOSTS: "${host}" is not a host such as login.example.org or login.example.org:8443.`);
  return named;
}

/** HEED_REQUESTS_PER_MINUTE: 1200 unless it says otherwise. */
export function readRequestsPerMinute(env: Environment, faults: string[]): number {
  const text = env['HEED_REQUESTS_PER_MINUTE'] || String(REQUESTS_PER_MINUTE);
  const most = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (most < 60 || most > 1_000_000)
    faults.push(`HEED_REQUESTS_PER_MINUTE: "${text}" is not a number from 60 to 1000000.`);
  return most;
}

/** A page asks three times for a view; twenty a second is more than anybody reads, and enough for a program. */
export const REQUESTS_PER_MINUTE = 1_200;

/** Whether people reach Heed at this very machine, without a proxy before it. */
export const isOnLoopback = (origin: string): boolean => isLoopback(new URL(origin).hostname);

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
}
