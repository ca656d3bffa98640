// A stretch of the open internet for tests: names that end in `.example` lead to a server of the test, all others nowhere.

import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { Fetcher } from '../../src/fetching/fetcher.js';
import { publicConnector } from '../../src/fetching/public-connector.js';

export interface OpenInternet {
  /** What the server says to whoever asks. */
  answer: RequestListener;
  /** Goes out as Heed's own does, and gets there. */
  fetcher: Fetcher;
  close: () => Promise<void>;
}

export async function openInternet(answer: RequestListener): Promise<OpenInternet> {
  const server = createServer((request, response) => internet.answer(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fetcher = new Fetcher(
    publicConnector(resolveExample, (_options, done) => {
      const socket = connect(port, '127.0.0.1', () => done(null, socket));
    }),
  );
  const close = async (): Promise<void> => {
    await fetcher.close();
    await new Promise((resolve) => server.close(resolve));
  };
  const internet: OpenInternet = { answer, fetcher, close };
  return internet;
}

/** Whatever the app fetches is fetched there from now on. */
export const leadThere = (app: INestApplicationContext, { fetcher }: OpenInternet): void =>
  void Object.assign(app.get(Fetcher, { strict: false }), { get: fetcher.get.bind(fetcher) });

const resolveExample = (host: string): Promise<string[]> =>
  host.endsWith('.example')
    ? Promise.resolve(['93.184.216.34'])
    : Promise.reject(Object.assign(new Error(host), { code: 'ENOTFOUND' }));
