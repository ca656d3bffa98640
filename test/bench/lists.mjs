// What the plan check asks: every list with the filters and sorts that the page offers, and every count. Statements are
// caught on their way to the database, as the services build them.
const AT = { limit: 50 };

/** Answers statements by name; `counts` may read what is left of the follow-ups, a list may not. */
export async function statementsOf(client) {
  const ids = await idsIn(client);
  const caught = { lists: {}, counts: {} };
  await addLists(caught.lists, ids);
  await addForMe(caught.lists, client, ids);
  await addChanges(caught.lists, client, ids);
  await addFaults(caught.counts, ids);
  await addCounts(caught, ids);
  return caught;
}

const from = (path) => import(`../../dist/src/${path}.queries.js`);

async function idsIn(client) {
  const one = (table) => `(SELECT id FROM ${table} LIMIT 1) AS ${table}`;
  const tables = [
    'workspace',
    'theme',
    'addressee',
    'source',
    'recommendation',
    'follow_up',
    'track',
    'membership',
    'evidence',
  ];
  const { rows } = await client.query(`SELECT ${[...tables, 'person'].map(one).join(', ')}`);
  return rows[0];
}

async function addLists(lists, ids) {
  const readings = await Promise.all(
    [
      ['follow-ups', from('follow-ups/follow-ups').then((q) => q.FOLLOW_UPS), followUpFilters(ids)],
      [
        'recommendations',
        from('recommendations/recommendations').then((q) => q.RECOMMENDATIONS),
        recommendationFilters(ids),
      ],
      ['evidence', from('evidence/evidence').then((q) => q.EVIDENCE), EVIDENCE_FILTERS],
      ['engagements', from('engagements/engagements').then((q) => q.ENGAGEMENTS), engagementFilters(ids)],
      [
        'inbox',
        from('inbox/inbox').then((q) => q.INBOX),
        { waiting: { removed: false }, 'taken out': { removed: true } },
      ],
      ['saved views', from('saved-views/saved-views').then((q) => q.SAVED_VIEWS), { none: {} }],
      [
        'merges',
        from('merges/merges').then((q) => q.MERGES),
        { none: {}, noun: { noun: ['source'] }, into: { into: ids.source } },
      ],
      [
        'bulk actions',
        from('bulk-actions/bulk-actions').then((q) => q.BULK_ACTIONS),
        { none: {}, action: { action: ['owner'] } },
      ],
      ['transitions', from('follow-ups/transitions').then((q) => q.TRANSITIONS), { track: { track: ids.track } }],
      [
        'evidence of a track',
        from('follow-ups/track-evidence').then((q) => q.TRACK_EVIDENCE),
        { track: { track: ids.track } },
      ],
      [
        'evidence of a follow-up',
        from('follow-ups/track-evidence').then((q) => q.FOLLOW_UP_EVIDENCE),
        { followUp: { followUp: ids.follow_up } },
      ],
      ['deadlines', from('follow-ups/deadlines').then((q) => q.DEADLINES), { followUp: { followUp: ids.follow_up } }],
      [
        'timeline',
        from('recommendations/timeline').then((q) => q.TIMELINE),
        { recommendation: { recommendation: ids.recommendation } },
      ],
      ['next steps', from('next-steps/next-steps').then((q) => q.NEXT_STEPS), nextStepFilters(ids)],
      [
        'comments',
        from('comments/comments').then((q) => q.COMMENTS),
        {
          followUp: { followUp: ids.follow_up },
          evidence: { evidence: ids.evidence },
          open: { followUp: ids.follow_up, resolved: false },
        },
      ],
      [
        'occasions',
        from('occasions/occasions').then((q) => q.OCCASIONS),
        { recommendation: { recommendation: ids.recommendation } },
      ],
      ['kept numbers', from('tallies/tallies').then((q) => q.TALLIES), { none: {} }],
      ['versions', from('versions/versions').then((q) => q.VERSIONS), { item: { item: ids.recommendation } }],
    ].map((each) => Promise.all(each)),
  );
  for (const [noun, reading, filters] of readings)
    for (const sort of Object.keys(reading.sorts).flatMap((name) => [name, `-${name}`]))
      for (const [name, given] of Object.entries(filters))
        lists[`${noun} by ${sort}, ${name}`] = await caughtPage(ids, reading, { ...AT, sort }, given);
}

const followUpFilters = ({ theme, addressee, source, recommendation, membership }) => ({
  none: {},
  open: { closed: false },
  theme: { theme: [theme] },
  'theme and state': { theme: [theme], implementationState: ['partially-implemented'] },
  'theme, contested': { theme: [theme], contested: true },
  addressee: { addressee: [addressee] },
  source: { source: [source] },
  code: { code: ['R-1'] },
  codes: { code: ['R-1', 'R-2', 'R-3'], closed: false },
  recommendation: { recommendation: [recommendation] },
  owner: { owner: [membership] },
  words: { q: 'rights' },
  'response phase': { responsePhase: ['agreed'] },
  phase: { implementationPhase: ['progressing'] },
  state: { implementationState: ['under-way'] },
  overdue: { overdue: true, closed: false },
  contested: { contested: true },
  'contested, open': { contested: true, closed: false },
});

const recommendationFilters = ({ theme, source, addressee, recommendation }) => ({
  none: {},
  q: { q: 'rights' },
  theme: { theme: [theme] },
  source: { source: [source] },
  addressee: { addressee: [addressee] },
  phase: { phase: ['progressing'] },
  parts: { partOf: recommendation },
});

const EVIDENCE_FILTERS = {
  none: {},
  kind: { kind: ['link'] },
  proposed: { acceptance: ['proposed'] },
  level: { confidentiality: ['coalition'] },
};

const engagementFilters = ({ addressee, recommendation, source }) => ({
  none: {},
  kind: { kind: ['letter'] },
  addressee: { addressee: [addressee] },
  recommendation: { recommendation: [recommendation] },
  source: { source: [source] },
});

const nextStepFilters = ({ membership, follow_up, recommendation, source }) => ({
  none: {},
  open: { state: ['open'] },
  overdue: { overdue: true },
  owner: { owner: [membership] },
  followUp: { followUp: [follow_up] },
  recommendation: { recommendation: [recommendation] },
  source: { source: [source] },
});

/** What waits for one person: each kind as the page asks for it, counted up to a hundred, and by itself. */
async function addForMe(lists, client, ids) {
  const forMe = await from('for-me/for-me');
  const { statesToCheck, returnsOf } = await import('../../dist/src/workflows/checks.js');
  const { rows } = await client.query('SELECT id, definition FROM workflow');
  const named = (of) =>
    JSON.stringify(rows.flatMap(({ id, definition }) => of(definition).map((each) => ({ workflow: id, ...each }))));
  const kinds = [
    ['to-verify', forMe.TO_VERIFY, 'updatedAt', { states: named((d) => statesToCheck(d, ['editor', 'verifier'])) }],
    ['returned', forMe.RETURNED, '-returnedAt', { moves: named(returnsOf) }],
    ['overdue', forMe.OVERDUE, 'dueOn', { member: ids.membership }],
    ['next-steps', forMe.NEXT_STEPS_OF, 'dueOn', { owner: ids.membership }],
    ['mentioned', forMe.MENTIONED, 'recordedAt', { member: ids.membership }],
    ['proposed', forMe.PROPOSED, 'updatedAt', { anyClaim: false }],
    ['answered', forMe.ANSWERED, '-updatedAt', { proposer: ids.person }],
    ['role-requests', forMe.OPEN_ROLE_REQUESTS, 'createdAt', { confirmer: ids.person }],
    ['withdrawals', forMe.OPEN_WITHDRAWALS, 'recordedAt', { confirmer: ids.person }],
  ];
  for (const [kind, reading, sort, given] of kinds) {
    lists[`for me, ${kind}`] = await caughtPage(ids, reading, { ...AT, sort }, given);
    lists[`for me, the first of ${kind}`] = await caughtPage(ids, reading, { limit: 10, countUpTo: 100, sort }, given);
  }
}

/** What changed in a month, kind by kind, by when it happened and by when it was entered. The days are settings, as the service has them. */
async function addChanges(lists, client, { workspace, addressee, theme, source }) {
  const { CHANGES, KINDS, orderOf } = await from('changes/changes');
  const days = { from: '2024-05-15', to: '2024-06-14', end: '2024-06-14', from_at: '2024-05-15', to_at: '2024-06-15' };
  for (const [name, value] of Object.entries(days))
    await client.query(`SELECT set_config('app.${name}', $1, false)`, [value]);
  const narrowed = {
    none: {},
    addressee: { addressee: [addressee] },
    theme: { theme: [theme] },
    source: { source: [source] },
  };
  for (const [by, readings] of Object.entries(CHANGES))
    for (const kind of KINDS)
      for (const [name, given] of Object.entries(narrowed))
        lists[`changes as ${by}, ${kind}, ${name}`] = await caughtPage(
          { workspace },
          readings[kind],
          { limit: 10, countUpTo: 1000, sort: orderOf(kind) },
          given,
        );
}

/** Rules over the whole record: each as the page counts it, and the first of those of one source. They may read a big table once. */
async function addFaults(counts, { workspace, source }) {
  const { READINGS } = await from('data-quality/data-quality');
  const page = { limit: 10, countUpTo: 1000, sort: 'since' };
  for (const [fault, reading] of Object.entries(READINGS))
    for (const [name, given] of Object.entries({ all: {}, source: { source: [source] } })) {
      const filters = { ...given, dismissed: false, ...(fault === 'stale' ? { staleAfter: 12 } : {}) };
      counts[`data quality, ${fault}, ${name}`] = await caughtPage({ workspace }, reading, page, filters);
    }
}

/** Counts that are kept and lists of another shape, where no big table may be read; and counts over what is left. */
async function addCounts({ lists, counts }, ids) {
  const { SILENCES } = await from('follow-ups/silences');
  const { SEARCH } = await from('search/search');
  const { NEWS } = await from('news/news');
  const { facetsStatement } = await from('follow-ups/facets');
  lists['search'] = { ...SEARCH, values: ['rights', 5] };
  lists['news'] = { ...NEWS, values: [] };
  lists['facets of what is open'] = facetsStatement({ closed: false });
  for (const [order, text] of Object.entries(SILENCES))
    counts[`silences, ${order}`] = { text, values: [50, null, null, null, order] };
  for (const [name, given] of Object.entries(followUpFilters(ids)))
    if (!['none', 'open'].includes(name)) counts[`facets, ${name}`] = facetsStatement({ closed: false, ...given });
  await addSummaries({ lists, counts }, ids);
}

async function addSummaries({ lists, counts }, { source, theme, addressee }) {
  const { isKept, summaryStatement } = await from('follow-ups/summary');
  const { PRESENT } = await import('../../dist/src/follow-ups/as-of.js');
  const { SUMMARY_AXES, GROUPINGS, ACROSS, UNITS } = await import('../../dist/src/follow-ups/summary.dto.js');
  const limits = {
    all: [null, null, null],
    source: [[source], null, null],
    theme: [null, [theme], null],
    addressee: [null, null, [addressee]],
  };
  for (const axis of SUMMARY_AXES)
    for (const unit of UNITS)
      for (const by of [undefined, ...GROUPINGS])
        for (const across of [undefined, ...(by === undefined ? [] : ACROSS.filter((other) => other !== by))])
          for (const [limit, values] of Object.entries(limits)) {
            const question = { axis, unit, by, across };
            const kept = isKept(question, limit !== 'all');
            const name = `summary of ${axis} by ${by ?? 'nothing'}, across ${across ?? 'nothing'}, of ${unit}, ${limit}`;
            (kept ? lists : counts)[name] = {
              ...summaryStatement(question, limit !== 'all', PRESENT),
              values: kept ? [] : values,
            };
          }
}

/** A page's statement as it is sent within the workspace. */
async function caughtPage({ workspace }, reading, page, given) {
  const { pageStatement } = await import('../../dist/src/common/page-statement.js');
  return pageStatement(reading, page, given, workspace);
}
