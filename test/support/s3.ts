import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Settings } from '../../src/storage-settings.js';

export interface S3Server {
  settings: S3Settings;
  /** Where it keeps what it was given. */
  folder: string;
  stop: () => Promise<void>;
}

/** Starts a server that speaks the protocol of S3, with one empty bucket. */
export async function startS3(): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), 'heed-s3-'));
  const script = new URL('s3-server.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, folder, 'heed-files'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  const settings = {
    endpoint: `http://127.0.0.1:${port.toString().trim()}`,
    bucket: 'heed-files',
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  };
  return { settings, folder, stop: () => stop(child, folder) };
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  child.kill();
  await once(child, 'exit');
  rmSync(folder, { recursive: true, force: true });
}
