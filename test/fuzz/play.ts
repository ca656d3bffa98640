// One round: every operation in chance's order, as it should be, led to a failure, spoiled and garbled.

import { type Operation } from './document.js';
import type { Draft } from './draft.js';
import { garble } from './garbage.js';
import { hasRecipe, lead, takesKey } from './led.js';
import { type Round, Unprepared } from './round.js';
import { astray, spoil } from './spoil.js';
import type { Missed } from './tally.js';
import { whileOneRuns } from './while-one-runs.js';

/** Operations that hash a password take a tenth of a second each; they are spoiled less often. */
const isDear = ({ operationId }: Operation): boolean =>
  ['SignIn_start', 'Acceptances_create', 'Me_changePassword', 'Recoveries_use'].includes(operationId);

export async function play(round: Round, index: number): Promise<void> {
  for (const operation of round.random.shuffled(round.document.operations))
    for (const step of stepsOf(round, operation, index)) await tried(round, step());
}

/** Once more what no round came to: what a request stands on may have been changed by chance each time. */
export async function makeUpFor(round: Round, missed: Missed[]): Promise<void> {
  for (const { operation, status, times } of missed)
    for (let n = 0; n < times; n += 1)
      await tried(round, status.startsWith('2') ? asItShouldBe(round, operation) : leadTo(round, operation, status));
}

/** What cannot be prepared is counted, and the round goes on. */
async function tried(round: Round, step: Promise<unknown>): Promise<void> {
  await step.catch((error: unknown) => {
    if (!(error instanceof Unprepared)) throw error;
    round.unprepared(error.message);
  });
}

function stepsOf(round: Round, operation: Operation, index: number): (() => Promise<unknown>)[] {
  const { random } = round;
  const drawn = (): Promise<Draft> => round.fill(operation);
  const isSpared = isDear(operation) && index % 4 > 0;
  const strayed = async (): Promise<unknown> => {
    const draft = astray(await drawn(), round);
    return draft && round.send(draft, 'spoiled');
  };
  const spoiled = async (): Promise<unknown> => round.send(spoil(await drawn(), round), 'spoiled');
  return [
    // What was prepared for another one in this round was done as it should be.
    ...(round.done.has(operation.operationId) ? [] : [() => asItShouldBe(round, operation)]),
    () => toAFailure(round, operation, index),
    ...(isSpared ? [] : [spoiled]),
    ...(random.happens(0.25) ? [strayed] : []),
    ...(!isSpared && random.happens(0.3) ? [async () => round.send(garble(await drawn(), round), 'garbage')] : []),
    ...(!isSpared && random.happens(0.15) ? [async () => round.send(await drawn(), 'likely')] : []),
  ];
}

async function asItShouldBe(round: Round, operation: Operation): Promise<void> {
  const draft = await round.valid(operation);
  const isKeyed = takesKey(round, operation) && round.random.happens(0.3);
  if (isKeyed) draft.headers = { ...draft.headers, 'idempotency-key': round.random.uuid() };
  const first = await round.send(draft, 'valid');
  if (isKeyed && first.status === 201) await again(round, draft, first.text);
  const page = round.pool.nextPages.findLast(({ operationId }) => operationId === operation.operationId);
  if (page) await round.send({ ...draft, rawPath: page.path }, 'valid');
}

/** The same once more, with the same key, is answered as the first time. */
async function again(round: Round, draft: Draft, first: string): Promise<void> {
  const second = await round.send(draft, 'valid');
  if (second.text !== first) round.fault('what is sent twice is answered once', `${first} then ${second.text}`);
}

/** Round by round another way that the document names to be told elsewhere, or no, each once: what misses is made up for. */
async function toAFailure(round: Round, operation: Operation, index: number): Promise<void> {
  const failures = Object.keys(operation.responses).filter((status) => /^[34]/.test(status));
  const status = failures[index];
  if (status !== undefined) await leadTo(round, operation, status);
}

/** Leads one operation to one of its failures, as well as that can be done. */
export async function leadTo(round: Round, operation: Operation, status: string): Promise<void> {
  if (status === '409' && takesKey(round, operation) && !hasRecipe(operation, status))
    return whileOneRuns(round, operation);
  const draft = await lead(round, operation, status);
  if (draft) await round.send(draft, 'led');
}
