// Two equal requests with one key, of which the first cannot go on: the second is told that it is being worked on.

import type { Operation } from './document.js';
import type { Round } from './round.js';

/** Whatever is made in a workspace refers to it, so whoever holds its row holds up all who write there, and nobody else. */
export async function whileOneRuns(round: Round, operation: Operation): Promise<void> {
  const draft = await round.valid(operation, { query: [] });
  draft.headers = { ...draft.headers, 'idempotency-key': round.random.uuid() };
  const release = await round.holdUp();
  const both = [round.send(draft, 'prepared'), round.send(draft, 'prepared')];
  await Promise.race(both).finally(release);
  const answers = await Promise.all(both);
  if (answers.every(({ status }) => status === 201))
    round.fault('what is sent twice is done once', answers.map(({ text }) => text).join(' and '));
}
