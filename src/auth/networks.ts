import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/** Where requests come from, as coarse as who can change it at will: an address of IPv4, the first half of one of IPv6. */
export class Networks {
  /** `isHidden`: a proxy stands before Heed and isn't trusted, so everybody seems to come from this machine. */
  constructor(private readonly isHidden: boolean) {}

  /** Undefined where that can't be known. */
  of({ ip }: Pick<FastifyRequest, 'ip'>): string | undefined {
    const network = networkOf(ip);
    return network === undefined || (this.isHidden && isThisMachine(network)) ? undefined : network;
  }
}

const isThisMachine = (network: string): boolean => network.startsWith('127.') || network === '0:0:0:0';

export function networkOf(ip: string): string | undefined {
  // The library also reads "10.1" and "0x7f.1", as some systems do.
  if (isIP(ip) === 0) return undefined;
  const address = ipaddr.process(ip); // An address of IPv4 that is written as one of IPv6 is one of IPv4.
  if (address instanceof ipaddr.IPv4) return address.toString();
  return address.parts
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}
