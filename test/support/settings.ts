// Settings of an app under test: files go into a folder of its own, which goes with the run (global-setup.js).

import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Settings } from '../../src/storage-settings.js';

/** Of every app of one test file: what it seals, a test can prepare. */
export const MASTER_KEY = randomBytes(32);

export interface FileSettings {
  dataFolder: string;
  s3: S3Settings | undefined;
  maxFileBytes: number;
  requestsPerMinute: number;
  /** Where identity providers of the own network may be. */
  intranetHosts?: string[];
}

/** Small files only, and as many requests as anybody likes, unless a test says otherwise. */
export function fileSettings(given: Partial<FileSettings> = {}): FileSettings {
  const dataFolder = mkdtempSync(join(tmpdir(), 'heed-files-'));
  return { dataFolder, s3: undefined, maxFileBytes: 12 * 1024 * 1024, requestsPerMinute: 1_000_000, ...given };
}
