// The plan check: no list reads a big table from end to end. Each statement is planned as the editor's, under the policies,
// once for its values and once for any values.
import pg from 'pg';
import { statementsOf } from './lists.mjs';

const BIG = 10_000;

/** What the check found, in words: each sequential scan of a list over a big table, and which counts need one. */
export async function checkPlans(url) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query('SELECT relname FROM pg_class WHERE relkind = $1 AND reltuples > $2', [
      'r',
      BIG,
    ]);
    const tables = new Set(rows.map(({ relname }) => relname));
    const { lists, counts } = await statementsOf(client);
    const [inLists, inCounts] = [await scansOf(client, lists, tables), await scansOf(client, counts, tables)];
    return [
      `Plan check: ${Object.keys(lists).length} lists; big tables: ${[...tables].sort().join(', ')}.`,
      ...(inLists.length === 0 ? ['No list reads a big table from end to end.'] : inLists),
      `${Object.keys(counts).length} counts over whatever is left of the follow-ups; plans of them that read a big table from end to end:`,
      ...byKind(inCounts),
    ];
  } finally {
    await client.end();
  }
}

/** `summary by theme: follow_up 12`: what each kind of count reads. */
function byKind(scans) {
  const numbers = new Map();
  for (const scan of scans) {
    const kind = scan.replace(/[ ,].*: /, ': ');
    numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
  }
  return [...numbers].map(([kind, n]) => `  ${kind} ${n}`);
}

async function scansOf(client, statements, tables) {
  const found = [];
  for (const [name, { text, values }] of Object.entries(statements))
    for (const mode of ['force_custom_plan', 'force_generic_plan'])
      for (const table of await scannedBy(client, text, values, mode))
        if (tables.has(table)) found.push(`${name} (${mode}): ${table}`);
  return [...new Set(found)];
}

async function scannedBy(client, text, values, mode) {
  await client.query('BEGIN');
  try {
    await client.query(
      `SELECT set_config('app.workspace', w.id::text, true), set_config('app.organization', m.organization_id::text, true),
      set_config('app.person', m.person_id::text, true), set_config('app.roles', 'editor', true), set_config('app.language', 'en', true),
      set_config('plan_cache_mode', $1, true) FROM workspace w JOIN membership m ON m.workspace_id = w.id LIMIT 1`,
      [mode],
    );
    await client.query('SET LOCAL ROLE heed_app');
    await client.query(`PREPARE planned AS ${text}`);
    const literals = values.map((value) => literal(client, value)).join(', ');
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE planned ${literals && `(${literals})`}`);
    return seqScans(rows[0]['QUERY PLAN'][0].Plan);
  } finally {
    await client.query('ROLLBACK');
    await client.query('DEALLOCATE ALL');
  }
}

function literal(client, value) {
  if (value === null) return 'NULL';
  return client.escapeLiteral(Array.isArray(value) ? `{${value.join(',')}}` : String(value));
}

const seqScans = (plan) => [
  ...(plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name']] : []),
  ...(plan.Plans ?? []).flatMap(seqScans),
];
