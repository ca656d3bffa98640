import { shownRows } from '../access/shown-rows.js';
import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';

/** SQL for the name of an addressee in the reader's language. */
export const nameOf = (alias: string): string =>
  `coalesce(${alias}.names->>current_setting('app.language', true), ${alias}.name)`;

/** SQL for an addressee as it is named elsewhere: AddresseeNameView. */
export const namedAddressee = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${nameOf(alias)})`;

export const ADDRESSEES: Reading = {
  table: 'addressee a',
  joins: 'LEFT JOIN addressee s ON s.id = a.successor_id',
  item: `json_build_object('id', a.id, 'kind', a.kind, 'code', a.code, 'isoCode', a.iso_code, 'name', ${nameOf('a')}, 'names', a.names,
    'aliases', a.aliases, 'memberCount', a.member_count, 'members', (SELECT count(*) FROM addressee_member m WHERE m.group_id = a.id),
    'successor', CASE WHEN s.id IS NOT NULL THEN ${namedAddressee('s')} END, 'version', a.version)`,
  version: 'a.version',
  changed: 'a.updated_at',
  sorts: { name: { by: nameOf('a'), type: 'text' }, code: { by: 'a.code', type: 'text' } },
  filters: {
    kind: 'a.kind = ANY (?::text[])',
    q: `a.name ILIKE ? OR a.code ILIKE ? OR EXISTS (SELECT FROM unnest(a.aliases) alias WHERE alias ILIKE ?)
      OR EXISTS (SELECT FROM jsonb_each_text(a.names) n WHERE n.value ILIKE ?)`,
    member: 'EXISTS (SELECT FROM addressee_member m WHERE m.member_id = a.id AND m.group_id = ANY (?::uuid[]))',
  },
};

export const ADDRESSEE_MEMBERS: Reading = {
  table: 'addressee_member m',
  joins: 'LEFT JOIN addressee a ON a.id = m.member_id',
  item: `json_build_object('id', m.id, 'member', json_build_object('id', a.id, 'kind', a.kind, 'code', a.code, 'name', ${nameOf('a')}),
    'from', m.from_on, 'until', m.until_on, 'version', m.version)`,
  version: 'm.version',
  changed: 'm.updated_at',
  sorts: {
    name: { by: `(SELECT ${nameOf('a')} FROM addressee a WHERE a.id = m.member_id)`, type: 'text' },
    code: { by: '(SELECT a.code FROM addressee a WHERE a.id = m.member_id)', type: 'text' },
  },
  filters: { group: 'm.group_id = ?::uuid' },
};

export const IS_USED = statement(`SELECT FROM addressee a WHERE a.id = $1 AND (
  EXISTS (SELECT FROM ${shownRows('follow_up f')} WHERE a.id IN (f.addressee_id, f.via_group_id))
  OR EXISTS (SELECT FROM engagement_addressee e WHERE e.addressee_id = a.id) OR EXISTS (SELECT FROM ${shownRows('engagement e')} WHERE e.by_addressee_id = a.id)
  OR EXISTS (SELECT FROM addressee_member m WHERE a.id IN (m.group_id, m.member_id))
  OR EXISTS (SELECT FROM addressee former WHERE former.successor_id = a.id))`);

export const HAS_MEMBERS = statement('SELECT FROM addressee_member WHERE group_id = $1 LIMIT 1');

/** Whoever is a member for certain: from the last day that its beginning can mean, and no longer on the last that its end can. */
export const MEMBERS_ON =
  statement(`SELECT m.member_id AS id FROM addressee_member m JOIN addressee a ON a.id = m.member_id
  WHERE m.workspace_id = $1 AND m.group_id = $2 AND (m.from_last IS NULL OR m.from_last <= $3::date) AND (m.until_last IS NULL OR m.until_last > $3::date)
  ORDER BY a.code`);

/** Row locks don't reach a circle that two people close from opposite ends; this one does. */
export const LOCK_STRUCTURE = statement(
  `SELECT pg_advisory_xact_lock(hashtextextended('structure of addressees ' || $1, 0))`,
);

/** A row where the group ($2) is the member ($1) or is found among its members, however far down. */
export const IS_BELOW = statement(`WITH RECURSIVE below AS (
    SELECT $1::uuid AS id UNION SELECT m.member_id FROM addressee_member m JOIN below b ON b.id = m.group_id)
  SELECT FROM below WHERE id = $2`);

/** A row where the addressee ($2) is the successor ($1) or comes after it. */
export const IS_LATER = statement(`WITH RECURSIVE later AS (
    SELECT $1::uuid AS id UNION SELECT a.successor_id FROM addressee a JOIN later l ON l.id = a.id WHERE a.successor_id IS NOT NULL)
  SELECT FROM later WHERE id = $2`);
