-- Heed's rows for the same record: every word, date and link comes from the plain baseline, which stands beside it in the
-- schema "plain" and is dropped afterwards. Triggers are off, so each copied column is written here as triggers would.
-- Ids are those of the baseline in the shape of a UUID. $HASH is the SHA-256 of the editor's token.
SET session_replication_role = replica;
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';

-- Indexes that no constraint needs are made at the end, which takes a third of the time.
CREATE TEMP TABLE held AS
SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index i
WHERE indrelid = ANY ('{recommendation,recommendation_theme,follow_up,track,transition,evidence,track_evidence,words}'::regclass[])
  AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid);
DO $$ DECLARE h held; BEGIN FOR h IN SELECT * FROM held LOOP EXECUTE 'DROP INDEX ' || h.name; END LOOP; END $$;

CREATE FUNCTION plain.shape(id uuid) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT overlay(overlay(id::text placing '4' from 15) placing '8' from 20)::uuid $$;
CREATE FUNCTION plain.id(text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT plain.shape(md5($1)::uuid) $$;
CREATE TEMP TABLE r AS SELECT plain.shape(id) AS id, split_part(title, ' ', 2)::int AS n, title, body, theme, priority, source_document, created_at FROM plain.recommendation;
CREATE TEMP TABLE a AS SELECT plain.shape(id) AS id, plain.shape(recommendation_id) AS recommendation_id, plain.shape(addressee_id) AS addressee_id, state, due_on, updated_at FROM plain.assignment;
CREATE TEMP TABLE e AS SELECT plain.shape(id) AS id, plain.shape(assignment_id) AS assignment_id, substr(title, 10)::int AS n, title, url FROM plain.evidence;

-- One workspace, four organizations (the editor's is the first), an editor with a token.
CREATE TEMP TABLE bench AS SELECT plain.id('workspace') AS w, plain.id('organization0') AS o, plain.id('person') AS p,
  (SELECT id FROM workflow WHERE key = 'advocacy-response' AND workspace_id IS NULL ORDER BY version DESC LIMIT 1) AS response,
  (SELECT id FROM workflow WHERE key = 'implementation' AND workspace_id IS NULL ORDER BY version DESC LIMIT 1) AS implementation,
  (SELECT id FROM workflow WHERE key = 'publication' AND workspace_id IS NULL ORDER BY version DESC LIMIT 1) AS publication;
INSERT INTO workspace (id, slug, name, time_zone) SELECT w, 'bench', 'Bench', 'Asia/Seoul' FROM bench;
INSERT INTO organization (id, workspace_id, name) SELECT plain.id('organization' || i), w, 'Organization ' || i FROM bench, generate_series(0, 3) i;
INSERT INTO person (id) SELECT p FROM bench;
INSERT INTO words (workspace_id, hash, salt, text, confidentiality, organization_id)
SELECT w, sha256('name'), substr(sha256('salt'), 1, 16), 'The editor', 'name', o FROM bench;
INSERT INTO membership (id, workspace_id, person_id, organization_id, name_hash, pseudonym, roles, starts_on)
SELECT plain.id('membership'), w, p, o, sha256('name'), 'Member 1', '{editor}', '2020-01-01' FROM bench;
INSERT INTO account (id, person_id, email, password_hash) SELECT plain.id('account'), p, 'editor@bench.example', 'none' FROM bench;
INSERT INTO access_token (id, account_id, workspace_id, name, role, token_hash, expires_at)
SELECT plain.id('token'), plain.id('account'), w, 'bench', 'editor', decode('$HASH', 'hex'), '2100-01-01' FROM bench;

INSERT INTO addressee (id, workspace_id, kind, code, name)
SELECT plain.shape(id), w, CASE kind WHEN 'state' THEN 'state' ELSE 'un-body' END, upper(replace(name, ' ', '-')), name FROM plain.addressee, bench;
INSERT INTO theme (id, workspace_id, code, label, labels)
SELECT plain.id('theme' || theme), w, replace(theme, ' ', '-'), initcap(theme), jsonb_build_object('ko', '주제 ' || theme)
FROM (SELECT DISTINCT theme FROM plain.recommendation) t, bench;
INSERT INTO source (id, workspace_id, title, kind, symbol, issuers)
SELECT plain.id('source' || symbol), w, 'Report ' || symbol, 'report', symbol, ARRAY['Human Rights Council']
FROM (SELECT DISTINCT source_document AS symbol FROM plain.recommendation) s, bench;

-- A tenth is for the own organization only, spread over all four.
INSERT INTO recommendation (id, workspace_id, organization_id, confidentiality, code, title, text, source_id, priority, nature, search_text, created_at, updated_at)
SELECT id, w, plain.id('organization' || n % 4), CASE WHEN n % 10 = 0 THEN 'organization' WHEN n % 10 < 4 THEN 'public' ELSE 'coalition' END, code, title, body,
  plain.id('source' || source_document), (ARRAY['low', 'low', 'normal', 'normal', 'high'])[priority], 'once', concat_ws(' ', code, title, body), created_at, created_at
FROM (SELECT r.*, 'R-' || n AS code FROM r) r, bench;
INSERT INTO recommendation_theme (workspace_id, recommendation_id, theme_id) SELECT w, id, plain.id('theme' || theme) FROM r, bench;
INSERT INTO track (id, workspace_id, organization_id, confidentiality, recommendation_id, axis, workflow_id, state)
SELECT plain.id('publication' || r.id), w, organization_id, confidentiality, r.id, 'publication', publication, 'draft' FROM recommendation r, bench;
ANALYZE a, e, recommendation, recommendation_theme;

-- The nine states of the baseline over the eight of the workflow; the response's states by the number of the follow-up.
CREATE TEMP TABLE f AS
SELECT a.id, r.id AS recommendation_id, r.organization_id, r.confidentiality, r.code, r.source_id, ARRAY[rt.theme_id] AS theme_ids, a.addressee_id, a.due_on, a.updated_at, i.n,
  (ARRAY['not-delivered', 'delivered', 'acknowledged', 'accepted', 'partially-accepted', 'noted', 'rejected', 'no-reply'])[1 + i.n % 8] AS response,
  CASE a.state WHEN 'proposed' THEN 'not-assessed' WHEN 'accepted' THEN 'not-assessed' WHEN 'noted' THEN 'no-action' WHEN 'assigned' THEN 'under-way'
    WHEN 'in_progress' THEN 'partially-implemented' WHEN 'reported' THEN 'reported-implemented' WHEN 'verified' THEN 'implemented'
    WHEN 'implemented' THEN 'not-implemented' ELSE 'reversed' END AS implementation
FROM a JOIN recommendation r ON r.id = a.recommendation_id JOIN recommendation_theme rt ON rt.recommendation_id = r.id
-- The baseline has some pairs twice; of those Heed follows one.
JOIN (SELECT plain.id('s' || n) AS id, n FROM generate_series(1, (SELECT count(*) FROM a)) n) i ON i.id = a.id
WHERE NOT EXISTS (SELECT FROM a b WHERE b.recommendation_id = a.recommendation_id AND b.addressee_id = a.addressee_id AND b.id < a.id);
ANALYZE f;
INSERT INTO deadline (id, workspace_id, recommendation_id, follow_up_id, axis, due_on, due_last, basis, met_by, person_id, organization_id)
SELECT plain.id('d' || n), w, recommendation_id, id, 'implementation', due_on::text, due_on, 'As asked', '{withdrawn}', p, o FROM f, bench;
INSERT INTO follow_up (id, workspace_id, organization_id, confidentiality, recommendation_id, recommendation_code, source_id, theme_ids, addressee_id, asked, ask,
  response_state, response_phase, implementation_state, implementation_phase, due_on, moved_at, created_at, updated_at)
SELECT f.id, w, f.organization_id, f.confidentiality, recommendation_id, code, source_id, theme_ids, addressee_id, true, 'Do what is recommended.',
  f.response, sr.phase, f.implementation, si.phase, due_on, updated_at, updated_at, updated_at
FROM bench, f JOIN workflow_state sr ON sr.state = f.response AND sr.workflow_id = (SELECT response FROM bench)
JOIN workflow_state si ON si.state = f.implementation AND si.workflow_id = (SELECT implementation FROM bench);
INSERT INTO track (id, workspace_id, organization_id, confidentiality, recommendation_id, follow_up_id, axis, workflow_id, state, phase, stands_on, unchecked)
SELECT plain.id(axis || n), w, f.organization_id, f.confidentiality, recommendation_id, f.id, axis, s.workflow_id, s.state, s.phase, plain.id('t' || axis || n), true
FROM bench, f, LATERAL (VALUES ('response', bench.response, f.response), ('implementation', bench.implementation, f.implementation)) x(axis, workflow, state)
JOIN workflow_state s ON s.workflow_id = x.workflow AND s.state = x.state;
-- In the course of a year, before any of it was entered: a month of them is a twelfth, at every size.
INSERT INTO transition (id, workspace_id, track_id, workflow_id, from_workflow_id, transition, from_state, to_state, position, person_id, organization_id, occurred_on, occurred_last, recorded_at, unchecked)
SELECT t.stands_on, w, t.id, t.workflow_id, t.workflow_id, 'open', v.definition->>'initial', t.state, 1, p, o, d.day::text, d.day, f.updated_at, true
FROM bench, f CROSS JOIN LATERAL (SELECT date '2023-06-02' + ((f.n - 1) * 365 / (SELECT max(n) FROM f))::integer AS day) d JOIN track t ON t.follow_up_id = f.id JOIN workflow v ON v.id = t.workflow_id;

-- Evidence of the implementation. One piece in fifty was verified, so some tracks are contested.
INSERT INTO origin (id, workspace_id, name) SELECT plain.id('origin' || i), w, 'Origin ' || i FROM bench, generate_series(0, 999) i;
INSERT INTO evidence (id, workspace_id, organization_id, confidentiality, kind, title, url, canonical_url, origin_id, reliability, credibility, acceptance, entered_by, verified_by, verified_at)
SELECT id, w, plain.id('organization' || n % 4), (ARRAY['public', 'coalition', 'coalition', 'coalition', 'organization'])[1 + n % 5], 'link', title, url, url,
  plain.id('origin' || n % 1000), 'B', 1 + n % 3, 'accepted', p, CASE WHEN n % 50 = 1 THEN p END, CASE WHEN n % 50 = 1 THEN timestamptz '2025-01-01' END
FROM e, bench;
INSERT INTO track_evidence (id, workspace_id, track_id, evidence_id, stance, shows, person_id, organization_id, recorded_at)
SELECT plain.id('l' || e.id), w, plain.id('implementation' || f.n), e.id, CASE WHEN e.n % 6 = 1 THEN 'contradicts' ELSE 'supports' END, 'act', p, o, timestamptz '2025-02-01'
FROM e JOIN f ON f.id = e.assignment_id, bench;

-- Each recommendation was found once and given another title since.
INSERT INTO record_version (id, workspace_id, noun, item_id, version, act, recorded_at)
SELECT plain.id('v' || n), w, 'recommendation', id, 2, 'changed', created_at FROM r, bench;
INSERT INTO version_change (workspace_id, version_id, field, before, after) SELECT w, plain.id('v' || n), 'title', '"Another"', to_jsonb(title) FROM r, bench;

-- A letter for each recommendation to whoever it is for first, and what hundreds of others keep for themselves.
CREATE TEMP TABLE first_of AS SELECT DISTINCT ON (recommendation_id) recommendation_id, addressee_id, n FROM f ORDER BY recommendation_id, n;
INSERT INTO engagement (id, workspace_id, organization_id, confidentiality, kind, occurred_on, occurred_last, summary, awaited_on, awaited_last)
SELECT plain.id('g' || n), w, plain.id('organization' || n % 4), (ARRAY['public', 'coalition', 'coalition', 'organization'])[1 + n % 4],
  (ARRAY['letter', 'reminder', 'meeting'])[1 + n % 3], (date '2024-01-01' + (n % 700)::integer)::text, date '2024-01-01' + (n % 700)::integer, 'They were asked.',
  CASE WHEN n % 3 = 0 THEN '2026-01-31' END, CASE WHEN n % 3 = 0 THEN date '2026-01-31' END
FROM first_of, bench;
INSERT INTO engagement_recommendation (workspace_id, engagement_id, recommendation_id) SELECT w, plain.id('g' || n), recommendation_id FROM first_of, bench;
INSERT INTO engagement_addressee (workspace_id, engagement_id, addressee_id) SELECT w, plain.id('g' || n), addressee_id FROM first_of, bench;
INSERT INTO inbox_item (id, workspace_id, person_id, organization_id, kind, text)
SELECT plain.id('i' || n), w, plain.id('person' || n % 300), o, 'sentence', 'For later ' || n FROM bench, generate_series(1, 20000) n;
INSERT INTO saved_view (id, workspace_id, person_id, name, address)
SELECT plain.id('v' || n), w, plain.id('person' || n % 300), 'View ' || n, '/follow-ups?contested=true' FROM bench, generate_series(1, 20000) n;

DO $$ DECLARE h held; BEGIN FOR h IN SELECT * FROM held LOOP EXECUTE h.definition; END LOOP; END $$;
ANALYZE;
SELECT heed_rebuild_contested();
SELECT heed_rebuild_follow_up_themes();
SELECT heed_rebuild_counts();
DROP SCHEMA plain CASCADE;
