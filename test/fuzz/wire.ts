import { Agent, request as send, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isOfEvents, textOf } from '../support/event-streams.js';

export interface Sent {
  method: string;
  /** As it stands in the request line: with query, encoded. */
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer | undefined;
}
export interface Got {
  status: number;
  headers: Record<string, string | undefined>;
  text: string;
}

/** More than this goes in by injection: a server that refuses a body at its head cuts the connection on who still writes. */
const BIG = 200_000;

/** Wrong links and passwords are slowed down by where they come from; so many, that none of them is ever full. */
const ADDRESSES = 64;

/** Speaks HTTP to the running server, over connections that stay open, from many addresses of this machine. */
export class Wire {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 40 });
  private sent = 0;

  constructor(private readonly app: NestFastifyApplication) {}

  static async listen(app: NestFastifyApplication): Promise<Wire> {
    await app.listen(0, '127.0.0.1');
    return new Wire(app);
  }

  close(): void {
    this.agent.destroy();
  }

  send(sent: Sent): Promise<Got> {
    return Buffer.byteLength(sent.body ?? '') > BIG ? this.inject(sent) : this.request(sent);
  }

  /** A server may close a connection that lies open: then nothing was begun, and as every client does we ask once more. */
  private async request(sent: Sent, isSecondTry = false): Promise<Got> {
    const { port } = this.app.getHttpServer().address() as AddressInfo;
    const { method, path, body } = sent;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const headers = { ...sent.headers, ...length };
    const agent = isSecondTry ? false : this.agent;
    const localAddress = `127.0.0.${String((this.sent++ % ADDRESSES) + 1)}`;
    const call = send({ agent, host: '127.0.0.1', port, method, path, headers, localAddress });
    call.end(body);
    const answer = await new Promise<IncomingMessage | Error>((resolve) =>
      call.on('response', resolve).on('error', resolve),
    );
    if (!('statusCode' in answer)) {
      if (call.reusedSocket && !isSecondTry) return this.request(sent, true);
      throw new Error(`${(answer as Error).message}: ${method} ${path} ${JSON.stringify(headers)}`);
    }
    const pieces: Buffer[] = [];
    if (isOfEvents(answer.headers['content-type'])) call.destroy();
    else for await (const piece of answer) pieces.push(piece as Buffer);
    return {
      status: answer.statusCode ?? 0,
      headers: answer.headers as Got['headers'],
      text: Buffer.concat(pieces).toString(),
    };
  }

  private async inject({ method, path, headers, body }: Sent): Promise<Got> {
    const answer = await this.app.inject({
      method: method as 'POST',
      url: path,
      headers,
      ...(body === undefined ? {} : { payload: body }),
      payloadAsStream: true,
    });
    const text = await textOf(answer);
    return { status: answer.statusCode, headers: answer.headers as Got['headers'], text };
  }
}
