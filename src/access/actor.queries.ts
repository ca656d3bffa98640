import { wordsOf } from './words.js';

/** A person as the reader may know them; joins `m` (membership) and `o` (organization acted for). */
export const actorJson = (m: string, o: string): string =>
  `json_build_object('id', ${m}.id, 'name', coalesce(${wordsOf(m, 'name_hash')}, ${m}.pseudonym), 'organization', json_build_object('id', ${o}.id, 'name', ${o}.name))`;

/** Joins for whoever added a row: their membership, and the organization that they acted for. */
export const addedBy = (
  row: string,
  m = 'm',
  o = 'o',
): string => `LEFT JOIN membership ${m} ON ${m}.workspace_id = ${row}.workspace_id AND ${m}.person_id = ${row}.person_id
  LEFT JOIN organization ${o} ON ${o}.id = ${row}.organization_id`;
