import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from '@jest/globals';
import { OperatorGate } from './operator-gate.js';

const from = (remoteAddress: string | undefined, authorization?: string): FastifyRequest =>
  ({ socket: { remoteAddress }, headers: { authorization } }) as unknown as FastifyRequest;

/** True where the gate lets through, else the code of its problem. */
function answer(gate: OperatorGate, request: FastifyRequest): unknown {
  try {
    return gate.check(request);
  } catch (error) {
    return (error as { code: unknown }).code;
  }
}

describe('with a token', () => {
  const gate = new OperatorGate('Wanted token', false);

  it.each(['Bearer Wanted token', 'bearer Wanted token', 'BEARER   Wanted token  '])('lets "%s" through', (said) => {
    expect(answer(gate, from('203.0.113.9', said))).toBe(true);
  });

  it.each([
    undefined,
    '',
    'Bearer ',
    'Bearer wanted token',
    'Bearer Wanted',
    'Wanted token',
    'BearerWanted token',
    'Basic Bearer Wanted token',
    'Basic Wanted token',
  ])('refuses "%s", from this very machine too', (said) => {
    expect(answer(gate, from('127.0.0.1', said))).toBe('sign-in-required');
  });

  it('lets it through behind a proxy', () => {
    expect(answer(new OperatorGate('t', true), from('127.0.0.1', 'Bearer t'))).toBe(true);
  });
});

describe('without a token', () => {
  const gate = new OperatorGate(undefined, false);

  it.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('lets this very machine (%s) through', (address) => {
    expect(answer(gate, from(address))).toBe(true);
  });

  it.each([
    '203.0.113.9',
    '128.0.0.1',
    '10.127.0.1',
    '::2',
    '127.example.org',
    '127.0.0.1.example.org',
    '2001:db8::1',
    '::ffff:203.0.113.9',
    '2001:db8::ffff:127.0.0.1',
    '1::ffff:27.0.0.1',
    undefined,
  ])('knows of nothing at %s', (address) => {
    expect(answer(gate, from(address))).toBe('not-found');
  });

  it('knows of nothing behind a proxy, wherever it comes from', () => {
    expect(answer(new OperatorGate(undefined, true), from('127.0.0.1'))).toBe('not-found');
    expect(answer(new OperatorGate(undefined, true), from('::1', 'Bearer t'))).toBe('not-found');
  });
});
