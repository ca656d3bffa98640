// Where files are kept, as the environment says it; configuration.ts passes the environment in.

/** An account with a server that speaks the protocol of S3. */
export interface S3Settings {
  /** Without the bucket. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

type Environment = Record<string, string | undefined>;

const GIBIBYTE = 1024 ** 3;
/** Ten thousand parts of eight mebibytes: more than that S3 does not take. */
const MOST_BYTES = 64 * GIBIBYTE;
const NEEDED = ['HEED_S3_ENDPOINT', 'HEED_S3_BUCKET', 'HEED_S3_ACCESS_KEY_ID', 'HEED_S3_SECRET_ACCESS_KEY'] as const;

/** HEED_S3_*: all of them, or none, which means the folder. Names each fault; values that may be secret are not repeated. */
export function readS3(env: Environment, faults: string[]): S3Settings | undefined {
  const given = [...NEEDED, 'HEED_S3_REGION' as const].filter((name) => env[name]);
  if (given.length === 0) return undefined;
  for (const name of NEEDED) if (!env[name]) faults.push(`${name}: is needed too, since ${given[0] ?? ''} is set.`);
  const [endpoint = '', bucket = '', accessKeyId = '', secretAccessKey = ''] = NEEDED.map((name) => env[name]);
  if (endpoint) checkEndpoint(endpoint, faults);
  if (bucket && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    faults.push(`HEED_S3_BUCKET: "${bucket}" is not the name of a bucket.`);
  }
  return { endpoint, bucket, region: env['HEED_S3_REGION'] || 'us-east-1', accessKeyId, secretAccessKey };
}

/** HEED_MAX_FILE_BYTES: a gibibyte unless it says otherwise. */
export function readMaxFileBytes(env: Environment, faults: string[]): number {
  const text = env['HEED_MAX_FILE_BYTES'] || String(GIBIBYTE);
  const bytes = /^\d{1,12}$/.test(text) ? Number(text) : 0;
  if (bytes < 1 || bytes > MOST_BYTES)
    faults.push(`HEED_MAX_FILE_BYTES: "${text}" is not a number of bytes (1 to ${MOST_BYTES}).`);
  return bytes;
}

/** Bodies are not signed one by one, so what carries them must be: TLS, or this very machine. */
function checkEndpoint(text: string, faults: string[]): void {
  const url = URL.parse(text);
  const isAddress = url !== null && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username;
  if (!isAddress) faults.push('HEED_S3_ENDPOINT: is not an address such as https://s3.example.org.');
  else if (url.protocol === 'http:' && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname)) {
    faults.push(`HEED_S3_ENDPOINT: outside loopback files go over https:// only, not to ${url.origin}.`);
  }
}
