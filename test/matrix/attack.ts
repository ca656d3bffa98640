// One cell: somebody does something to a thing at a position. What should be answered is said by the page and by where both stand.

import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { ApiDocument, Operation } from '../fuzz/document.js';
import { textOf } from '../support/event-streams.js';
import type { Subject } from './people.js';
import { BODIES, FORMS, QUERIES } from './requests.js';
import type { Lot, Stage } from './stage.js';
import { type Row, type Seen, SEEN, TABLE } from './table.js';
import type { Ids } from './things.js';

export interface Cell {
  row: Row;
  subject: Subject;
  position: string;
}
export interface Answer {
  status: number;
  /** All of it, headers too: where canaries are looked for. */
  text: string;
  /** What tells two answers apart: not ids, times or receipts. */
  told: string;
}

/** In which lot the thing of a subject's position lies; `never` and `malformed` are in none. */
export const POSITIONS = [
  'own',
  'colleague',
  'base',
  'coalition',
  'public',
  'theirs',
  'restricted',
  'restricted naming one of ours',
  'lowered',
  'said before',
  'elsewhere',
  'deleted',
  'never',
  'malformed',
];

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const WORDS = ['workflow', 'version', 'kind', 'fault'];
const TABLES: Record<string, string> = {
  ...{ followup: 'follow_up', nextstep: 'next_step', addresseemember: 'addressee_member', bulkaction: 'bulk_action' },
  ...{
    savedview: 'saved_view',
    inboxitem: 'inbox_item',
    member: 'membership',
    proposal: 'intake_proposal',
    remark: 'comment',
    identityprovider: 'identity_provider',
    identity: 'linked_identity',
  },
  ...{
    file: 'evidence',
    withdrawal: 'evidence',
    flagged: 'evidence',
    merged: 'merge',
    mergedsource: 'merge',
    inboxfile: 'inbox_item',
  },
};

export class Attack {
  private readonly operations: Map<string, Operation>;
  private readonly nevers = new Map<string, string>();

  constructor(
    readonly stage: Stage,
    document: ApiDocument,
  ) {
    this.operations = new Map(document.operations.map((operation) => [operation.operationId, operation]));
  }

  /** The lot of a position; undefined where nothing of it is known. */
  lotOf(position: string, { name, member }: Subject): Lot | undefined {
    const { lots } = this.stage;
    if (position !== 'own') return lots.get(position);
    const owned = [...lots.values()].find(({ owner, name: lot }) => lot.startsWith('own') && owner === member);
    return owned ?? lots.get(name.includes('theirs') ? 'theirs' : 'own editor');
  }

  /** Whether there is such a cell: an operation on nothing in particular has one position. */
  isThere(row: Row, subject: Subject, position: string): boolean {
    const things = row.things.filter((thing) => !WORDS.includes(thing));
    if (row.operation.endsWith('_content') && position === 'never') return true;
    if (things.length === 0) return position === 'base';
    if (['never', 'malformed'].includes(position)) return true;
    const lot = this.lotOf(position, subject);
    return lot !== undefined && things.every((thing) => (lot.ids[thing] ?? '') !== '');
  }

  /** What a subject sees of a lot: one rule for each kind of thing. */
  sees({ is, organization, readsAll, name, member, roles }: Subject, lot: Lot, seen: Seen): boolean {
    if (is !== 'member' || lot.isElsewhere || lot.name === 'deleted') return false;
    if (seen === 'workspace') return true;
    const isOwn = lot.owner !== undefined && lot.owner === member;
    if (seen === 'person') return isOwn;
    if (seen === 'leaver') return isOwn || roles.includes('a');
    if (seen === 'asked' && name === lot.asked) return true;
    if (lot.level === 'organization') return lot.organization === organization || readsAll === true;
    if (lot.level !== 'restricted') return true;
    return lot.readers?.includes(name) ?? false;
  }

  /** The status that the page expects; 'in' is whatever somebody is told who may do it. */
  expected({ row, subject, position }: Cell): number | 'in' {
    if (row.who === 'all') return 'in';
    if (subject.is === 'nobody') return 401;
    if (row.isOnlyInBrowser && subject.isProgram) return 401;
    if (row.who !== 'signed in') {
      if (subject.is === 'outside') return 404;
      if (![...subject.roles].some((letter) => row.who.includes(letter))) return 403;
    }
    if (row.isFresh && subject.isStale) return 401;
    if (position === 'malformed') return 400;
    const things = row.things.filter((thing) => !WORDS.includes(thing));
    if (things.length === 0) return 'in';
    const lot = this.lotOf(position, subject);
    if (position === 'never' || !lot) return 404;
    return things.every((thing) => this.sees(subject, lot, SEEN.get(thing) ?? 'level')) ? 'in' : 404;
  }

  /**
   * Sends the request of a cell and takes back whatever it did. `swap` puts an id in the place of one of its own, `query` narrows
   * what is asked for.
   */
  async send(cell: Cell, swap?: { from: string; to: string }, query = ''): Promise<Answer & { wrote: number }> {
    const { world } = this.stage;
    const before = await this.countEvents('SAVEPOINT cell');
    const request = await this.requestOf(cell, swap, query);
    const got: Parameters<typeof textOf>[0] = await world.app.inject({ ...request, payloadAsStream: true });
    const body = await textOf(got);
    const wrote = (await this.countEvents('', 'ROLLBACK TO cell')) - before;
    const { 'x-request-id': _id, date: _date, ...headers } = got.headers;
    const text = `${JSON.stringify(headers)}\n${body}`;
    return { status: got.statusCode, text, told: toldIn(text), wrote };
  }

  /** What whoever asks is told of a thing that never was. */
  async never(cell: Cell): Promise<string> {
    const key = `${cell.row.operation} ${cell.subject.name}`;
    const known = this.nevers.get(key) ?? (await this.send({ ...cell, position: 'never' })).told;
    this.nevers.set(key, known);
    return known;
  }

  /** How much the log says was done, seen past every wall; with what is to be said before and after, in one message. */
  private async countEvents(first = '', last = ''): Promise<number> {
    const client = (await this.stage.world.tx.queryRunner!.connect()) as pg.Client;
    const counting = `SELECT set_config('role', 'none', true); SELECT count(*)::integer AS n FROM audit_event WHERE outcome = 'allow'`;
    const results = await client.query([counting, first, last].filter((part) => part !== '').join(';'));
    return (results as unknown as pg.QueryResult<{ n: number }>[])[1]!.rows[0]!.n;
  }

  operation({ operation }: Row): Operation {
    return this.operations.get(operation)!;
  }

  /** The ids that a request of this cell bears in query and body, by their place there. */
  idsIn(cell: Cell): { place: string; id: string }[] {
    const { operation } = cell.row;
    const template = JSON.stringify([BODIES[operation] ?? {}, QUERIES[operation] ?? '']);
    const known = this.known(cell);
    return [...template.matchAll(/\{([a-z_ ]+)\}/g)]
      .map(([, name = '']) => ({ place: name, id: known[name] ?? '' }))
      .filter(({ id }) => id.match(UUID));
  }

  private known({ subject, position }: Cell): Ids {
    const { base, world } = this.stage;
    const lot = this.lotOf(position, subject)?.ids ?? {};
    return {
      ...base,
      me: subject.member?.actor.membershipId ?? base['member']!,
      slug: world.a.slug,
      role: subject.member?.actor.roles[0] ?? 'editor',
      'its proposal': lot['proposal'] ?? base['proposal']!,
      'its second proposal': lot['second proposal'] ?? base['second proposal']!,
    };
  }

  private async requestOf(
    cell: Cell,
    swap: { from: string; to: string } | undefined,
    query: string,
  ): Promise<Record<string, unknown>> {
    const { row, subject, position } = cell;
    const { method, path, names, parameters } = this.operation(row);
    const [known, ids] = [this.known(cell), this.lotOf(position, subject)?.ids ?? {}];
    const fill = (text: string): string => text.replaceAll(/\{([a-z_ ]+)\}/g, (_, name: string) => known[name] ?? name);
    const inPath = names.filter((name) => !['workspace', 'token'].includes(name));
    const things = Object.fromEntries(
      inPath.map((name, at) => [name, this.idFor(row.things[at] ?? '', position, ids)]),
    );
    let url = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
      name === 'workspace' ? this.stage.world.a.slug : (things[name] ?? 'x'.repeat(43)),
    );
    const asked = [fill(QUERIES[row.operation] ?? ''), query].filter((part) => part !== '').join('&');
    if (asked !== '') url += `?${asked}`;
    const needsVersion = parameters?.some(({ name }) => name === 'If-Match');
    const version = needsVersion ? { 'if-match': `"${String(await this.versionOf(row, ids))}"` } : {};
    const put = (text: string): string => (swap ? text.replaceAll(swap.from, swap.to) : text);
    const form = FORMS[row.operation]?.();
    if (form) return { method, url, headers: { ...subject.headers, ...form.headers }, payload: form.payload };
    const body = row.operation in BODIES ? put(fill(JSON.stringify(BODIES[row.operation]))) : undefined;
    const sent = body === undefined ? {} : { payload: body };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    return { method, url: put(url), headers: { ...type, ...version, ...subject.headers }, ...sent };
  }

  private idFor(thing: string, position: string, ids: Ids): string {
    if (WORDS.includes(thing)) return this.stage.base[thing]!;
    if (position === 'malformed') return 'no-id';
    return position === 'never' ? randomUUID() : (ids[thing] ?? randomUUID());
  }

  private async versionOf({ things }: Row, ids: Ids): Promise<number> {
    const thing = things.at(-1) ?? '';
    if (thing === '') return 1;
    const column = thing.startsWith('merged') ? 'old_id' : 'id';
    const [row] = await this.stage.world.a.rows<{ version: string | null }>(
      `SELECT to_jsonb(t) ->> 'version' AS version FROM ${TABLES[thing] ?? thing} t WHERE ${column} = $1`,
      [ids[thing] ?? randomUUID()],
    );
    return Number(row?.version ?? 1);
  }
}

/** An answer without what differs each time. */
export const toldIn = (text: string): string =>
  text
    .replaceAll(UUID, 'an id')
    .replaceAll(/"(requestId|audit-receipt|etag|content-length)":"[^"]*"/g, '')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, 'a time');

export const rowsOf = (operations: readonly Operation[]): Row[] =>
  operations.flatMap(({ operationId }) => TABLE.filter(({ operation }) => operation === operationId));
