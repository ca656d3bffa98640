import { Injectable } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { type Problem, problems } from '../common/problem.js';
import { say, type Words } from '../common/words.js';
import type { CopyFault } from './copy-fault.js';
import { AT_ONCE, MOST_MEGABYTES, MOST_MILLISECONDS, MOST_WAITING } from './copy-limits.js';
import type { MadeCopy, Original } from './copy-kinds.js';

/** A thread runs what was built: seen from the sources, as tests see it, that lies elsewhere. */
const BUILT = import.meta.url.endsWith('.ts') ? '../../dist/src/working-copies/' : './';
const PROGRAM = new URL(`${BUILT}copy-program.js`, import.meta.url);

/** Makes copies, each in a thread of its own: what a hostile file does to it ends with it, in time and memory. */
@Injectable()
export class CopyMaking {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** 422 with the reason where there is no copy; 503 while too many wait. */
  async make(original: Original): Promise<MadeCopy> {
    if (this.waiting.length >= MOST_WAITING) throw problems.unavailable();
    if (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      const answer = await inThread(original);
      if (typeof answer === 'string') throw noCopy(answer);
      return answer;
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}

async function inThread(original: Original): Promise<MadeCopy | CopyFault> {
  const worker = new Worker(PROGRAM, {
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 64 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<MadeCopy | CopyFault>((resolve) => {
      timer = setTimeout(() => resolve('took-too-long'), MOST_MILLISECONDS);
      worker.once('message', resolve);
      worker.once('error', () => resolve('too-much-inside'));
      worker.once('exit', () => resolve('damaged-file'));
      worker.postMessage(original);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const SAID: Record<CopyFault, Words> = {
  'no-such-copy': say`Of files of this kind no working copy can be made. Ask for the original.`,
  locked: say`It is locked with a password, so no working copy can be made. Ask for the original.`,
  'damaged-file': say`It is damaged, or not what it says it is, so no working copy can be made. Ask for the original.`,
  'holds-files': say`It holds other files, whose traces would stay. Ask for the original.`,
  'too-much-inside': say`It is too large for a working copy. Ask for the original.`,
  'took-too-long': say`Making a working copy of it took too long. Ask for the original.`,
};

/** Why there is none. */
export const noCopy = (fault: CopyFault): Problem => problems.noWorkingCopy(fault, SAID[fault]);
