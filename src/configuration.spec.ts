import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfiguration } from './configuration.js';

const key = Buffer.alloc(32, 7).toString('base64');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heed-configuration-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function withKey(text = key, mode = 0o600): Record<string, string> {
  const file = join(folder, 'key');
  writeFileSync(file, text, { mode });
  return { HEED_DATA: folder, HEED_KEY_FILE: file };
}

describe('configuration', () => {
  it('needs nothing for the demonstration, for which it makes a key that only its owner reads', () => {
    const first = readConfiguration({ HEED_DATA: folder }, ['--demo']);
    expect(first).toMatchObject({
      isDemonstration: true,
      host: '127.0.0.1',
      port: 3000,
      origin: 'http://127.0.0.1:3000',
      dataFolder: folder,
      databaseUrl: undefined,
      logLevel: 'warn',
    });
    expect(statSync(join(folder, 'master-key')).mode & 0o777).toBe(0o600);
    expect(readConfiguration({ HEED_DATA: folder }, ['--demo']).masterKey).toEqual(first.masterKey);
  });

  it('reads every setting', () => {
    const given = {
      ...withKey(),
      HOST: '0.0.0.0',
      PORT: '8080',
      HEED_ORIGIN: 'https://heed.example.org/',
      DATABASE_URL: 'postgres://heed@pool:6432/heed',
      DATABASE_DIRECT_URL: 'postgresql://heed@server/heed',
      LOG_LEVEL: 'debug',
    };
    expect(readConfiguration(given, [])).toEqual({
      isDemonstration: false,
      host: '0.0.0.0',
      port: 8080,
      origin: 'https://heed.example.org',
      dataFolder: folder,
      databaseUrl: given.DATABASE_URL,
      databaseDirectUrl: given.DATABASE_DIRECT_URL,
      masterKey: Buffer.alloc(32, 7),
      logLevel: 'debug',
    });
  });

  it('takes the one database for both where it is given once', () => {
    const url = 'postgres://heed@server/heed';
    expect(readConfiguration({ ...withKey(), DATABASE_URL: url }, []).databaseDirectUrl).toBe(url);
  });

  it('names every fault at once, and none of the secrets', () => {
    const given = {
      HEED_DATA: folder,
      HOST: 'heed',
      PORT: '99999',
      HEED_ORIGIN: 'heed.example.org',
      DATABASE_URL: 'mysql://heed:secret@server',
      LOG_LEVEL: 'loud',
    };
    const message = messageOf(() => readConfiguration(given, ['--dmeo']));
    for (const name of ['--dmeo', 'HOST', 'PORT', 'HEED_ORIGIN', 'DATABASE_URL', 'LOG_LEVEL', 'HEED_KEY_FILE']) {
      expect(message).toContain(`- ${name}: `);
    }
    expect(message).not.toContain('secret');
  });

  it.each([
    ['no key', {}, /HEED_KEY_FILE: there is no master key\. Make one/],
    ['a short key', { text: 'c2hvcnQ=' }, /does not hold 32 bytes in base64/],
    ['a key with rubbish after it', { text: `${key}\nmore` }, /does not hold 32 bytes in base64/],
    ['a key that others may read', { text: key, mode: 0o644 }, /other users may read/],
  ])('refuses %s in production', (_name, { text, mode }: { text?: string; mode?: number }, reason) => {
    const given = text === undefined ? { HEED_DATA: folder } : withKey(text, mode);
    expect(messageOf(() => readConfiguration(given, []))).toMatch(reason);
  });

  it('keeps the demonstration on loopback, and people who are not there on https', () => {
    expect(messageOf(() => readConfiguration({ ...withKey(), HOST: '0.0.0.0' }, ['--demo']))).toMatch(/loopback only/);
    expect(messageOf(() => readConfiguration({ ...withKey(), HOST: '10.0.0.7' }, []))).toMatch(/over https/);
    expect(readConfiguration({ ...withKey(), HOST: '::1' }, []).origin).toBe('http://[::1]:3000');
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('There was nothing wrong.');
}
