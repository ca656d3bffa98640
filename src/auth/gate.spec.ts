import { describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { Gate } from './gate.js';

/** Work that ends when it is told to. */
function work() {
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const state = { begun: false };
  return { state, end: () => end(), run: () => ((state.begun = true), ended) };
}

describe('a gate of two with one place in line', () => {
  it('lets two in, one wait, and sends further ones away until somebody leaves', async () => {
    const gate = new Gate(2, 1);
    const [a, b, c] = [work(), work(), work()];
    const passing = [a, b, c].map(({ run }) => gate.through(run));
    await setImmediate();
    expect([a, b, c].map(({ state }) => state.begun)).toEqual([true, true, false]);
    await expect(gate.through(() => Promise.resolve())).rejects.toMatchObject({ status: 503 });
    a.end();
    await setImmediate();
    expect(c.state.begun).toBe(true);
    b.end();
    c.end();
    await Promise.all(passing);
    await expect(gate.through(() => Promise.resolve('in'))).resolves.toBe('in');
  });

  it('opens again after a failure', async () => {
    const gate = new Gate(1, 0);
    await expect(gate.through(() => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
    await expect(gate.through(() => Promise.resolve(1))).resolves.toBe(1);
  });
});
