// The only reader of process.env. docs/operations.md lists the same names.
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { readMasterKey } from './master-key.js';
import { StartRefusal } from './start-refusal.js';
import { readMaxFileBytes, readS3, type S3Settings } from './storage-settings.js';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export interface Configuration {
  /** Started with --demo: invented accounts with a known password, so on loopback only. */
  isDemonstration: boolean;
  /** HOST: the address to listen on. */
  host: string;
  /** PORT: the port to listen on. */
  port: number;
  /** HEED_ORIGIN: where people reach the page, such as https://heed.example.org. */
  origin: string;
  /** HEED_DATA: the folder of everything that Heed keeps outside its database. */
  dataFolder: string;
  /** DATABASE_URL: the database; without it the program brings its own, in the data folder. */
  databaseUrl: string | undefined;
  /** DATABASE_DIRECT_URL: the same database past a transaction pooler, for migrations and jobs. */
  databaseDirectUrl: string | undefined;
  /** HEED_S3_*: where files are kept; without them in the data folder. */
  s3: S3Settings | undefined;
  /** HEED_MAX_FILE_BYTES: the largest file that is taken. */
  maxFileBytes: number;
  /** Of HEED_KEY_FILE: 32 bytes that seal what is kept encrypted. */
  masterKey: Buffer;
  /** LOG_LEVEL: from which weight on events are logged. */
  logLevel: (typeof logLevels)[number];
}

type Environment = Record<string, string | undefined>;

/** Reads and checks all settings. Throws StartRefusal naming every fault at once, each with what to do. */
export function readConfiguration(env: Environment = process.env, argv = process.argv.slice(2)): Configuration {
  const faults: string[] = argv.filter((word) => word !== '--demo').map((word) => `${word}: there is no such option.`);
  const isDemonstration = argv.includes('--demo');
  const host = readHost(env, isDemonstration, faults);
  const port = readPort(env, faults);
  const dataFolder = resolve(env['HEED_DATA'] || join('.heed', isDemonstration ? 'demo' : 'data'));
  const databaseUrl = readDatabaseUrl(env, 'DATABASE_URL', faults);
  const configuration = {
    isDemonstration,
    host,
    port,
    origin: readOrigin(env, host, port, faults),
    dataFolder,
    databaseUrl,
    databaseDirectUrl: readDatabaseUrl(env, 'DATABASE_DIRECT_URL', faults) ?? databaseUrl,
    s3: readS3(env, faults),
    maxFileBytes: readMaxFileBytes(env, faults),
    logLevel: readLogLevel(env, isDemonstration, faults),
  };
  if (env['DATABASE_DIRECT_URL'] && !env['DATABASE_URL'])
    faults.push('DATABASE_DIRECT_URL: needs DATABASE_URL as well.');
  const masterKey = readKey(env, configuration, faults);
  if (faults.length === 0 && masterKey) return { ...configuration, masterKey };
  throw new StartRefusal(['Heed cannot start with these settings:', ...faults.map((fault) => `- ${fault}`)].join('\n'));
}

function readHost(env: Environment, isDemonstration: boolean, faults: string[]): string {
  const host = env['HOST'] || '127.0.0.1';
  if (!isIP(host) && host !== 'localhost') faults.push(`HOST: "${host}" is not an IP address.`);
  else if (isDemonstration && !isLoopback(host)) {
    faults.push(`HOST: the demonstration has known passwords and listens on loopback only, not on ${host}.`);
  }
  return host;
}

function readPort(env: Environment, faults: string[]): number {
  const text = env['PORT'] || '3000';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) faults.push(`PORT: "${text}" is not a port (1 to 65535).`);
  return port;
}

function readOrigin(env: Environment, host: string, port: number, faults: string[]): string {
  const text = env['HEED_ORIGIN'] || `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    faults.push(`HEED_ORIGIN: "${text}" is not an origin such as https://heed.example.org.`);
  } else if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    faults.push(`HEED_ORIGIN: outside loopback people reach Heed over https:// only, not at ${url.origin}.`);
  }
  return url?.origin ?? text;
}

function readDatabaseUrl(env: Environment, name: string, faults: string[]): string | undefined {
  const text = env[name] || undefined;
  // The value is not repeated: it may hold a password.
  if (text && !/^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')) {
    faults.push(`${name}: is not an address such as postgres://user:password@host:5432/database.`);
  }
  return text;
}

function readLogLevel(env: Environment, isDemonstration: boolean, faults: string[]): Configuration['logLevel'] {
  const text = env['LOG_LEVEL'] || (isDemonstration ? 'warn' : 'info');
  const level = logLevels.find((known) => known === text);
  if (!level) faults.push(`LOG_LEVEL: "${text}" is none of ${logLevels.join(', ')}.`);
  return level ?? 'info';
}

function readKey(env: Environment, settings: Omit<Configuration, 'masterKey'>, faults: string[]): Buffer | undefined {
  const file = resolve(env['HEED_KEY_FILE'] || join(settings.dataFolder, 'master-key'));
  const mayCreate = settings.isDemonstration && !env['HEED_KEY_FILE'] && faults.length === 0;
  try {
    return readMasterKey(file, mayCreate);
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    faults.push(`HEED_KEY_FILE: ${error.message}`);
    return undefined;
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
}
