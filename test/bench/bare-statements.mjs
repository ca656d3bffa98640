// The one statement of each operation over Heed's own tables: what its answer needs, and nothing else.
const DUE = `CASE WHEN due_on IS NULL THEN 'infinity'::date ELSE due_on END`;
const list = (page) => `SELECT coalesce(json_agg(x), '[]')::text FROM (
  SELECT f.id, f.response_state, f.implementation_state, f.due_on, f.version, f.recommendation_id, r.code, r.title, d.name AS addressee
  FROM (${page}) f JOIN recommendation r ON r.id = f.recommendation_id JOIN addressee d ON d.id = f.addressee_id ORDER BY f.due_on, f.id) x`;

export const O1 = `SELECT row_to_json(x)::text FROM (SELECT r.id, r.code, r.title, r.text, r.priority, r.version, r.created_at, s.symbol,
  (SELECT json_agg(t.label) FROM recommendation_theme rt JOIN theme t ON t.id = rt.theme_id WHERE rt.recommendation_id = r.id) AS themes,
  (SELECT coalesce(json_agg(y ORDER BY y.due_on), '[]') FROM (SELECT f.id, f.response_state, f.implementation_state, f.due_on, f.version, f.updated_at,
    json_build_object('id', d.id, 'name', d.name) AS addressee FROM follow_up f JOIN addressee d ON d.id = f.addressee_id WHERE f.recommendation_id = r.id) y) AS follow_ups
  FROM recommendation r JOIN source s ON s.id = r.source_id WHERE r.id = $1) x`;

export const O2 = list(
  `SELECT f.* FROM (SELECT id FROM follow_up_theme WHERE workspace_id = $3 AND theme_id = $1 AND implementation_state = $2
    ORDER BY ${DUE}, id LIMIT 50) k JOIN follow_up f ON f.id = k.id`,
);

export const O3 = list(
  `SELECT * FROM follow_up WHERE workspace_id = $3 AND (${DUE}, id) > ($1::date, $2::uuid) ORDER BY ${DUE}, id LIMIT 50`,
);

export const O4 = `SELECT coalesce(json_agg(x), '[]')::text FROM (SELECT id, code, title, priority, updated_at FROM recommendation
  WHERE workspace_id = $2 AND to_tsvector('english', search_text) @@ plainto_tsquery('english', $1) ORDER BY updated_at DESC, id DESC LIMIT 50) x`;

export const O5 = `SELECT json_agg(x)::text FROM (SELECT key, sum(unknown) AS unknown, sum(not_started) AS not_started, sum(progressing) AS progressing, sum(fulfilled) AS fulfilled,
  sum(not_done) AS not_done, sum(reversed) AS reversed FROM follow_up_count WHERE workspace_id = $1 AND kind = 'addressee' GROUP BY key) x`;

/** As of a day, from the rows that are only added. */
export const O5past = `SELECT json_agg(x)::text FROM (SELECT f.addressee_id, s.phase, count(*) FROM follow_up f JOIN track t ON t.follow_up_id = f.id AND t.axis = 'implementation'
  LEFT JOIN (SELECT DISTINCT ON (x.track_id) x.track_id, x.workflow_id, x.to_state FROM transition x WHERE x.workspace_id = $1 AND x.position IS NOT NULL AND x.occurred_last <= $2
    AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = x.id) ORDER BY x.track_id, x.position DESC) x ON x.track_id = t.id
  LEFT JOIN workflow_state s ON s.workflow_id = x.workflow_id AND s.state = x.to_state WHERE f.workspace_id = $1 GROUP BY 1, 2) x`;

export const O6 = `WITH old AS (SELECT id, workspace_id, organization_id, workflow_id, state, stands_on FROM track WHERE id = $1 FOR UPDATE),
  t AS (INSERT INTO transition (id, workspace_id, track_id, workflow_id, from_workflow_id, transition, from_state, to_state, position, person_id, organization_id, occurred_last)
    SELECT gen_random_uuid(), workspace_id, id, workflow_id, workflow_id, $2, state, $3, (SELECT position FROM transition WHERE id = stands_on) + 1,
      (SELECT person_id FROM transition WHERE id = stands_on), organization_id, current_date FROM old RETURNING id, from_state, recorded_at),
  u AS (UPDATE track k SET state = $3, phase = $4, stands_on = t.id, version = version + 1, updated_at = now() FROM old, t WHERE k.id = old.id RETURNING k.id AS track_id, k.state, k.version)
  SELECT json_build_object('id', t.id, 'trackId', u.track_id, 'from', t.from_state, 'to', u.state, 'version', u.version, 'recordedAt', t.recorded_at)::text FROM t, u`;
