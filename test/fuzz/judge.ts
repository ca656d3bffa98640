// The rules that every answer is held to. What a request left in the database is judged at the end, in ledger.ts.

import type { Contract } from '../support/contract.js';
import { isOfEvents } from '../support/event-streams.js';
import type { Draft, Kind } from './draft.js';
import type { Caller } from './people.js';
import type { Requests } from './requests.js';
import type { Got, Sent } from './wire.js';

export interface Judged {
  status: number;
  headers: Record<string, string | undefined>;
  text: string;
  body: unknown;
}
/** A request as it is remembered until the end. */
export interface Remembered {
  n: number;
  operationId: string;
  method: string;
  round: string;
  caller: string;
  kind: Kind;
  status: number;
  requestId: string;
  begun: number;
  ended: number;
  isReplay: boolean;
  said: string;
}
export interface Fault {
  n: number;
  rule: string;
  detail: string;
}
/** Where a request belongs, and what it may not be told there. */
interface Place {
  name: string;
  hidden: { id: string; from: (caller: Caller) => boolean }[];
}
interface Case {
  round: Place;
  draft: Draft;
  kind: Kind;
  sent: Sent;
  got: Got;
  begun: number;
}

/** What never stands in an answer: frames of a stack, statements and names of the database, hashes of passwords. */
const LEAKS =
  /\n\s+at |node_modules|\.[jt]s:\d+|\bSELECT\b.+\bFROM\b|INSERT INTO|\bUPDATE\b.+\bSET\b|violates|syntax error|relation "|constraint "|column "|heed_(app|auth|nobody|reader|keeper)|password_hash|\$argon2|QueryFailed|TypeError|Cannot read/;

export class Judge {
  readonly remembered: Remembered[] = [];
  readonly faults: Fault[] = [];
  readonly unprepared: string[] = [];

  constructor(
    private readonly contract: Contract,
    private readonly requests: Requests,
  ) {}

  judge({ round, draft, kind, sent, got, begun }: Case): Judged {
    const n = this.remembered.length + 1;
    const body = bodyOf(got);
    const said = `${draft.caller.name}: ${sent.method} ${sent.path.slice(0, 300)} ${JSON.stringify(draft.headers).slice(0, 200)} ${String(sent.body ?? '').slice(0, 500)}`;
    this.remembered.push({
      n,
      operationId: draft.operation.operationId,
      method: sent.method,
      round: round.name,
      caller: draft.caller.name,
      kind,
      status: got.status,
      requestId: got.headers['x-request-id'] ?? '',
      begun,
      ended: performance.timeOrigin + performance.now(),
      isReplay: got.headers['idempotency-replayed'] === 'true',
      said,
    });
    for (const [rule, detail] of this.broken({ round, draft, kind, sent, got, begun }, body))
      this.faults.push({
        n,
        rule,
        detail: `round ${round.name}, ${kind}: ${said}\n    ${String(got.status)} ${detail}`,
      });
    return { status: got.status, headers: got.headers, text: got.text, body };
  }

  /** Every rule that the answer breaks. */
  private broken({ round, draft, kind, sent, got }: Case, body: unknown): [string, string][] {
    const broken: [string, string][] = [];
    const excerpt = got.text.slice(0, 400);
    if (got.status >= 500 && !(String(got.status) in draft.operation.responses)) broken.push(['no 5xx', excerpt]);
    if (got.status < 300 && kind === 'led') broken.push(['what is led to a failure is refused', excerpt]);
    // Checking a draft names what is wrong with it, whatever it is.
    const isTaken = got.status < 300 && draft.operation.operationId !== 'Workflows_check';
    const forbidden = isTaken ? this.requests.forbids(draft, sent) : undefined;
    if (forbidden !== undefined) broken.push(['what the document forbids is refused', forbidden]);
    const unfit = this.unfit(sent, got, body);
    if (unfit !== undefined) broken.push(['as the document says', unfit]);
    if (got.status >= 400 && sent.method !== 'HEAD') broken.push(...problemFaults(got, body));
    const leak = LEAKS.exec(got.text)?.[0];
    if (got.status >= 400 && leak !== undefined && !asked(sent).includes(leak))
      broken.push(['no leak', `${leak} in ${excerpt}`]);
    if (got.status < 300) {
      const foreign = hiddenIn(got.text, round, draft);
      if (foreign !== undefined) broken.push(['nothing of others', `${foreign} in ${excerpt}`]);
    }
    return broken;
  }

  private unfit(sent: Sent, got: Got, body: unknown): string | undefined {
    const [path = '', query = ''] = sent.path.split('?');
    const fields = new URLSearchParams(query).getAll('fields');
    if (isUnreadable(body)) return undefined;
    try {
      this.contract.check({
        method: sent.method,
        path,
        fields: fields.length > 0 ? fields.flatMap((names) => names.split(',')) : undefined,
        status: got.status,
        body,
        contentType: got.headers['content-type'] ?? '',
        headers: got.headers,
      });
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  }
}

function bodyOf({ text, headers }: Got): unknown {
  const type = headers['content-type'] ?? '';
  if (text === '' && !isOfEvents(type)) return undefined;
  return type.includes('json') ? (JSON.parse(text) as unknown) : text;
}

/** What is no HTTP has reached no operation: test/medium/unreadable-requests.test.ts holds how it is answered. */
const isUnreadable = (body: unknown): boolean =>
  (body as { code?: unknown } | undefined)?.code === 'unreadable-request';

const asked = ({ path, body }: Sent): string => `${path} ${String(body ?? '')}`;

function problemFaults(got: Got, body: unknown): [string, string][] {
  const type = got.headers['content-type'];
  if (type !== 'application/problem+json; charset=utf-8') return [['failures are problems', String(type)]];
  const { status, requestId } = (body ?? {}) as Record<string, unknown>;
  const isTold = status === got.status && requestId === got.headers['x-request-id'];
  return isTold ? [] : [['failures are problems', `says ${String(status)}, request ${String(requestId)}`]];
}

/** Ids of another workspace, and of what only its own people may see, where the request did not bring them itself. */
function hiddenIn(text: string, round: Place, { caller }: Draft): string | undefined {
  return round.hidden.find(({ id, from }) => from(caller) && text.includes(id))?.id;
}
