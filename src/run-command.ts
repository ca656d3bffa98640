import { StartRefusal } from './start-refusal.js';

export interface Command {
  /** Prints a line for whoever started the command. */
  say: (line: string) => void;
  /** What to undo when the command ends, however it ends; the last thing first. */
  onStop: (undo: () => Promise<unknown>) => void;
  /** Ends the command from within, such as when its database is gone. */
  fail: (reason: string) => void;
  /** For who has nothing left to do: waits until somebody wants the command to end, by Ctrl-C, SIGTERM, or the end of its parent. */
  untilStopped: () => Promise<void>;
}

const BROKEN_OFF = 'Stopped before the end. What was under way is taken back; run it again, and it goes on from there.';

/** How long open requests get to finish. */
const patience = 20_000;

/**
 * Runs a command to its end and exits: 0 when it ended as it should, 1 with one line when it refuses to start, 1 with
 * the stack when it fails in a way that nobody foresaw. Stopped in the middle of its work it says so and exits with 1:
 * nobody is to go on as if it had been done.
 */
export async function runCommand(work: (command: Command) => Promise<void>): Promise<never> {
  const undoing: (() => Promise<unknown>)[] = [];
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  const stopped = listenForStop();
  let isStopping = false;
  let isDone = false;
  const fail = (reason: string) => {
    // What is interrupted by the stop fails, as it should.
    if (!isStopping) process.stderr.write(`${reason}\n`);
    end(1);
  };
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const untilStopped = (): Promise<void> => {
    isDone = true;
    return stopped;
  };
  work({ say, fail, untilStopped, onStop: (undo) => undoing.push(undo) }).then(
    () => end(0),
    (error: unknown) => fail(reasonOf(error)),
  );
  void stopped.then(() => {
    isStopping = true;
    if (!isDone) process.stderr.write(`${BROKEN_OFF}\n`);
    setImmediate(end, isDone ? 0 : 1);
  });
  const code = await ended;
  setTimeout(() => process.exit(1), patience).unref();
  for (let undo = undoing.pop(); undo; undo = undoing.pop()) {
    await undo().catch((error: unknown) => process.stderr.write(`${reasonOf(error)}\n`));
  }
  process.exit(code);
}

/** Asked twice is asked once: a terminal's Ctrl-C arrives here and, through npm and bin/, again. */
function listenForStop(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  if (process.connected) process.once('disconnect', () => resolve());
  return promise;
}

function reasonOf(error: unknown): string {
  if (error instanceof StartRefusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
