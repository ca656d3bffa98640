import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { problems } from '../common/problem.js';

/**
 * Lets the operator through, who is no member of anything. With a token (METRICS_TOKEN) whoever sends it, and nobody
 * else. Without one only this very machine, and only while people reach Heed at it too: once a proxy stands before it,
 * the whole world would come from loopback.
 */
@Injectable()
export class OperatorGate {
  private readonly wanted: Buffer | undefined;

  constructor(
    token: string | undefined,
    private readonly isBehindProxy: boolean,
  ) {
    this.wanted = token === undefined ? undefined : digestOf(token);
  }

  /** 401 without the token or with another one; 404 where there is none and the request comes from elsewhere. */
  check(request: FastifyRequest): true {
    if (this.wanted) this.checkToken(this.wanted, request.headers.authorization ?? '');
    else if (this.isBehindProxy || !isLoopback(request.socket.remoteAddress ?? '')) throw problems.notFound();
    return true;
  }

  /** Digests are equally long, whatever was sent, and are compared in the same time wherever they differ. */
  private checkToken(wanted: Buffer, authorization: string): void {
    const given = /^bearer +(.*)$/i.exec(authorization)?.[1]?.trim() ?? '';
    if (!timingSafeEqual(wanted, digestOf(given))) throw problems.signInRequired();
  }
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}
