// The search for words in a dump finds them, wherever they stand: otherwise finding none would say nothing.

import { expect, it } from '@jest/globals';
import type pg from 'pg';
import { wordsInDump } from '../support/dump.js';
import { openWorld } from '../support/world.js';

it('finds words in texts, lists, JSON and bytes, and none that are nowhere', async () => {
  const world = await openWorld();
  const { a, tx } = world;
  await a.source({ title: 'The word Canaryone stands here' });
  await a.words('Canarytwo', 'coalition');
  const member = await a.member();
  await a.insert('intake', {
    ...{ id: '0198c000-0000-7000-8000-000000000001', workspace_id: a.workspaceId, person_id: member.actor.personId },
    ...{ organization_id: a.organizationId, confidentiality: 'coalition', title: 'x', format: 'text', size: 1 },
    ...{ media_type: 'text/plain', sha256: Buffer.from('canarythree'.padEnd(32, '.')), text: 'x' },
    ...{ blob_key: '0198c000-0000-4000-8000-000000000001', blocks: '[{"text":"Canaryfour"}]' },
  });
  await a.rows('SELECT 1');
  const client = (await tx.queryRunner!.connect()) as pg.Client;
  const words = ['CANARYONE', 'canarytwo', 'canarythree', 'canaryfour', 'canaryfive'];
  expect(await wordsInDump(client, words)).toEqual([
    'public.intake: canaryfour',
    'public.intake: canarythree',
    'public.source: CANARYONE',
    'public.words: canarytwo',
  ]);
  await world.close();
});
