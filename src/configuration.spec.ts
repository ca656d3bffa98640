import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfiguration, readSetup } from './configuration.js';

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
      HEED_TRUSTED_PROXIES: '127.0.0.1, 2001:db8::1',
      DATABASE_URL: 'postgres://heed@pool:6432/heed',
      DATABASE_DIRECT_URL: 'postgresql://heed@server/heed',
      LOG_LEVEL: 'debug',
      HEED_MAX_FILE_BYTES: '5000000',
      HEED_S3_ENDPOINT: 'https://s3.example.org',
      HEED_S3_BUCKET: 'heed-files',
      HEED_S3_REGION: 'eu-west-1',
      HEED_S3_ACCESS_KEY_ID: 'an-id',
      HEED_S3_SECRET_ACCESS_KEY: 'a-secret',
      HEED_REQUESTS_PER_MINUTE: '300',
      HEED_INTRANET_HOSTS: 'login.intra.example, [::1]:8443',
      METRICS_TOKEN: 'a'.repeat(32),
    };
    expect(readConfiguration(given, [])).toEqual({
      isDemonstration: false,
      host: '0.0.0.0',
      port: 8080,
      origin: 'https://heed.example.org',
      trustedProxies: ['127.0.0.1', '2001:db8::1'],
      dataFolder: folder,
      databaseUrl: given.DATABASE_URL,
      databaseDirectUrl: given.DATABASE_DIRECT_URL,
      s3: {
        endpoint: 'https://s3.example.org',
        bucket: 'heed-files',
        region: 'eu-west-1',
        accessKeyId: 'an-id',
        secretAccessKey: 'a-secret',
      },
      maxFileBytes: 5_000_000,
      requestsPerMinute: 300,
      intranetHosts: ['login.intra.example', '[::1]:8443'],
      metricsToken: given.METRICS_TOKEN,
      keyFile: join(folder, 'key'),
      masterKey: Buffer.alloc(32, 7),
      logLevel: 'debug',
    });
  });

  it('takes the one database for both where it is given once', () => {
    const url = 'postgres://heed@server/heed';
    expect(readConfiguration({ ...withKey(), DATABASE_URL: url }, []).databaseDirectUrl).toBe(url);
  });

  it('asks what people open where it stands behind a proxy', () => {
    const given = { HEED_DATA: folder, HEED_TRUSTED_PROXIES: '127.0.0.1' };
    expect(messageOf(() => readConfiguration(given, ['--demo']))).toContain('- HEED_ORIGIN: behind a proxy');
  });

  it('names every fault at once, and none of the secrets', () => {
    const given = {
      HEED_DATA: folder,
      HOST: 'heed',
      PORT: '99999',
      HEED_ORIGIN: 'heed.example.org',
      DATABASE_URL: 'mysql://heed:secret@server',
      LOG_LEVEL: 'loud',
      HEED_REQUESTS_PER_MINUTE: '59',
      HEED_INTRANET_HOSTS: 'https://login.example.org/',
      METRICS_TOKEN: 'a short secret',
    };
    const message = messageOf(() => readConfiguration(given, ['--dmeo']));
    for (const name of [
      '--dmeo',
      'HOST',
      'PORT',
      'HEED_ORIGIN',
      'DATABASE_URL',
      'LOG_LEVEL',
      'HEED_REQUESTS_PER_MINUTE',
      'HEED_INTRANET_HOSTS',
      'METRICS_TOKEN',
      'HEED_KEY_FILE',
    ]) {
      expect(message).toContain(`- ${name}: `);
    }
    expect(message).not.toContain('secret');
  });

  it.each([
    ['no key', {}, /HEED_KEY_FILE: there is no master key\. "npm run setup" makes one/],
    ['a short key', { text: 'c2hvcnQ=' }, /does not hold 32 bytes in base64/],
    ['a key with rubbish after it', { text: `${key}\nmore` }, /does not hold 32 bytes in base64/],
    ['a key that others may read', { text: key, mode: 0o644 }, /other users may read/],
  ])('refuses %s in production', (_name, { text, mode }: { text?: string; mode?: number }, reason) => {
    const given = text === undefined ? { HEED_DATA: folder } : withKey(text, mode);
    expect(messageOf(() => readConfiguration(given, []))).toMatch(reason);
  });

  it('keeps files in a folder and takes a gibibyte unless told otherwise, and names each fault of a store', () => {
    expect(readConfiguration(withKey(), [])).toMatchObject({ s3: undefined, maxFileBytes: 1024 ** 3 });
    const given = {
      ...withKey(),
      HEED_MAX_FILE_BYTES: '1e9',
      HEED_S3_ENDPOINT: 'http://s3.example.org',
      HEED_S3_BUCKET: 'Not A Bucket',
      HEED_S3_SECRET_ACCESS_KEY: 'very-secret',
    };
    const message = messageOf(() => readConfiguration(given, []));
    for (const name of ['HEED_MAX_FILE_BYTES', 'HEED_S3_ENDPOINT', 'HEED_S3_BUCKET', 'HEED_S3_ACCESS_KEY_ID'])
      expect(message).toContain(`- ${name}: `);
    expect(message).not.toContain('very-secret');
    expect(messageOf(() => readConfiguration({ ...withKey(), HEED_S3_REGION: 'eu' }, []))).toMatch(/HEED_S3_ENDPOINT/);
  });

  it('keeps the demonstration on loopback, and people who are not there on https', () => {
    expect(messageOf(() => readConfiguration({ ...withKey(), HOST: '0.0.0.0' }, ['--demo']))).toMatch(/loopback only/);
    expect(messageOf(() => readConfiguration({ ...withKey(), HOST: '10.0.0.7' }, []))).toMatch(/over https/);
    expect(readConfiguration({ ...withKey(), HOST: '::1' }, []).origin).toBe('http://[::1]:3000');
  });

  it('reads what setup is told by flags before the environment, and needs no key for it', () => {
    const given = { HEED_DATA: folder, HEED_SETUP_SLUG: 'dprk', HEED_SETUP_EMAIL: 'ada@ngo.example' };
    const { settings, wishes } = readSetup(given, ['--slug=korea', '--time-zone', 'Asia/Seoul', '--new-link']);
    expect(settings.keyFile).toBe(join(folder, 'master-key'));
    expect(wishes).toEqual({ slug: 'korea', email: 'ada@ngo.example', timeZone: 'Asia/Seoul', newLink: true });
  });

  it('names every fault of setup at once', () => {
    const message = messageOf(() => readSetup({ HEED_DATA: folder, PORT: 'x' }, ['--slgu', 'dprk']));
    expect(message).toMatch(/^- --slgu: there is no such option/m);
    expect(message).toMatch(/^- PORT: /m);
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
