// What is hidden leaves no trace. Every reading is asked before the hidden things come and again once they are there: whoever may not
// know of them is answered the same bytes, in lists, counts, facets, searches, changes, sheets and the log.

import { beforeAll, expect, it } from '@jest/globals';
import { inWorkspace } from '../../src/access/in-workspace.js';
import { run } from '../../src/common/statement.js';
import { NEWS } from '../../src/news/news.queries.js';
import type { Factories } from '../factories/factories.js';
import { openWorld } from '../support/world.js';
import { Attack, type Cell } from './attack.js';
import type { Subject } from './people.js';
import { DOCUMENT } from './play.js';
import { setStage, type Stage } from './stage.js';
import { TABLE } from './table.js';

let stage: Stage;
let attack: Attack;
/** By the time they were taken: before anything was hidden, with what is theirs alone, with restricted pieces too. */
const taken: Map<string, string>[] = [];

/** What belongs to others is hidden from `ours`; an auditor to whom all is open is kept from restricted pieces alone. */
export function leavesNoTrace(ours: string[], positions: string[]): void {
  const all = [...ours, 'auditor of all'];

  beforeAll(async () => {
    stage = await setStage(await openWorld());
    attack = new Attack(stage, DOCUMENT);
    taken.push(await takeAll(all, positions));
    await stage.hideTheirs();
    taken.push(await takeAll(all, positions));
    await stage.hideRestricted();
    taken.push(await takeAll(all, positions));
  }, 1_800_000);
  // The transaction ends with its connection, which world.ts closes.

  it('what an organization keeps to itself changes no answer to others', () => {
    expect(changed(taken[0]!, taken[1]!, ours).join('\n')).toBe('');
  });

  it('a restricted piece changes no answer to whoever is not named on it', () => {
    expect(changed(taken[1]!, taken[2]!, all).join('\n')).toBe('');
  });

  it('asked every reading of somebody for whom it worked', () => {
    const worked = new Set(
      [...taken[2]!].filter(([, text]) => text.startsWith('200')).map(([key]) => key.split(/[?,]/)[0]),
    );
    const readings = TABLE.filter((row) => row.who !== 'all' && attack.operation(row).method === 'GET');
    process.stdout.write(`with and without: ${String(taken[2]!.size)} answers, three times\n`);
    // None of these people has put a file aside.
    const others = readings.map(({ operation }) => operation).filter((operation) => !worked.has(operation));
    expect(others).toEqual(['InboxContent_get']);
  });

  it('shows who may know of them that they came', () => {
    expect(changed(taken[0]!, taken[1]!, ['auditor of all']).length).toBeGreaterThan(10);
  });
}

/** The same by the code's own wall, without row-level security. */
export function leavesNoTraceByCodeAlone(ours: string[], positions: string[]): void {
  const all = [...ours, 'auditor of all'];

  beforeAll(async () => {
    stage = await setStage(await openWorld());
    attack = new Attack(stage, DOCUMENT);
    await withoutRowSecurity(stage.world.a);
    taken.push(await takeAll(all, positions));
    await stage.hideTheirs();
    taken.push(await takeAll(all, positions));
    await stage.hideRestricted();
    taken.push(await takeAll(all, positions));
    process.stdout.write(`with and without, by the code alone: ${String(taken[2]!.size)} answers, three times\n`);
  }, 1_800_000);

  it('without row-level security, what an organization keeps to itself changes no answer to others', () => {
    expect(changed(taken[0]!, taken[1]!, ours).join('\n')).toBe('');
  });

  it('shows an auditor of all that it came', () => {
    expect(changed(taken[0]!, taken[1]!, ['auditor of all']).length).toBeGreaterThan(10);
  });

  it('without row-level security, a restricted piece changes no answer to whoever is not named on it', async () => {
    expect(changed(taken[1]!, taken[2]!, all).join('\n')).toBe('');
    const [named] = stage.subjects.filter(({ name }) => name === 'named reader');
    const evidence = TABLE.find(({ operation }) => operation === 'Evidence_list')!;
    const { text } = await attack.send({ row: evidence, subject: named!, position: 'base' });
    expect(text).toContain(stage.lots.get('restricted naming one of ours')!.ids['evidence']);
  });
}

/** Until the transaction ends. */
export async function withoutRowSecurity(a: Factories): Promise<void> {
  const tables = await a.rows<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity`,
  );
  await a.rows('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { name } of tables) await a.rows(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
}

async function takeAll(names: string[], positions: string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const subjects = stage.subjects.filter(({ name }) => names.includes(name));
  // News first: what came is told for twenty seconds.
  for (const subject of subjects) answers.set(`News, ${subject.name}`, (await newsFor(subject)).join('\n'));
  for (const cell of subjects.flatMap((subject) => cellsOf(subject, positions)))
    for (const query of queriesOf(cell)) {
      const { status, text } = await attack.send(cell, undefined, query);
      answers.set(keyOf(cell, query), `${String(status)} ${withoutMarks(text)}`);
    }
  return answers;
}

const keyOf = ({ row, subject, position }: Cell, query: string): string =>
  `${row.operation}${query === '' ? '' : `?${query}`}, ${subject.name}, ${position}`;

/** Every reading, of what was there before; one's own things lie at a position of their own. */
function cellsOf(subject: Subject, positions: string[]): Cell[] {
  return TABLE.filter((row) => row.who !== 'all' && attack.operation(row).method === 'GET').flatMap((row) =>
    (positions.some((position) => attack.isThere(row, subject, position)) ? positions : ['own'])
      .filter((position) => attack.isThere(row, subject, position))
      .map((position) => ({ row, subject, position })),
  );
}

/** As it is, in pages of one with its count, as of today, and narrowed to the words of what is hidden. */
function queriesOf({ row }: Cell): string[] {
  const has = (name: string): boolean => attack.operation(row).parameters?.some((one) => one.name === name) ?? false;
  return [
    '',
    ...(has('count') ? ['limit=1&count=true'] : []),
    ...(has('asOf') ? [`asOf=${TODAY}`] : []),
    ...(has('q') ? ['q=KANARItheirsQ', 'q=KANARIrestrictedQ'] : []),
  ].filter((query) => !(row.operation === 'Search_find' && query === 'limit=1&count=true'));
}

const TODAY = new Date().toISOString().slice(0, 10);

/** The request's own marks, the instant at which it was asked, and when one's own session was used last. Nothing else may differ. */
const withoutMarks = (text: string): string =>
  text.replaceAll(/"(requestId|audit-receipt|content-length|knownAt|usedAt)" ?: ?"[^"]*",?/g, '');

/** What somebody who reads the news now is told. */
function newsFor({ member }: Subject): Promise<string[]> {
  return inWorkspace(member!.actor, stage.world.tx, async (tx) =>
    (await run<{ object: string }>(tx, NEWS)).map(({ object }) => object).sort(),
  );
}

/** Answers that are others than before. Of news, those alone that came. */
function changed(before: Map<string, string>, after: Map<string, string>, names: string[]): string[] {
  return [...after].flatMap(([key, text]) => {
    const was = before.get(key)!;
    if (was === text || !names.some((name) => key.includes(`, ${name},`) || key === `News, ${name}`)) return [];
    if (key.startsWith('News')) {
      const come = text.split('\n').filter((line) => line !== '' && !was.split('\n').includes(line));
      return come.length > 0 ? [`${key}: ${come.join(' ')}`] : [];
    }
    const at = [...text].findIndex((letter, n) => letter !== was[n]);
    return [`${key}\n    was …${was.slice(at - 60, at + 120)}\n    is  …${text.slice(at - 60, at + 120)}`];
  });
}
