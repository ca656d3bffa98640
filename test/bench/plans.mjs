// The plan check: no list reads a big table from end to end. Each statement is planned as the editor's, under the policies,
// once for its values and once for any values.
import pg from 'pg';

const BIG = 10_000;

/** `statement: table` for each sequential scan over a big table; empty when all is well. */
export async function scansOf(url) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const big = await client.query('SELECT relname FROM pg_class WHERE relkind = $1 AND reltuples > $2', ['r', BIG]);
    const tables = new Set(big.rows.map(({ relname }) => relname));
    const found = [];
    for (const [name, { text, values }] of Object.entries(await statementsOf(client)))
      for (const mode of ['force_custom_plan', 'force_generic_plan'])
        for (const table of await scannedBy(client, text, values, mode))
          if (tables.has(table)) found.push(`${name} (${mode}): ${table}`);
    return found;
  } finally {
    await client.end();
  }
}

/** The statements of every list with the filters and sorts that the page offers, caught on their way to the database. */
async function statementsOf(client) {
  const { readPage } = await import('../../dist/src/common/reading.js');
  const { FOLLOW_UPS } = await import('../../dist/src/follow-ups/follow-ups.queries.js');
  const { RECOMMENDATIONS } = await import('../../dist/src/recommendations/recommendations.queries.js');
  const { rows } = await client.query(
    `SELECT (SELECT id FROM theme LIMIT 1) AS theme, (SELECT id FROM addressee LIMIT 1) AS addressee, (SELECT id FROM source LIMIT 1) AS source`,
  );
  const [{ theme, addressee, source }] = rows;
  const caught = {};
  const catching = async (name, reading, sort, filters) => {
    const tx = { query: async (query) => ((caught[name] = query), []) };
    await readPage(tx, reading, { limit: 50, sort }, filters);
  };
  const filters = {
    none: {},
    theme: { theme: [theme] },
    'theme and state': { theme: [theme], implementationState: ['partially-implemented'] },
    addressee: { addressee: [addressee] },
    source: { source: [source] },
    phase: { implementationPhase: ['progressing'] },
    state: { implementationState: ['under-way'] },
    overdue: { overdue: true },
    contested: { contested: true },
  };
  for (const sort of Object.keys(FOLLOW_UPS.sorts))
    for (const [name, given] of Object.entries(filters))
      await catching(`follow-ups by ${sort}, ${name}`, FOLLOW_UPS, sort, given);
  for (const sort of Object.keys(RECOMMENDATIONS.sorts))
    for (const [name, given] of Object.entries({
      none: {},
      q: { q: 'rights' },
      theme: { theme: [theme] },
      source: { source: [source] },
    }))
      await catching(`recommendations by ${sort}, ${name}`, RECOMMENDATIONS, sort, given);
  return caught;
}

async function scannedBy(client, text, values, mode) {
  await client.query('BEGIN');
  try {
    await client.query(
      `SELECT set_config('app.workspace', w.id::text, true), set_config('app.organization', m.organization_id::text, true),
      set_config('app.person', m.person_id::text, true), set_config('app.roles', 'editor', true), set_config('app.language', 'en', true),
      set_config('plan_cache_mode', $1, true) FROM workspace w JOIN membership m ON m.workspace_id = w.id`,
      [mode],
    );
    await client.query('SET LOCAL ROLE heed_app');
    await client.query(`PREPARE planned AS ${text}`);
    const literals = values.map((value) => literal(client, value)).join(', ');
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE planned (${literals})`);
    return seqScans(rows[0]['QUERY PLAN'][0].Plan);
  } finally {
    await client.query('ROLLBACK');
    await client.query('DEALLOCATE ALL');
  }
}

const literal = (client, value) =>
  Array.isArray(value) ? client.escapeLiteral(`{${value.join(',')}}`) : client.escapeLiteral(String(value));
const seqScans = (plan) => [
  ...(plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name']] : []),
  ...(plan.Plans ?? []).flatMap(seqScans),
];
