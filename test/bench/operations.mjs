// What each operation sends to each of the three servers. All three are asked for the same rows in the same order.
import { execute, TOKEN } from './databases.mjs';

export const DEEP_PAGE = 2000;
/** A day in the middle of what is recorded. */
const PAST = '2025-01-01';
const STATES = { from: 'partially-implemented', to: 'reported-implemented' };

/** `{ name, plain, bare, heed }` of raw requests for O1 to O6; `least` are the ratios to reach. */
export async function operationsOf(urls) {
  const [{ id: workspace }] = await execute(urls.heed, 'SELECT id FROM workspace');
  const [ids, themes, pages, words, tracks, moved] = [
    await sample(urls.heed),
    await themesOf(urls.heed),
    await pagesOf(urls),
    await wordsOf(urls.heed),
    await tracksOf(urls.heed),
    await movedOf(urls.plain),
  ];
  const of = (plain, bare, heed) => ({ plain: plain.map(lean), bare: bare.map(lean), heed: heed.map(authorized) });
  const lists = (name, page) => ({
    name,
    ...of([`assignments?${page.plain}`], [`follow-ups?${page.bare}`], [`follow-ups?${page.heed}`]),
  });
  const search = (q) =>
    of(
      [`search?q=${q}`],
      [`search?q=${q}&workspace=${workspace}`],
      [`recommendations?q=${q}&sort=-updatedAt&limit=50`],
    );
  return [
    {
      name: 'O1',
      least: [0.45, 0.45],
      ...of(
        ids.map(({ plain }) => `recommendations/${plain}`),
        ids.map(({ heed }) => `recommendations/${heed}`),
        ids.map(({ heed }) => `recommendations/${heed}`),
      ),
    },
    {
      name: 'O2',
      least: [0.5, 20],
      ...of(
        themes.map(({ code }) => `assignments?theme=${encodeURIComponent(code)}&state=in_progress`),
        themes.map(({ id }) => `follow-ups?theme=${id}&state=${STATES.from}&workspace=${workspace}`),
        themes.map(({ id }) => `follow-ups?theme=${id}&implementationState=${STATES.from}&sort=dueOn&limit=50`),
      ),
    },
    { ...lists('O3 page 1', pages.first), least: [0.5, 0.5] },
    { ...lists('O3 deep', pages.deep), least: [0.5, 0.5] },
    {
      name: 'O4 rare',
      least: [0.4, 0.4],
      ...of(
        words.map((q) => `search?q=${q}`),
        words.map((q) => `search?q=${q}&workspace=${workspace}`),
        words.map((q) => `recommendations?q=${q}&sort=-updatedAt&limit=50`),
      ),
    },
    { name: 'O4 common', least: [0.4, 0.4], ...search('rights') },
    {
      name: 'O5',
      least: [0.5, 50],
      ...of(['dashboard'], [`summary?workspace=${workspace}`], ['summary?axis=implementation&by=addressee']),
    },
    {
      name: 'O5 past',
      least: [0.5, 1],
      ...of(
        [`dashboard?asOf=${PAST}`],
        [`summary?workspace=${workspace}&asOf=${PAST}`],
        [`summary?axis=implementation&by=addressee&asOf=${PAST}`],
      ),
    },
    {
      name: 'O6',
      least: [0.35, 0.35],
      plain: moved.map(({ id, to }) => posted(`/assignments/${id}`, 'bench-token', { to, note: 'Moved.' })),
      bare: moves(tracks.slice(0, tracks.length / 2), (id, move) =>
        posted(`/tracks/${id}`, 'bench-token', { ...move, phase: 'progressing' }),
      ),
      heed: moves(tracks.slice(tracks.length / 2), (id, { transition }) =>
        posted(`/api/v1/workspaces/bench/tracks/${id}/transitions`, TOKEN, { transition, occurredOn: null }),
      ),
    },
  ];
}

const head = (method, path, token) =>
  `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${token}\r\n`;
const lean = (path) => `${head('GET', `/${path}`, 'bench-token')}\r\n`;
const authorized = (path) => `${head('GET', `/api/v1/workspaces/bench/${path}`, TOKEN)}\r\n`;

function posted(path, token, body) {
  const text = JSON.stringify(body);
  return `${head('POST', path, token)}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

/** Every track once to its other state, then every track once back. */
function moves(tracks, request) {
  const there = (state) =>
    state === STATES.from ? { transition: 'claim', to: STATES.to } : { transition: 'report-partial', to: STATES.from };
  const first = tracks.map(({ id, state }) => request(id, there(state)));
  return [...first, ...tracks.map(({ id, state }) => request(id, there(there(state).to)))];
}

/** Recommendations that the editor may read, by their number, which makes their id in both databases. */
const sample = (url) =>
  execute(
    url,
    `SELECT id AS heed, md5('r' || substr(code, 3)) AS plain FROM recommendation WHERE confidentiality <> 'organization' ORDER BY md5(code) LIMIT 5000`,
  );
const themesOf = (url) => execute(url, 'SELECT id, lower(label) AS code FROM theme ORDER BY id');
const wordsOf = async (url) =>
  (
    await execute(
      url,
      `SELECT DISTINCT split_part(title, ' in ', 2) AS word FROM recommendation WHERE confidentiality <> 'organization' ORDER BY 1 LIMIT 200`,
    )
  ).map(({ word }) => word);
const movedOf = (url) =>
  execute(
    url,
    `SELECT id, CASE state WHEN 'noted' THEN 'accepted' ELSE 'noted' END AS to FROM assignment ORDER BY md5(id::text) LIMIT 20000`,
  );

/** Tracks on which evidence of an act lets an editor go there and back, for as long as it takes. */
async function tracksOf(url) {
  const rows = await execute(
    url,
    `SELECT t.id, t.state FROM track t WHERE t.state IN ($1, $2) AND EXISTS (SELECT FROM track_evidence l JOIN evidence e ON e.id = l.evidence_id
       WHERE l.track_id = t.id AND l.stance = 'supports' AND l.shows = 'act' AND e.credibility <= 3 AND e.confidentiality IN ('public', 'coalition'))
       AND t.confidentiality <> 'organization' ORDER BY md5(t.id::text) LIMIT 40000`,
    [STATES.from, STATES.to],
  );
  return rows.slice(0, rows.length - (rows.length % 2));
}

/** Where the first and a deep page of 50 begin, by due date. */
async function pagesOf(urls) {
  const [{ count }] = await execute(urls.plain, 'SELECT count(*) FROM assignment');
  const deep = Math.min(DEEP_PAGE, Math.floor(Number(count) / 100)) * 50;
  const [workspace] = await execute(urls.heed, 'SELECT id FROM workspace');
  const at = async (url, table, offset) =>
    (
      await execute(url, `SELECT due_on::text AS due, id FROM ${table} ORDER BY due_on, id LIMIT 1 OFFSET ${offset}`)
    )[0];
  const [plain, heed] = [await at(urls.plain, 'assignment', deep - 1), await at(urls.heed, 'follow_up', deep - 1)];
  const cursor = Buffer.from(JSON.stringify(['dueOn', heed.due, heed.id])).toString('base64url');
  const zero = '2000-01-01_00000000-0000-0000-0000-000000000000';
  return {
    first: { plain: `after=${zero}`, bare: `after=${zero}&workspace=${workspace.id}`, heed: 'sort=dueOn&limit=50' },
    deep: {
      plain: `after=${plain.due}_${plain.id}`,
      bare: `after=${heed.due}_${heed.id}&workspace=${workspace.id}`,
      heed: `sort=dueOn&limit=50&cursor=${cursor}`,
    },
  };
}
