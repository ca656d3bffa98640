// Whether the time that a refusal takes tells if there is such an account.

import { hash } from '@node-rs/argon2';
import { expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { Factories } from '../factories/factories.js';
import { withPassword } from '../support/people.js';
import { openServingApp } from '../support/serving-app.js';
import { shareOf } from '../support/told-apart.js';

const ROUNDS = 400;
/** To be reached is 0.45 to 0.55; of so many rounds chance alone moves it by 0.02, twice that in one run of twenty. */
const FURTHEST = 0.1;

test('known and unknown accounts are refused in the same time', async () => {
  const serving = await openServingApp();
  const owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
  const a = await Factories.inNewWorkspace(owner.manager);
  const member = await a.member();
  const known = await withPassword({ a }, member);
  // The cost of production, which is what there is to see.
  const stored = await hash('lantern orbit quiet mustard', { memoryCost: 65_536, timeCost: 3, parallelism: 1 });
  await owner.query('UPDATE account SET password_hash = $1 WHERE id = $2', [stored, member.actor.accountId]);
  const refused = async (email: string, n: number): Promise<number> => {
    const remoteAddress = `10.${String(n >> 8)}.${String(n & 255)}.${email === known ? '1' : '2'}`;
    const before = performance.now();
    const payload = { email, password: 'wrong' };
    const answer = await serving.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', remoteAddress, payload });
    const took = performance.now() - before;
    expect(answer.statusCode).toBe(401);
    // Only the bound of the account would be reached here, and that is another test.
    await owner.query('DELETE FROM sign_in_attempt');
    return took;
  };
  const [ofKnown, ofUnknown]: [number[], number[]] = [[], []];
  for (let n = 0; n < ROUNDS; n += 1) {
    const isKnownFirst = n % 2 === 0;
    const first = await refused(isKnownFirst ? known : 'nobody@test.example', n);
    const second = await refused(isKnownFirst ? 'nobody@test.example' : known, n);
    ofKnown.push(isKnownFirst ? first : second);
    ofUnknown.push(isKnownFirst ? second : first);
  }
  const auc = shareOf(ofKnown, ofUnknown);
  process.stdout.write(`AUC of known against unknown accounts, ${String(ROUNDS)} each: ${auc.toFixed(3)}\n`);
  expect(Math.abs(auc - 0.5)).toBeLessThan(FURTHEST);
  await owner.destroy();
  await serving.close();
}, 900_000);
