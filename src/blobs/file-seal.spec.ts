import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { BrokenSeal, opening, PIECE_BYTES, sealing } from './file-seal.js';
import { KeyMissing, KeyRing } from './key-ring.js';

const KEY = Buffer.alloc(32, 7);
const through = async (bytes: Buffer, by: ReturnType<typeof sealing>, chunk = 10_000): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunk) chunks.push(bytes.subarray(at, at + chunk));
  const source = Readable.from(chunks, { objectMode: false });
  source.once('error', (error) => by.destroy(error));
  return Buffer.concat((await source.pipe(by).toArray()) as Buffer[]);
};
const seal = (bytes: Buffer, key = KEY, bound = 'here') => through(bytes, sealing(key, bound));
const open = (sealed: Buffer, key = KEY, bound = 'here') => through(sealed, opening(key, bound), 7_777);

describe('a sealed file', () => {
  it.each([0, 1, 15, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES, 1_000_000])(
    'of %i bytes opens to the very same bytes',
    async (size) => {
      const clear = randomBytes(size);
      const sealed = await seal(clear);
      expect((await open(sealed)).equals(clear)).toBe(true);
      expect(sealed.length).toBe(16 + size + 16 * Math.max(1, Math.ceil(size / PIECE_BYTES)));
    },
  );

  it('shows nothing of what it holds, and is never the same twice', async () => {
    const clear = Buffer.from('kanarienvogel '.repeat(10_000));
    const [one, other] = [await seal(clear), await seal(clear)];
    expect([one.includes('kanarienvogel'), one.equals(other)]).toEqual([false, false]);
  });

  it('does not open with another key or for another file', async () => {
    const sealed = await seal(Buffer.from('x'));
    await expect(open(sealed, Buffer.alloc(32, 8))).rejects.toThrow(BrokenSeal);
    await expect(open(sealed, KEY, 'elsewhere')).rejects.toThrow(BrokenSeal);
  });

  const SIZE = 2 * PIECE_BYTES + 100;
  const piece = PIECE_BYTES + 16;
  const at = (n: number): number => 16 + n * piece;
  const FORGED: [string, (sealed: Buffer) => Buffer][] = [
    ['with one bit changed in the head', (s) => flipped(s, 3)],
    ['with one bit changed in the prefix', (s) => flipped(s, 12)],
    ['with one bit changed in the first piece', (s) => flipped(s, 500)],
    ['with one bit changed in the last tag', (s) => flipped(s, s.length - 1)],
    ['cut off after a whole piece', (s) => s.subarray(0, at(2))],
    ['cut off within a piece', (s) => s.subarray(0, at(1) + 50)],
    ['cut off within the head', (s) => s.subarray(0, 10)],
    ['without its first piece', (s) => Buffer.concat([s.subarray(0, 16), s.subarray(at(1))])],
    [
      'with two pieces changed about',
      (s) => Buffer.concat([s.subarray(0, 16), s.subarray(at(1), at(2)), s.subarray(16, at(1)), s.subarray(at(2))]),
    ],
    ['with a piece twice', (s) => Buffer.concat([s.subarray(0, at(1)), s.subarray(16, at(1)), s.subarray(at(1))])],
    ['with something behind it', (s) => Buffer.concat([s, Buffer.from('x')])],
    ['with nothing left', () => Buffer.alloc(0)],
  ];
  it.each(FORGED)('is refused %s', async (_, forge) => {
    const sealed = await seal(randomBytes(SIZE));
    await expect(open(forge(Buffer.from(sealed)))).rejects.toThrow(BrokenSeal);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  bytes[at]! ^= 1;
  return bytes;
}

describe('a ring of keys', () => {
  const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const ring = (...keys: Buffer[]) => new KeyRing(() => keys);

  it('wraps with its last key and opens with any, for what it was wrapped for', () => {
    const wrapped = ring(first).wrap(KEY, 'one');
    expect(ring(first, second).unwrap(wrapped, 'one')).toEqual(KEY);
    expect(ring(first, second).wrap(KEY, 'one').keyId).toBe(ring(second).currentId());
    expect(() => ring(first).unwrap(wrapped, 'other')).toThrow(BrokenSeal);
  });

  it('says that a key is missing, and that a wrong one under its name is wrong', () => {
    const wrapped = ring(second).wrap(KEY, 'one');
    expect(() => ring(first).unwrap(wrapped, 'one')).toThrow(KeyMissing);
    expect(() => ring(first).unwrap({ ...wrapped, keyId: ring(first).currentId() }, 'one')).toThrow(BrokenSeal);
    expect(() => ring().wrap(KEY, 'one')).toThrow(KeyMissing);
  });
});
