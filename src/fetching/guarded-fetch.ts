import { Agent, request } from 'undici';
import { isOnLoopback } from '../address-settings.js';
import { FetchRefused } from './fetch-refused.js';
import { atMost } from './fetcher.js';
import { publicConnector, resolveHost } from './public-connector.js';

/** As libraries ask that bring no way out of their own; shaped as the platform's `fetch`. */
export interface Asked {
  method: string;
  headers: Record<string, string>;
  body?: ConstructorParameters<typeof Response>[0] | undefined;
  signal?: AbortSignal | undefined;
}

const MOST_BYTES = 1024 * 1024;
const WITHIN = 5_000;

/**
 * The way out to a server that an administrator named and that answers in a few lines: goes nowhere but the open internet and the
 * hosts that the operator named, follows nobody elsewhere, and waits for nothing long.
 */
export class GuardedFetch {
  private readonly agent: Agent;

  /** `near`: hosts of the own network, exactly as addresses write them, with their port where it is not the usual one. */
  constructor(
    private readonly near: ReadonlySet<string> = new Set(),
    resolve = resolveHost,
  ) {
    this.agent = new Agent({
      connect: publicConnector(resolve, undefined, near),
      pipelining: 0,
      headersTimeout: WITHIN,
      bodyTimeout: WITHIN,
      maxHeaderSize: 32_768,
    });
  }

  /** https at its own port; another port, or http on this very machine, where the operator named it. Throws FetchRefused. */
  check(address: string): URL {
    const url = URL.parse(address);
    if (!url || url.username || url.password || url.hash) throw new FetchRefused('address');
    const isNear = this.near.has(url.host);
    if (url.protocol === 'https:' && (url.port === '' || isNear)) return url;
    if (url.protocol === 'http:' && isNear && isOnLoopback(url.origin)) return url;
    throw new FetchRefused('address');
  }

  /** Throws FetchRefused with the reason. An answer that sends elsewhere is answered as it is. */
  readonly fetch = async (address: string, { method, headers, body, signal }: Asked): Promise<Response> => {
    const url = this.check(address);
    const within = AbortSignal.any([AbortSignal.timeout(WITHIN), ...(signal ? [signal] : [])]);
    const sent = body === undefined || body === null ? null : await new Response(body).text();
    try {
      const answer = await request(url, { dispatcher: this.agent, method, headers, body: sent, signal: within });
      const bytes = await atMost(answer.body, MOST_BYTES);
      const type = answer.headers['content-type'];
      return new Response(BODILESS.has(answer.statusCode) ? null : new Uint8Array(bytes), {
        status: answer.statusCode,
        headers: { 'content-type': [type ?? ''].flat()[0] ?? '' },
      });
    } catch (error) {
      if (error instanceof FetchRefused) throw error;
      throw new FetchRefused(within.aborted ? 'too-slow' : 'unreachable');
    }
  };

  close(): Promise<void> {
    return this.agent.destroy();
  }
}

const BODILESS = new Set([204, 205, 304]);
