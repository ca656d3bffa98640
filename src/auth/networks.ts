import { isIPv4, isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

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
  const address = /^::ffff:([\d.]+)$/i.exec(ip)?.[1] ?? ip;
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return undefined;
  const [before = '', after] = address.split('%')[0]?.split('::') ?? [];
  const [left, right] = [before, after ?? ''].map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(Math.max(0, 8 - (left?.length ?? 0) - (right?.length ?? 0))).fill('0');
  const groups = [...(left ?? []), ...zeros, ...(right ?? [])].slice(0, 4);
  return groups.map((group) => parseInt(group, 16).toString(16)).join(':');
}
