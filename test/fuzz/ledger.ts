// Which transaction wrote which table, kept by triggers that only the fuzz's database has, and compared with the audit log:
// no change without an event, no event without a change, and neither where a request was refused or only read.

import type { EntityManager } from 'typeorm';
import type { Fault, Remembered } from './judge.js';

/** Connections of this name prepare; what they write is no answer to anybody. */
export const PREPARING = 'fuzz-preparing';

const LEDGER = `
  CREATE UNLOGGED TABLE fuzz_ledger (tx xid8 NOT NULL DEFAULT pg_current_xact_id(), at timestamptz NOT NULL DEFAULT clock_timestamp(),
    what text NOT NULL, op text NOT NULL, workspace uuid, request text, action text, outcome text);
  CREATE FUNCTION fuzz_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE r jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  BEGIN
    INSERT INTO fuzz_ledger (what, op, workspace, request, action, outcome) VALUES (TG_TABLE_NAME,
      CASE WHEN TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'used_at' = r - 'used_at' THEN 'USE' ELSE TG_OP END, (r->>'workspace_id')::uuid,
      CASE TG_TABLE_NAME WHEN 'audit_event' THEN r->>'request_id' END, CASE TG_TABLE_NAME WHEN 'audit_event' THEN r->>'action' END,
      CASE TG_TABLE_NAME WHEN 'audit_event' THEN r->>'outcome' END);
    RETURN NULL;
  END $$;
  DO $$ DECLARE t text; BEGIN
    FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'fuzz_ledger' LOOP
      EXECUTE format($f$CREATE TRIGGER fuzz_note AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW
        WHEN (current_setting('application_name') <> '${PREPARING}') EXECUTE FUNCTION fuzz_note()$f$, t);
    END LOOP;
  END $$`;

export const keepLedger = (owner: EntityManager): Promise<unknown> => owner.query(LEDGER);

/** Writes that are no act of anybody, so they need no event; all others do. */
const NO_ACT: Record<string, string> = {
  'session USE': 'when it was last used',
  'access_token USE': 'when it was last used',
  'request_count INSERT': 'how much was asked',
  'request_count UPDATE': 'how much was asked',
  'request_count DELETE': 'how much was asked',
  'passkey_challenge INSERT': 'what a browser is asked to sign, for five minutes',
  'passkey_challenge UPDATE': 'what a browser is asked to sign, for five minutes',
  'passkey_challenge DELETE': 'what a browser is asked to sign, for five minutes',
  'begun_sign_in INSERT': "who went to an organization's sign-in, for ten minutes",
  'begun_sign_in DELETE': "who went to an organization's sign-in, for ten minutes",
  'sign_in_attempt INSERT': 'what slows down guessing',
  'sign_in_attempt UPDATE': 'what slows down guessing',
  'sign_in_attempt DELETE': 'what slows down guessing',
};
/** Tables that bear the event, or follow the change of another table by trigger: alone they are no change. */
const ALONGSIDE = new Set(['audit_event', 'audit_salt', 'audit_leaf', 'idempotency_key']);
/** Events of what changes no row by itself, because being seen is the act. */
const SEEN = new Set(['tally.exported']);
/** What reading may write: that somebody had it in hand. */
const READING = new Set(['custody_record INSERT', 'intake_custody INSERT']);

interface Transaction {
  tx: string;
  at: Date;
  writes: string[];
  workspaces: (string | null)[];
  events: { request: string; action: string; outcome: string; workspace: string | null }[];
}

const TRANSACTIONS = `
  SELECT tx::text, min(at) AS at, array_agg(DISTINCT what || ' ' || op) AS writes, array_agg(DISTINCT workspace::text) AS workspaces,
    coalesce(json_agg(json_build_object('request', request, 'action', action, 'outcome', outcome, 'workspace', workspace)) FILTER (WHERE what = 'audit_event'), '[]') AS events
  FROM fuzz_ledger GROUP BY tx ORDER BY 2`;

/** Holds every transaction and every request of the run against each other. */
export async function auditLedger(owner: EntityManager, requests: Remembered[]): Promise<Fault[]> {
  const transactions = await owner.query<Transaction[]>(TRANSACTIONS);
  const byId = new Map(requests.map((request) => [request.requestId, request]));
  const allowed = new Map<string, number>();
  const faults = transactions.flatMap((transaction) => faultsOf(transaction, requests, byId));
  for (const { events } of transactions)
    for (const { request, outcome } of events)
      if (outcome === 'allow') allowed.set(request, (allowed.get(request) ?? 0) + 1);
  return [...faults, ...requests.flatMap((request) => uncounted(request, allowed.get(request.requestId) ?? 0))];
}

function faultsOf(transaction: Transaction, requests: Remembered[], byId: Map<string, Remembered>): Fault[] {
  const { writes, events, workspaces } = transaction;
  const changes = writes.filter((write) => !(write in NO_ACT) && !ALONGSIDE.has(write.split(' ')[0] ?? ''));
  const at = new Set(workspaces.filter((workspace) => workspace !== null));
  if (changes.length === 0 && events.length === 0 && at.size < 2) return [];
  const request = events.map((event) => byId.get(event.request)).find(Boolean) ?? nearest(transaction, requests);
  const done = events.filter(({ outcome }) => outcome === 'allow');
  const fault = (rule: string): Fault => ({
    n: request?.n ?? 0,
    rule,
    detail: `${writes.join(', ')}; events: ${events.map((e) => `${e.action} ${e.outcome}`).join(', ') || 'none'}; ${describe(request)}`,
  });
  const faults: Fault[] = [];
  if (changes.length > 0 && done.length === 0) faults.push(fault('no change without an event'));
  if (changes.length === 0 && done.some(({ action }) => !SEEN.has(action)))
    faults.push(fault('no event without a change'));
  if (new Set(events.map((event) => event.request)).size > 1) faults.push(fault('one request in a transaction'));
  if (done.length > 0 && request && request.status >= 300) faults.push(fault('what was refused changed nothing'));
  if (changes.length > 0 && request?.method === 'GET' && !changes.every((write) => READING.has(write)))
    faults.push(fault('reading changes nothing'));
  if (at.size > 1) faults.push(fault('a transaction stays in its workspace'));
  return faults;
}

/** Acts of which the log tells more than one event, each with the reason. */
const MORE_THAN_ONE: Record<string, string> = {
  BulkActions_confirm: 'one for each thing that it does, and there may be none',
  BulkActions_undo: 'one for each thing that it puts back',
  Intake_record: 'one for the document, and one for each thing that is made of it',
  Recoveries_use: 'one of the account, and one in each workspace of its person',
};
/** Requests that do nothing though they are no GET. */
const NONE: Record<string, string> = {
  Workflows_check: 'it only checks',
  SignIn_askPasskey: 'nobody is signed in yet; what follows is an event',
};

function uncounted({ n, operationId, method, status, isReplay, kind, said }: Remembered, events: number): Fault[] {
  if (
    method === 'GET' ||
    method === 'HEAD' ||
    method === 'OPTIONS' ||
    status >= 300 ||
    operationId in MORE_THAN_ONE ||
    kind === 'garbage'
  )
    return [];
  const expected = isReplay || operationId in NONE ? 0 : 1;
  if (events === expected) return [];
  return [{ n, rule: 'one event for one act', detail: `${String(events)} events for ${said} (${String(status)})` }];
}

/** Whoever was being answered at that moment: a transaction without an event names nobody. */
function nearest({ at }: Transaction, requests: Remembered[]): Remembered | undefined {
  const time = new Date(at).getTime();
  const meanwhile = requests.filter(({ begun, ended }) => begun - 1 <= time && time <= ended + 1);
  return meanwhile.find(({ method, status }) => method !== 'GET' && status < 300) ?? meanwhile[0];
}

const describe = (request: Remembered | undefined): string =>
  request ? `request ${String(request.n)}: ${request.said} (${String(request.status)})` : 'no request';
