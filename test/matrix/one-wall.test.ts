// Each wall alone: what the code says without row-level security, and row-level security without the guard.

import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { AccessGuard } from '../../src/access/access.guard.js';
import { inWorkspace } from '../../src/access/in-workspace.js';
import type { HeedRequest } from '../../src/access/requires.js';
import type { Attack, Cell } from './attack.js';
import { withoutRowSecurity } from './no-trace.js';
import type { Subject } from './people.js';
import { openAttack } from './play.js';
import { SEEN, TABLE } from './table.js';

let attack: Attack;

beforeAll(async () => {
  attack = await openAttack();
}, 120_000);
afterEach(() => {
  jest.restoreAllMocks();
});

/** Cells of these people at these positions, of operations that are about a thing there. */
function cellsOf(people: string[], positions: string[], others = ['all', 'signed in']): Cell[] {
  const subjects = attack.stage.subjects.filter(({ name }) => people.includes(name));
  return TABLE.filter(({ who, things }) => !others.includes(who) && things.length > 0).flatMap((row) =>
    subjects.flatMap((subject) =>
      positions
        .filter((position) => attack.isThere(row, subject, position))
        .map((position) => ({ row, subject, position })),
    ),
  );
}

/** What worked, wrote or showed a canary of the lot that is attacked. */
async function through(cells: Cell[]): Promise<string[]> {
  const got: string[] = [];
  for (const cell of cells) {
    const { status, text, wrote } = await attack.send(cell);
    const isShown = text.toLowerCase().includes(attack.lotOf(cell.position, cell.subject)!.mark.toLowerCase());
    if (status < 400 || wrote > 0 || isShown)
      got.push(`${cell.row.operation}, ${cell.subject.name}, ${cell.position}: ${String(status)} ${text.slice(-200)}`);
  }
  return got;
}

it('without the guard, row-level security lets nobody at restricted pieces or at another workspace', async () => {
  jest.spyOn(AccessGuard.prototype, 'canActivate').mockImplementation((context: ExecutionContext) => {
    const { actor } = context.switchToHttp().getRequest<HeedRequest>();
    return actor !== undefined;
  });
  const cells = cellsOf(['administrator', 'verifier', 'partner', 'auditor of all'], ['restricted', 'elsewhere']);
  const got = await through(cells);
  process.stdout.write(`without the guard: ${String(cells.length)} cells, ${String(got.length)} through\n`);
  expect(got.join('\n')).toBe('');
  // The guard is really off: a partner may do what only administrators and editors may.
  const [row, subject] = [
    TABLE.find(({ operation }) => operation === 'Themes_create')!,
    cells.find((cell) => cell.subject.name === 'partner')!.subject,
  ];
  expect((await attack.send({ row, subject, position: 'base' })).status).toBe(201);
}, 300_000);

describe('without row-level security', () => {
  beforeAll(async () => {
    await withoutRowSecurity(attack.stage.world.a);
  });

  it('is really off: a query that forgets its condition shows what is hidden', async () => {
    const partner = attack.stage.subjects.find(({ name }) => name === 'partner')!.member!.actor;
    const piece = attack.stage.lots.get('restricted')!.ids['evidence'];
    const found = await inWorkspace(partner, attack.stage.world.tx, (tx) =>
      tx.query<unknown[]>('SELECT id FROM evidence WHERE id = $1', [piece]),
    );
    expect(found).toEqual([{ id: piece }]);
  });

  it('the code lets nobody at another workspace', async () => {
    const cells = cellsOf(['administrator', 'editor', 'auditor of all'], ['elsewhere']);
    const got = await through(cells);
    process.stdout.write(`without row-level security, elsewhere: ${told(cells, got)}\n`);
    expect(got.join('\n')).toBe('');
  }, 300_000);

  it('the code lets nobody at restricted pieces, nor at what hangs on them', async () => {
    const cells = cellsOf([...ROLES, 'auditor of all'], ['restricted']);
    const got = await through(cells);
    process.stdout.write(`without row-level security, restricted: ${told(cells, got)}\n`);
    expect(got.join('\n')).toBe('');
  }, 300_000);

  it('the code lets nobody at what another organization keeps to itself, nor at what hangs on it', async () => {
    const cells = cellsOf(ROLES, ['theirs']).filter(({ row }) =>
      row.things.some((thing) => (SEEN.get(thing) ?? 'level') === 'level'),
    );
    const got = await through(cells);
    process.stdout.write(`without row-level security, theirs: ${told(cells, got)}\n`);
    expect(got.join('\n')).toBe('');
    const things = new Set(cells.flatMap(({ row }) => row.things));
    expect([...things]).toEqual(expect.arrayContaining(OF_A_LEVEL));
  }, 300_000);

  it('the code lets nobody at what one person keeps for themselves', async () => {
    const cells = cellsOf(ROLES, ['colleague', 'theirs'], ['all']).filter(({ row }) =>
      row.things.some((thing) => SEEN.get(thing) === 'person'),
    );
    const got = await through(cells);
    process.stdout.write(`without row-level security, one's own: ${told(cells, got)}\n`);
    expect(got.join('\n')).toBe('');
    const things = new Set(cells.flatMap(({ row }) => row.things));
    expect([...things]).toEqual(expect.arrayContaining(ONES_OWN));
  }, 300_000);

  it('the code lets nobody at what was said of a piece before its level was lowered', async () => {
    const cells = cellsOf([...ROLES, 'auditor of all', 'named reader'], ['said before']);
    const got = await through(cells);
    const shown = await shownOf('said before', ['administrator', 'partner', 'auditor of all', 'named reader']);
    process.stdout.write(`without row-level security, said before: ${told(cells, [...got, ...shown])}\n`);
    expect([...got, ...shown].join('\n')).toBe('');
    const things = new Set(cells.flatMap(({ row }) => row.things));
    expect([...things]).toEqual(expect.arrayContaining(['comment', 'lowering', 'request']));
    // To whoever was named it is all there: by whom it was told, in each of its wordings and reasons.
    expect((await shownOf('said before', ['administrator of theirs'])).length).toBeGreaterThan(5);
  }, 300_000);

  it('the code shows nobody words that are closer than the row that names them', async () => {
    const { a } = attack.stage.world;
    const { mark } = attack.stage.lots.get('coalition')!;
    const before = await saidAt('coalition', `${mark} `);
    await a.rows(`UPDATE words SET confidentiality = 'organization' WHERE text LIKE $1`, [`${mark} %`]);
    const raised = (await a.rows<{ text: string }>('SELECT text FROM words WHERE text LIKE $1', [`${mark} %`])).map(
      ({ text }) => text,
    );
    const after = await saidAt('coalition', `${mark} `);
    process.stdout.write(
      `without row-level security, closer words: ${String(raised.filter((text) => before.has(text)).length)} shown before, ${String(raised.filter((text) => after.has(text)).length)} after\n`,
    );
    expect(raised.filter((text) => before.has(text)).length).toBeGreaterThan(6);
    expect(raised.filter((text) => after.has(text))).toEqual([]);
  }, 300_000);

  it('the code tells nobody names but those who read them', async () => {
    const others = attack.stage.subjects.filter(({ name }) => ['editor', 'partner'].includes(name));
    for (const subject of others)
      expect((await readAll(subject)).filter((text) => text.includes('nameoftheirs'))).toEqual([]);
    const administrator = attack.stage.subjects.find(({ name }) => name === 'administrator')!;
    expect((await readAll(administrator)).filter((text) => text.includes('nameoftheirs')).length).toBeGreaterThan(3);
  }, 300_000);

  it('whoever is named still opens them', async () => {
    const cells = cellsOf(['named reader'], ['restricted naming one of ours']).filter(({ row }) =>
      ['Evidence_get', 'Evidence_custody', 'EvidenceFiles_content', 'EvidenceComments_list'].includes(row.operation),
    );
    expect(cells.length).toBe(4);
    for (const cell of cells) expect((await attack.send(cell)).status).toBe(200);
  });
});

/** Every answer that somebody gets, of what all of ours may see and of what was lowered. */
async function readAll(subject: Subject, positions = ['base', 'lowered', 'said before']): Promise<string[]> {
  const answers: string[] = [];
  for (const row of TABLE.filter((one) => one.who !== 'all' && attack.operation(one).method === 'GET'))
    for (const position of positions.filter((one) => attack.isThere(row, subject, one)))
      answers.push(
        `${row.operation}, ${subject.name}, ${position}: ${(await attack.send({ row, subject, position })).text}`,
      );
  return answers;
}

/** Answers to these people that hold the canary of a lot. */
async function shownOf(lot: string, people: string[]): Promise<string[]> {
  const mark = attack.stage.lots.get(lot)!.mark.toLowerCase();
  const got: string[] = [];
  for (const subject of attack.stage.subjects.filter(({ name }) => people.includes(name)))
    got.push(
      ...(await readAll(subject)).filter((text) => text.toLowerCase().includes(mark)).map((text) => text.slice(0, 200)),
    );
  return got;
}

/** What a partner is told at a position that begins with a canary, up to its quotation mark. */
async function saidAt(position: string, begins: string): Promise<Set<string>> {
  const partner = attack.stage.subjects.find(({ name }) => name === 'partner')!;
  const answers = (await readAll(partner, [position])).join('\n');
  return new Set(answers.match(new RegExp(`${begins}[^"]*`, 'g')) ?? []);
}

/** Of what has one reader: none of it may fall out of the page unnoticed. */
const ONES_OWN = ['inboxitem', 'inboxfile', 'bulkaction', 'savedview', 'session', 'token', 'factor'];
const ROLES = ['administrator', 'editor', 'verifier', 'partner'];
/** Some of those with a level, and of what hangs on them: none of them may fall out of the page unnoticed. */
const OF_A_LEVEL = [
  'recommendation',
  'followup',
  'track',
  'deadline',
  'evidence',
  'lowering',
  'engagement',
  'intake',
  'proposal',
];

const told = (cells: Cell[], got: string[]): string => `${String(cells.length)} cells, ${String(got.length)} through`;
