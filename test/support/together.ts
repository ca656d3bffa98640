// Many test files as one: they load the app once. Loading takes longer than the tests of most files.

import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, describe } from '@jest/globals';
// What it closes at its end, it closes after the last file.
import { closeWorlds } from './world.js';

/** By jest.config.js. */
declare const together: { folders: string[]; alone: string[]; turns: number };

/** What jest defines tests into; jest-circus keeps it in the global object, under a symbol of its own. */
interface Definitions {
  currentDescribeBlock: { children: unknown[] };
}

function definitions(): Definitions {
  const symbol = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === 'JEST_STATE_SYMBOL',
  );
  const found = symbol && (globalThis as unknown as Record<symbol, Partial<Definitions> | undefined>)[symbol];
  if (!found?.currentDescribeBlock)
    throw new Error('jest defines its tests elsewhere now: see test/support/together.ts.');
  return found as Definitions;
}

/** Defines the tests of the files whose turn it is; `url` is of a file of test/together, which is named after its turn. */
export async function defineTogether(url: string): Promise<void> {
  const turn = Number(basename(url).split('.')[0]);
  const files = together.folders
    .flatMap((folder) => readdirSync(`test/${folder}`).map((name) => `${folder}/${name}`))
    .filter((file) => file.endsWith('.test.ts') && !together.alone.includes(file))
    .filter((_, n) => n % together.turns === turn - 1);
  for (const file of files) await within(file, () => import(`../${file.replace(/\.ts$/, '.js')}`));
}

/** `describe` for what is defined by and by: hooks of a file are for its own tests. */
async function within(name: string, define: () => Promise<unknown>): Promise<void> {
  const state = definitions();
  const around = state.currentDescribeBlock;
  describe(name, () => undefined);
  state.currentDescribeBlock = around.children.at(-1) as Definitions['currentDescribeBlock'];
  await define();
  afterAll(closeWorlds);
  state.currentDescribeBlock = around;
}
