import { Agent, type Dispatcher, request } from 'undici';
import { FetchRefused } from './fetch-refused.js';
import { CONNECT_WITHIN, publicConnector, resolveHost } from './public-connector.js';

/** One answer, as it came: an answer that sends elsewhere has its own. */
export interface Answer {
  url: string;
  status: number;
  headers: [name: string, value: string][];
  /** As it came over the line; empty for one that sends elsewhere. */
  body: Buffer;
  at: Date;
}

export interface Wanted {
  /** Media types that are taken, such as `text/html` or `image/*`; of others only the head is read. */
  types: readonly string[];
  maxBytes: number;
  signal: AbortSignal;
}

const MOST_REDIRECTS = 5;
/** Says what it is to those who ask their logs, and neither who asks nor what with. */
const HEADERS = {
  'user-agent': 'Mozilla/5.0 (compatible; archive copy)',
  accept: '*/*',
  'accept-encoding': 'identity',
};

/** The only way out of Heed to an address that somebody wrote. Keeps no cookies, tells no referrer, runs nothing. */
export class Fetcher {
  private readonly agent: Agent;

  constructor(connect = publicConnector(resolveHost)) {
    this.agent = new Agent({
      connect,
      pipelining: 0,
      headersTimeout: CONNECT_WITHIN,
      bodyTimeout: CONNECT_WITHIN,
      maxHeaderSize: 32_768,
    });
  }

  /** All answers from the first to the last one, whatever their status. Throws FetchRefused with the reason. */
  async get(address: string, wanted: Wanted): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (let next: string | undefined = address; next !== undefined;) {
      if (answers.length > MOST_REDIRECTS) throw new FetchRefused('too-many-redirects');
      const answer: Answer = await this.once(checkAddress(next), wanted).catch(asRefusal(wanted));
      answers.push(answer);
      next = whereTo(answer);
    }
    return answers;
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async once(url: string, { types, maxBytes, signal }: Wanted): Promise<Answer> {
    const at = new Date();
    const { statusCode, headers, body } = await request(url, { dispatcher: this.agent, headers: HEADERS, signal });
    const answer = { url, status: statusCode, headers: listOf(headers), body: Buffer.alloc(0), at };
    if (whereTo(answer) !== undefined || !isWanted(answer, types)) {
      body.once('error', () => undefined).destroy();
      if (statusCode < 300) throw new FetchRefused('type');
      return answer;
    }
    return { ...answer, body: await atMost(body, maxBytes) };
  }
}

/** Web pages at their own ports; whoever runs something else on another one may mind. */
export function checkAddress(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.port || url.username || url.password)
    throw new FetchRefused('address');
  url.hash = '';
  return url.href;
}

export const typeOf = ({ headers }: Pick<Answer, 'headers'>): string =>
  (headers.find(([name]) => name === 'content-type')?.[1] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const isWanted = (answer: Answer, types: readonly string[]): boolean =>
  types.some(
    (type) => typeOf(answer) === type || (type.endsWith('/*') && typeOf(answer).startsWith(type.slice(0, -1))),
  );

function whereTo({ url, status, headers }: Answer): string | undefined {
  const location = headers.find(([name]) => name === 'location')?.[1];
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  // Headers come as bytes; of those who write more than ASCII into this one, browsers and servers mean UTF-8.
  const text = Buffer.from(location, 'latin1').toString();
  return URL.parse(text, url)?.href ?? text;
}

function listOf(headers: Dispatcher.ResponseData['headers']): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
}

/** All that comes, unless it is more: then it throws FetchRefused. */
export async function atMost(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new FetchRefused('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const SLOW = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

const asRefusal =
  ({ signal }: Wanted) =>
  (error: unknown): never => {
    if (error instanceof FetchRefused) throw error;
    const isSlow = signal.aborted || SLOW.has((error as { code?: string }).code ?? '');
    throw new FetchRefused(isSlow ? 'too-slow' : 'unreachable');
  };
