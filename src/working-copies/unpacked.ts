import { UnzipFault, unzipped } from '../common/unzipped.js';
import { type CopyFault, NoCopy } from './copy-fault.js';
import { MOST_ENTRIES, MOST_UNPACKED_BYTES } from './copy-limits.js';

const FAULTS: Record<UnzipFault['fault'], CopyFault> = {
  'too-much-inside': 'too-much-inside',
  damaged: 'damaged-file',
  encrypted: 'locked',
};

/** All parts of an archive, or that there is no copy of it. */
export const unpacked = (bytes: Buffer): Promise<Map<string, Buffer>> =>
  unzipped(bytes, { entries: MOST_ENTRIES, bytes: MOST_UNPACKED_BYTES }, (name) => !name.endsWith('/')).catch(noCopy);

function noCopy(error: unknown): never {
  throw error instanceof UnzipFault ? new NoCopy(FAULTS[error.fault]) : error;
}
