// The thread that makes one copy. Nothing of a file runs here; what goes wrong is answered by name.

import { parentPort } from 'node:worker_threads';
import { NoCopy } from './copy-fault.js';
import type { Original } from './copy-kinds.js';
import { makeCopy } from './make-copy.js';

parentPort?.on('message', (original: Original) => {
  void makeCopy(original)
    .catch((error: unknown) => (error instanceof NoCopy ? error.fault : 'damaged-file'))
    .then((answer) => parentPort?.postMessage(answer));
});
