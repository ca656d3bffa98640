/** Why nothing was fetched, as the record keeps it. */
export const REFUSALS = [
  /** Not http or https at its own port, or with a name and password in it. */
  'address',
  /** The name leads to no address of the open internet: perhaps to this machine or the network it stands in. */
  'not-public',
  /** The name leads nowhere. */
  'unknown-host',
  /** It answered with no page, picture or document. */
  'type',
  'too-large',
  'too-slow',
  'too-many-redirects',
  /** The connection failed, or what came is no HTTP. */
  'unreachable',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export class FetchRefused extends Error {
  override readonly name = 'FetchRefused';

  constructor(readonly reason: Refusal) {
    super(`Not fetched: ${reason}.`);
  }
}
