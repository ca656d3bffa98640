// The only way out to an address that somebody wrote: whatever it is made to look like, it never ends inside our own network.

import { type AddressInfo, connect as connectTo } from 'node:net';
import { createServer, type RequestListener } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Fetcher, type Wanted } from '../../src/fetching/fetcher.js';
import { publicConnector } from '../../src/fetching/public-connector.js';

const PUBLIC = '93.184.216.34';

let answer: RequestListener;
const server = createServer((request, response) => answer(request, response));
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

/** Which names lead where, what was asked of them, and which addresses a connection was opened to. */
let names: Record<string, string[][]>;
let asked: string[];
let reached: string[];
beforeEach(() => {
  names = {};
  asked = [];
  reached = [];
  answer = (_request, response) => response.setHeader('content-type', 'text/html').end('<p>Here');
});

/** Every connection goes to the server of this test, and the address it was meant for is kept. */
const fetcher = new Fetcher(
  publicConnector(
    (host) => {
      asked.push(host);
      const answers = names[host] ?? (host.endsWith('.example') ? [[PUBLIC]] : [['127.0.0.1']]);
      return Promise.resolve((answers.length > 1 ? answers.shift() : answers[0]) ?? []);
    },
    ({ hostname }, done) => {
      reached.push(hostname);
      const socket = connectTo((server.address() as AddressInfo).port, '127.0.0.1');
      socket.once('connect', () => done(null, socket)).once('error', (error) => done(error, null));
    },
  ),
);
afterAll(() => fetcher.close());

const get = (url: string, wanted: Partial<Wanted> = {}): ReturnType<Fetcher['get']> =>
  fetcher.get(url, { types: ['text/html'], maxBytes: 10_000, signal: AbortSignal.timeout(20_000), ...wanted });

const reasonOf = (url: string, wanted?: Partial<Wanted>): Promise<unknown> =>
  get(url, wanted).then(
    () => 'fetched',
    (error: unknown) => (error as { reason?: string }).reason ?? error,
  );

/** Ways to write this machine and the networks behind it. */
const INSIDE = [
  ...[
    'http://127.0.0.1/',
    'http://127.1/',
    'http://127.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
  ],
  ...['http://017700000001/', 'http://0177.0.0.1/', 'http://0/', 'http://0.0.0.0/', 'http://127.255.255.254/'],
  ...[
    'http://[::1]/',
    'http://[::]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
  ],
  ...[
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
  ],
  ...[
    'http://localhost/',
    'http://LOCALHOST./',
    'http://localhost.localdomain/',
    'http://127.0.0.1.nip.io/',
    'http://１２７.０.０.１/',
  ],
  ...[
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://%31%32%37.0.0.1/',
    'http://169.254.169.254/',
    'http://10.0.0.1/',
  ],
  ...['http://192.168.1.1/', 'https://127.0.0.1/', 'http://metadata.google.internal/', 'http://172.16.0.1/'],
];

it('is given 33 spellings or more', () => expect(new Set(INSIDE).size).toBeGreaterThanOrEqual(33));

it.each(INSIDE)('%s is not reached', async (url) => {
  expect([await reasonOf(url), reached]).toEqual(['not-public', []]);
});

it.each(INSIDE)('%s is not reached by being sent there', async (url) => {
  // Written by hand: Node's own server would not send every one of them.
  answer = ({ socket }) => socket.end(`HTTP/1.1 302 Found\r\nlocation: ${url}\r\ncontent-length: 0\r\n\r\n`);
  expect([await reasonOf('http://page.example/'), reached]).toEqual(['not-public', [PUBLIC]]);
});

it('connects to the address that was looked at, and asks no second time', async () => {
  names['turns.example'] = [[PUBLIC], ['127.0.0.1']];
  await expect(get('http://turns.example/')).resolves.toMatchObject([{ status: 200 }]);
  expect([asked, reached]).toEqual([['turns.example'], [PUBLIC]]);
  expect([await reasonOf('http://turns.example/again'), reached]).toEqual(['not-public', [PUBLIC]]);
});

it.each([[['127.0.0.1', PUBLIC]], [[PUBLIC, '::1']]])(
  'refuses a name of which one address is inside: %j',
  async (all) => {
    names['both.example'] = [all];
    expect([await reasonOf('http://both.example/'), reached]).toEqual(['not-public', []]);
  },
);

it.each([
  ...[
    'ftp://page.example/',
    'file:///etc/passwd',
    'gopher://page.example/',
    'data:text/html,x',
    'javascript:1',
    'nothing',
  ],
  ...[
    'http://page.example:8080/',
    'https://page.example:22/',
    'http://name@page.example/',
    'http://name:word@page.example/',
  ],
])('does not even look at %s', async (url) => {
  expect([await reasonOf(url), asked, reached]).toEqual(['address', [], []]);
});

it('says that a name leads nowhere', async () => {
  names['gone.example'] = [[]];
  expect(await reasonOf('http://gone.example/')).toBe('unknown-host');
});

it('gives every answer on the way, and tells no more of itself than it must', async () => {
  const heads: unknown[] = [];
  answer = ({ url, headers }, response) => {
    heads.push(headers);
    response.setHeader('set-cookie', 'who=you');
    if (url === '/old') response.writeHead(301, { location: '/new#part' }).end('Moved');
    else response.writeHead(404, { 'content-type': 'Text/HTML; charset=utf-8' }).end('<p>Gone');
  };
  const answers = await get('http://page.example/old#top');
  expect(answers.map(({ url, status, body }) => [url, status, body.toString()])).toEqual([
    ['http://page.example/old', 301, ''],
    ['http://page.example/new', 404, '<p>Gone'],
  ]);
  const expected = { host: 'page.example', connection: 'close', accept: '*/*', 'accept-encoding': 'identity' };
  const agent = 'Mozilla/5.0 (compatible; archive copy)';
  expect(heads).toEqual([expected, expected].map((head) => ({ ...head, 'user-agent': agent })));
});

it('ends with what sends it round', async () => {
  answer = ({ url }, response) => response.writeHead(302, { location: `${url ?? ''}x` }).end();
  expect(await reasonOf('http://round.example/')).toBe('too-many-redirects');
});

it('takes no program, and nothing larger than it wants', async () => {
  answer = (_request, response) => response.setHeader('content-type', 'application/x-msdownload').end('MZ');
  expect(await reasonOf('http://page.example/')).toBe('type');
  answer = (_request, response) => {
    response.setHeader('content-type', 'text/html');
    const more = (): unknown => response.destroyed || response.write('x'.repeat(4_000), more);
    more();
  };
  expect(await reasonOf('http://endless.example/')).toBe('too-large');
});

it('waits no longer than it may, for the head and for the rest', async () => {
  answer = () => undefined;
  expect(await reasonOf('http://silent.example/', { signal: AbortSignal.timeout(200) })).toBe('too-slow');
  answer = (_request, response) => response.setHeader('content-type', 'text/html').write('<p>');
  expect(await reasonOf('http://slow.example/', { signal: AbortSignal.timeout(200) })).toBe('too-slow');
});

it('says so where what answers is no server of pages', async () => {
  answer = ({ socket }) => socket.end('220 mail.example ESMTP\r\n');
  expect(await reasonOf('http://mail.example/')).toBe('unreachable');
});
