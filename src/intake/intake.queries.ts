import { hangsOn, isShownRow, shownRows, withinLevel, withinParent } from '../access/shown-rows.js';
import { actorJson, addedBy } from '../access/actor.queries.js';
import { namedAddressee } from '../addressees/addressees.queries.js';
import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';
import { recommendationJson, titleOf } from '../recommendations/recommendation-title.js';

const countOf = (state: string): string =>
  `(SELECT count(*) FROM intake_proposal p WHERE p.intake_id = i.id AND p.state = '${state}')`;
const IN_LIST = `'id', i.id, 'title', i.title, 'language', i.language, 'format', i.format, 'mediaType', i.media_type, 'url', i.url, 'sha256', encode(i.sha256, 'hex'),
    'size', i.size, 'confidentiality', i.confidentiality, 'state', i.state, 'counts', json_build_object('proposed', ${countOf('proposed')},
    'accepted', ${countOf('accepted')}, 'rejected', ${countOf('rejected')}),
    'source', CASE WHEN i.source_id IS NOT NULL THEN json_build_object('id', i.source_id, 'title', s.title) END,
    'by', ${actorJson('m', 'o')}, 'createdAt', i.created_at, 'recordedAt', i.recorded_at,
    'recordedBy', CASE WHEN i.recorded_by IS NOT NULL THEN ${actorJson('rm', 'ro')} END, 'version', i.version`;

/** Documents, without their text. */
export const INTAKES: Reading = {
  table: 'intake i',
  within: withinLevel('i'),
  joins: `LEFT JOIN source s ON s.id = i.source_id ${addedBy('i')}
    LEFT JOIN membership rm ON rm.workspace_id = i.workspace_id AND rm.person_id = i.recorded_by LEFT JOIN organization ro ON ro.id = rm.organization_id`,
  item: `json_build_object(${IN_LIST})`,
  version: 'i.version',
  changed: 'i.updated_at',
  sorts: { createdAt: { by: 'i.created_at', type: 'timestamptz' }, title: { by: 'i.title', type: 'text' } },
  filters: { state: 'i.state = ANY (?::text[])' },
};

/** One document, with its text. */
export const INTAKE: Reading = {
  ...INTAKES,
  item: `json_build_object(${IN_LIST}, 'text', i.text, 'blocks', i.blocks, 'asSource', i.as_source)`,
  sorts: {},
  filters: {},
};

/** Who had a document in hand. */
export const INTAKE_CUSTODY: Reading = {
  table: 'intake_custody c',
  within: withinLevel('c'),
  joins: addedBy('c'),
  item: `json_build_object('id', c.id, 'act', c.act, 'by', ${actorJson('m', 'o')}, 'at', c.at)`,
  changed: 'c.at',
  sorts: { at: { by: 'c.at', type: 'timestamptz' } },
  filters: { intake: 'c.intake_id = ?::uuid' },
};

/** What was edited, whoever did it: what the rules gave stays beside it. */
const EDITED = `pr.proposed IS NOT NULL AND (pr.proposed->>'text' <> pr.text OR pr.proposed->'addressees' <> to_jsonb(pr.addressees)
  OR pr.proposed->'targets' <> to_jsonb(pr.targets) OR pr.proposed->'through' <> to_jsonb(pr.through) OR pr.proposed->'by' <> to_jsonb(pr.made_by)
  OR pr.proposed->'parts' <> to_jsonb(pr.parts) OR (pr.proposed->>'section') IS DISTINCT FROM pr.section
  OR (pr.proposed->>'label') IS DISTINCT FROM pr.label OR (pr.proposed->>'due') IS DISTINCT FROM pr.due)`;
const alike = (r: string, likeness: string, words: string): string =>
  `json_build_object('id', ${r}.id, 'code', ${r}.code, 'title', ${titleOf(r)}, 'likeness', ${likeness}, 'words', ${words})`;
const REPEATS = `SELECT coalesce(json_agg(${alike('r', 'round(100 * similarity(r.text, pr.text))', `'[]'::json`)}
  ORDER BY array_position(pr.repeats, r.id)), '[]') FROM ${shownRows('recommendation r')} WHERE r.id = ANY (pr.repeats)`;
const ECHOES = `SELECT coalesce(json_agg(${alike('r', `(e.found->'likeness')`, `(e.found->'words')`)} ORDER BY e.n), '[]')
  FROM jsonb_array_elements(pr.echoes) WITH ORDINALITY e(found, n) JOIN ${shownRows('recommendation r')} ON r.id = (e.found->>'id')::uuid`;
const THEMES = `SELECT coalesce(json_agg(json_build_object('id', t.id, 'code', t.code,
    'label', coalesce(t.labels->>current_setting('app.language', true), t.label)) ORDER BY t.code), '[]')
  FROM theme t WHERE t.id = ANY (pr.theme_ids)`;
const CHOSEN = `SELECT coalesce(json_agg(json_build_object('recommendation', ${recommendationJson('r')}, 'kind', c.chosen->>'kind') ORDER BY c.n), '[]')
  FROM jsonb_array_elements(pr.relations) WITH ORDINALITY c(chosen, n) JOIN ${shownRows('recommendation r')} ON r.id = (c.chosen->>'otherId')::uuid`;

export const PROPOSALS: Reading = {
  table: 'intake_proposal pr',
  within: withinParent('pr', 'intake', 'intake_id'),
  joins: `LEFT JOIN membership m ON m.workspace_id = pr.workspace_id AND m.person_id = pr.decided_by
    LEFT JOIN organization o ON o.id = pr.decided_for LEFT JOIN ${shownRows('recommendation q')} ON q.id = pr.recommendation_id`,
  item: `json_build_object('id', pr.id, 'text', pr.text, 'title', pr.title, 'addressees', pr.addressees, 'targets', pr.targets, 'through', pr.through,
    'section', pr.section, 'label', pr.label, 'by', pr.made_by, 'due', pr.due, 'parts', pr.parts, 'why', pr.why, 'reason', pr.reason,
    'span', json_build_object('start', pr.span_start, 'end', pr.span_end), 'state', pr.state, 'edited', ${EDITED}, 'repeats', (${REPEATS}),
    'echoes', (${ECHOES}), 'themes', (${THEMES}), 'relations', (${CHOSEN}),
    'decidedBy', CASE WHEN pr.decided_by IS NOT NULL THEN ${actorJson('m', 'o')} END, 'decidedAt', pr.decided_at, 'rejection', pr.rejection,
    'rejectionNote', pr.rejection_note, 'mergedInto', pr.merged_into,
    'recommendation', CASE WHEN q.id IS NOT NULL THEN ${recommendationJson('q')} END, 'version', pr.version)`,
  version: 'pr.version',
  changed: 'pr.updated_at',
  sorts: { place: { by: 'pr.span_start', type: 'numeric' } },
  filters: { intake: 'pr.intake_id = ?::uuid', state: 'pr.state = ANY (?::text[])' },
};

/** Whether an addressee bears a name: its own in any language, its code or an alias, in whatever case. */
const bears = (a: string, name: string): string => `(lower(${name}) = lower(${a}.name) OR upper(${name}) = ${a}.code
  OR EXISTS (SELECT FROM unnest(${a}.aliases) alias WHERE lower(alias) = lower(${name}))
  OR EXISTS (SELECT FROM jsonb_each_text(${a}.names) t WHERE lower(t.value) = lower(${name})))`;

/** Whom each name of a list means: no row, one, or several. */
export const NAMED = statement(`SELECT n.name, a.id FROM unnest($1::text[]) n(name)
  JOIN addressee a ON a.workspace_id = $2::uuid AND ${bears('a', 'n.name')}`);

/** Where a recommendation, or the whole that it is a part of, stands in a kept document: first in the one that it came from. */
export const PLACE_OF =
  statement(`SELECT json_build_object('intake', json_build_object('id', i.id, 'title', i.title), 'proposalId', p.id,
    'span', json_build_object('start', p.span_start, 'end', p.span_end), 'text', p.text)::text AS text
  FROM ${shownRows('recommendation r')} JOIN intake_proposal p ON p.workspace_id = r.workspace_id AND p.recommendation_id = coalesce(r.part_of, r.id)
  JOIN ${shownRows('intake i')} ON i.id = p.intake_id WHERE r.id = $1::uuid AND r.workspace_id = $2::uuid
  ORDER BY p.state = 'accepted' DESC, i.created_at, p.span_start LIMIT 1`);

/** What each text of a list repeats, in the order of the list. */
export const REPEATED = statement(
  `SELECT ARRAY(SELECT heed_repeats_of(t.text)) AS ids FROM unnest($1::text[]) WITH ORDINALITY t(text, n) ORDER BY t.n`,
);

/** The newest recommendations of official sources, or of all others, that whoever asks may see. */
export const TRACKED =
  statement(`SELECT r.id, r.text FROM ${shownRows('recommendation r')} JOIN source s ON s.id = r.source_id
  WHERE r.workspace_id = $1::uuid AND (s.kind = ANY ($2::text[]) OR s.mechanism IS NOT NULL) = $3::boolean
  ORDER BY r.created_at DESC, r.id DESC LIMIT $4::integer`);

/** Whoever decides on a document's proposals does so one after the other; its text stays where it is. */
export const LOCK_INTAKE = statement(
  `SELECT state, confidentiality, language FROM intake i WHERE id = $1::uuid AND workspace_id = $2::uuid AND ${isShownRow('i')} FOR NO KEY UPDATE`,
);

/** Proposals of a list, as they stand, in the order of the document. */
export const PROPOSALS_OF =
  statement(`SELECT json_build_object('items', coalesce(json_agg(${PROPOSALS.item} ORDER BY pr.span_start, pr.id), '[]'))::text AS text
  FROM ${PROPOSALS.table} ${PROPOSALS.joins ?? ''} WHERE pr.id = ANY ($1::uuid[]) AND pr.workspace_id = $2::uuid AND ${hangsOn('intake', 'pr.intake_id')}`);

/** The names that proposals of a document bear, rejected ones apart, and whom each means. */
export const NAMES_OF =
  statement(`SELECT json_build_object('items', coalesce(json_agg(json_build_object('name', n.name, 'proposals', n.proposals,
    'addressees', (SELECT coalesce(json_agg(${namedAddressee('a')} ORDER BY a.code), '[]') FROM addressee a
      WHERE a.workspace_id = $2::uuid AND ${bears('a', 'n.name')})) ORDER BY n.proposals DESC, n.name), '[]'))::text AS text
  FROM (SELECT name, count(*) AS proposals FROM intake_proposal p, unnest(p.addressees || p.targets || p.through) name
    WHERE p.intake_id = $1::uuid AND p.workspace_id = $2::uuid AND ${hangsOn('intake', 'p.intake_id')} AND p.state <> 'rejected' GROUP BY name) n`);
