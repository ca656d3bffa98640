// The only reader of process.env. docs/operations.md lists the same names.
import { join, resolve } from 'node:path';
import {
  readHost,
  readIntranetHosts,
  readOrigin,
  readPort,
  readRequestsPerMinute,
  readTrustedProxies,
} from './address-settings.js';
import { readMasterKey } from './master-key.js';
import { StartRefusal } from './start-refusal.js';
import { readSetupWishes, type SetupWishes } from './setup-wishes.js';
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
  /** HEED_TRUSTED_PROXIES: addresses of proxies that say where a request comes from. */
  trustedProxies: string[];
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
  /** HEED_KEY_FILE: where the master key is, or is to be, and behind it the keys that came later. */
  keyFile: string;
  /** HEED_REQUESTS_PER_MINUTE: how often one session or token may ask; what many share is a multiple of it. */
  requestsPerMinute: number;
  /** HEED_INTRANET_HOSTS: hosts of the own network that identity providers may be at. */
  intranetHosts: string[];
  /** METRICS_TOKEN: what whoever reads /metrics sends; without it only this machine reads them. */
  metricsToken: string | undefined;
  /** LOG_LEVEL: from which weight on events are logged. */
  logLevel: (typeof logLevels)[number];
}

type Environment = Record<string, string | undefined>;

/** All settings but the master key, which `npm run setup` may have to make. */
export type Settings = Omit<Configuration, 'masterKey'>;

/** Reads and checks all settings. Throws StartRefusal naming every fault at once, each with what to do. */
export function readConfiguration(env: Environment = process.env, argv = process.argv.slice(2)): Configuration {
  const faults: string[] = argv.filter((word) => word !== '--demo').map((word) => `${word}: there is no such option.`);
  const settings = settingsOf(env, argv.includes('--demo'), faults);
  const masterKey = readKey(env, settings, faults);
  if (faults.length === 0 && masterKey) return { ...settings, masterKey };
  throw new StartRefusal(['Heed cannot start with these settings:', ...faults.map((fault) => `- ${fault}`)].join('\n'));
}

/** The same without the master key, for setup, together with what it is told of the first workspace. */
export function readSetup(
  env: Environment = process.env,
  argv = process.argv.slice(2),
): { settings: Settings; wishes: SetupWishes } {
  const faults: string[] = [];
  const wishes = readSetupWishes(env, argv, faults);
  const settings = settingsOf(env, false, faults);
  if (faults.length === 0) return { settings, wishes };
  throw new StartRefusal(
    ['Setup cannot begin with these settings:', ...faults.map((fault) => `- ${fault}`)].join('\n'),
  );
}

function settingsOf(env: Environment, isDemonstration: boolean, faults: string[]): Settings {
  const host = readHost(env, isDemonstration, faults);
  const port = readPort(env, faults);
  const dataFolder = resolve(env['HEED_DATA'] || join('.heed', isDemonstration ? 'demo' : 'data'));
  const databaseUrl = readDatabaseUrl(env, 'DATABASE_URL', faults);
  if (env['DATABASE_DIRECT_URL'] && !env['DATABASE_URL'])
    faults.push('DATABASE_DIRECT_URL: needs DATABASE_URL as well.');
  return {
    isDemonstration,
    host,
    port,
    origin: readOrigin(env, host, port, faults),
    trustedProxies: readTrustedProxies(env, faults),
    dataFolder,
    databaseUrl,
    databaseDirectUrl: readDatabaseUrl(env, 'DATABASE_DIRECT_URL', faults) ?? databaseUrl,
    s3: readS3(env, faults),
    maxFileBytes: readMaxFileBytes(env, faults),
    requestsPerMinute: readRequestsPerMinute(env, faults),
    intranetHosts: readIntranetHosts(env, faults),
    metricsToken: readMetricsToken(env, faults),
    keyFile: resolve(env['HEED_KEY_FILE'] || join(dataFolder, 'master-key')),
    logLevel: readLogLevel(env, isDemonstration, faults),
  };
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

function readMetricsToken(env: Environment, faults: string[]): string | undefined {
  const token = env['METRICS_TOKEN'] || undefined;
  // The value is not repeated: a part of a secret is one.
  if (token && !/^[\x21-\x7e]{32,200}$/.test(token))
    faults.push('METRICS_TOKEN: needs 32 to 200 characters without spaces, such as from: openssl rand -hex 32');
  return token;
}

function readKey(env: Environment, { isDemonstration, keyFile }: Settings, faults: string[]): Buffer | undefined {
  const mayCreate = isDemonstration && !env['HEED_KEY_FILE'] && faults.length === 0;
  try {
    return readMasterKey(keyFile, mayCreate);
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    faults.push(`HEED_KEY_FILE: ${error.message}`);
    return undefined;
  }
}
