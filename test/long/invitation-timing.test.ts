// Whether the time that an invitation's refusal takes tells if its address has an account: an administrator may invite any address.

import { hash } from '@node-rs/argon2';
import { expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { hashSecret, newSecret } from '../../src/auth/secrets.js';
import { v7 as uuid } from 'uuid';
import { Factories } from '../factories/factories.js';
import { withPassword } from '../support/people.js';
import { openServingApp } from '../support/serving-app.js';
import { shareOf } from '../support/told-apart.js';

const ROUNDS = 150;
/** As in sign-in-timing, with fewer rounds: of so many chance moves it by 0.033, three times that is next to never. */
const FURTHEST = 0.1;

test('an invitation for an address with an account is refused in the time of one without', async () => {
  const serving = await openServingApp();
  const owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
  const a = await Factories.inNewWorkspace(owner.manager);
  const administrator = await a.member({ roles: ['administrator'] });
  const member = await (await a.otherWorkspace()).member();
  const known = await withPassword({ a }, member);
  const stored = await hash('lantern orbit quiet mustard', { memoryCost: 65_536, timeCost: 3, parallelism: 1 });
  await owner.query('UPDATE account SET password_hash = $1 WHERE id = $2', [stored, member.actor.accountId]);
  const invited = async (email: string): Promise<string> => {
    const secret = newSecret();
    await a.insert('invitation', {
      id: uuid(),
      workspace_id: a.workspaceId,
      organization_id: a.organizationId,
      email,
      roles: ['editor'],
      token_hash: hashSecret(secret),
      invited_by: administrator.actor.personId,
      expires_at: new Date(Date.now() + 3_600_000),
    });
    return secret;
  };
  const links = { known: await invited(known), unknown: await invited('nobody@test.example') };
  const took: Record<keyof typeof links, number[]> = { known: [], unknown: [] };
  for (let n = 0; n < ROUNDS; n += 1)
    for (const which of n % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const before = performance.now();
      const answer = await serving.app.inject({
        method: 'POST',
        url: `/api/v1/auth/invitations/${links[which]}`,
        remoteAddress: `10.${String(n >> 8)}.${String(n & 255)}.1`,
        payload: { name: 'Somebody', password: 'password1234' },
      });
      took[which].push(performance.now() - before);
      expect(answer.statusCode).toBe(422);
      await owner.query('DELETE FROM sign_in_attempt');
    }
  const auc = shareOf(took.known, took.unknown);
  process.stdout.write(`AUC of invitations, known against unknown, ${String(ROUNDS)} each: ${auc.toFixed(3)}\n`);
  expect(Math.abs(auc - 0.5)).toBeLessThan(FURTHEST);
  await owner.destroy();
  await serving.close();
}, 900_000);
