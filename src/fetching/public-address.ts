import ipaddr from 'ipaddr.js';

/** IPv6 addresses that anybody was given lie here (IANA, IPv6 Global Unicast Address Assignments). */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is of the open internet. False for every special range, and for every address that carries another one
 * in itself (mapped, translated, tunnelled): where it leads is not ours to work out.
 */
export function isPublicAddress(text: string): boolean {
  if (text.includes('%') || !ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(GIVEN_OUT);
}
