import type { ApiDocument, Operation } from './document.js';
import { type Draft, encode, type Filling, type Kind } from './draft.js';
import { nounInPath } from './nouns.js';
import { type Caller, browser, NOBODY, program } from './people.js';
import { type Known, Pool } from './pool.js';
import type { Random } from './random.js';
import { type Judge, type Judged } from './judge.js';
import type { Role } from '../../src/access/actor.js';
import type { Factories } from '../factories/factories.js';
import type { Person } from './round-people.js';
import { queryFor } from './query.js';
import { Values } from './values.js';
import type { Wire } from './wire.js';

export type Recipe = (round: Round) => Filling | Promise<Filling>;
/** By operation: `valid`, and documented failures by status. */
export type Recipes = Record<
  string,
  Partial<
    Record<
      'valid' | '308' | '400' | '401' | '403' | '404' | '409' | '410' | '412' | '413' | '415' | '422' | '428' | '503',
      Recipe
    >
  >
>;

/** What a request needs could not be made, because of what was done before: somebody was ended, say. */
export class Unprepared extends Error {}

/** One workspace and the people in it, for some hundred requests, one after the other. */
export class Round {
  readonly pool: Pool;
  readonly values: Values;
  /** Operations that did what they are for. */
  readonly done = new Set<string>();

  constructor(
    readonly name: string,
    readonly random: Random,
    readonly document: ApiDocument,
    readonly a: Factories,
    readonly people: Person[],
    readonly strangers: Caller[],
    /** Ids that these callers may never be answered. */
    readonly hidden: { noun: string; id: string; from: (caller: Caller) => boolean }[],
    private readonly recipes: Recipes,
    private readonly wire: Wire,
    private readonly judge: Judge,
    /** Holds up whoever writes in this workspace, until what it answers is called. */
    readonly holdUp: () => Promise<() => Promise<void>>,
  ) {
    this.pool = new Pool(document);
    this.values = new Values(random, document, this.pool);
  }

  /** Somebody of the role, in a browser in which they signed in just now, or with a program. */
  as(role: Role, n = 0, isBrowser = true): Caller {
    const person = this.people.filter(({ roles }) => roles.includes(role))[n];
    if (!person) throw new Error(`Nobody here is ${role}.`);
    return isBrowser ? person.browser : person.program;
  }

  /** Whoever may call the operation, as the document says; who changes what is their own is somebody new. */
  private async callerFor({ roles, method, names }: Operation): Promise<Caller> {
    if (method !== 'GET' && !names.includes('workspace')) return this.spare();
    const fit = this.people.filter((person) => !roles || person.roles.some((role) => roles.includes(role)));
    const person = this.random.pick(fit.length > 0 ? fit : this.people);
    return this.random.happens(0.7) ? person.browser : person.program;
  }

  /** Somebody new, whom a test may end. */
  async spare(roles: Person['roles'] = ['partner']): Promise<Caller & { sessionId: string; membershipId: string }> {
    const spare = await program(this.a, 'Spare', roles);
    return { ...(await browser(this.a, spare)), membershipId: spare.member?.actor.membershipId ?? '' };
  }

  /** A request as the document asks for it, with the operation's recipe where it has one. */
  async valid(operation: Operation, changes: Filling = {}): Promise<Draft> {
    const filling = { ...(await this.recipes[operation.operationId]?.valid?.(this)), ...changes };
    return this.fill(operation, filling);
  }

  /** What the filling leaves open is drawn: ids from the pool, values from schemas, the version from a reading. */
  async fill(operation: Operation, filling: Filling = {}): Promise<Draft> {
    const caller = filling.caller ?? (await this.callerFor(operation));
    const path = { ...(await this.pathFor(operation, filling.path ?? {})), ...filling.path };
    const draft: Draft = {
      operation,
      query: queryFor(operation, this.random, this.values),
      headers: {},
      ...filling,
      caller,
      path,
    };
    if (operation.body && !('json' in filling) && !('raw' in filling)) draft.json = this.bodyFor(operation);
    draft.headers = { ...(await this.versionFor(draft)), ...draft.headers };
    return draft;
  }

  /** What could not be done for want of something else. */
  unprepared(why: string): void {
    this.judge.unprepared.push(why);
  }

  fault(rule: string, detail: string): void {
    this.judge.faults.push({ n: this.judge.remembered.length, rule, detail: `round ${this.name}: ${detail}` });
  }

  /** Sends it, has the answer judged, and learns from it. */
  async send(draft: Draft, kind: Kind): Promise<Judged> {
    const sent = encode(draft);
    const begun = performance.timeOrigin + performance.now();
    const got = await this.wire.send(sent);
    const answer = this.judge.judge({ round: this, draft, kind, sent, got, begun });
    if (answer.status >= 200 && answer.status < 300) {
      if (kind !== 'garbage') this.done.add(draft.operation.operationId);
      const { [draft.operation.names.at(-1) ?? '']: _own, ...above } = draft.path;
      this.pool.learn(draft.operation, draft.operation.path.endsWith('}') ? above : draft.path, answer.body);
      if (draft.operation.method === 'DELETE' && draft.operation.path.endsWith('}'))
        this.pool.forget(draft.path[draft.operation.names.at(-1) ?? ''] ?? '');
      this.pool.keepNext(draft.operation, answer.body, sent.path);
    }
    return answer;
  }

  /** Does an operation as it should be done; what is answered is the start of something else. */
  async make(operationId: string, changes: Filling = {}): Promise<Record<string, any>> {
    const answer = await this.send(await this.valid(this.document.get(operationId), changes), 'prepared');
    if (answer.status >= 300)
      throw new Unprepared(
        `${operationId} could not be prepared: ${String(answer.status)} ${answer.text.slice(0, 600)}`,
      );
    return (answer.body ?? {}) as Record<string, any>;
  }

  /** One that is known already, as a rule; else a new one. */
  async idOf(noun: string, maker: string): Promise<string> {
    const known = this.random.happens(0.8) ? this.pool.pick(this.random, noun)?.id : undefined;
    return known ?? String((await this.make(maker))['id']);
  }

  private async pathFor(operation: Operation, given: Record<string, string>): Promise<Record<string, string>> {
    const path: Record<string, string> = {};
    for (const name of [...operation.names].reverse()) {
      if (name === 'workspace') path[name] = this.a.slug;
      else if (!(name in path) && !(name in given)) Object.assign(path, await this.knownFor(operation, name));
    }
    return path;
  }

  private async knownFor(operation: Operation, name: string): Promise<Record<string, string>> {
    const words = this.document.parameter(operation, 'path', name)?.schema.enum;
    if (words) return { [name]: String(this.random.pick(words)) };
    const noun = nounInPath(operation.path, name);
    // Whoever changes a member changes somebody whom the rest of the round can spare.
    if (noun === 'member' && operation.method !== 'GET') return { [name]: (await this.spare()).membershipId };
    const isFresh = operation.method === 'DELETE' && operation.path.endsWith(`{${name}}`);
    const known = (isFresh ? undefined : this.pool.pick(this.random, noun)) ?? (await this.madeFor(noun));
    const { workspace: _workspace, ...above } = known?.path ?? {};
    return { ...above, [name]: known?.id ?? this.random.uuid() };
  }

  /** Makes one by the operation that answers 201 with this noun. */
  private async madeFor(noun: string): Promise<Known | undefined> {
    const maker = this.document.operations.find((each) => this.document.makes(each, noun));
    if (!maker) return this.pool.pick(this.random, noun);
    const { id } = await this.make(maker.operationId);
    return this.pool.find(noun, String(id));
  }

  private bodyFor({ body }: Operation): unknown {
    const { name, schema } = this.document.resolve(body?.schema ?? {});
    return this.values.of(schema, '', name, this.random.happens(0.1));
  }

  /** If-Match, where it is asked for: as the thing, or what it hangs on, is read now. */
  private async versionFor({ operation, path, caller, headers }: Draft): Promise<Record<string, string>> {
    if (!this.document.parameter(operation, 'header', 'If-Match')?.required || 'if-match' in headers) return {};
    for (let above = operation.path; above.includes('{workspace}/'); above = above.slice(0, above.lastIndexOf('/'))) {
      const reading = this.document.at('GET', above);
      if (!reading || !above.endsWith('}')) continue;
      const { headers: told } = await this.send(
        {
          operation: reading,
          caller: caller === NOBODY ? this.as('administrator') : caller,
          path,
          query: [],
          headers: {},
        },
        'prepared',
      );
      return { 'if-match': told['etag'] ?? '"1"' };
    }
    return { 'if-match': `"${String(this.pool.versionOf(path[operation.names.at(-1) ?? ''] ?? '') ?? 1)}"` };
  }
}
