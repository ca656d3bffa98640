import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAsOfViews } from './as-of-views.js';

/**
 * Assessments, observations, occasions, next steps, comments, contributions and relations as of a moment, and what engagements and
 * next steps said then: where an edit overwrites, its version says what was before. So next steps have versions from now on, and
 * those of engagements keep the last possible day of an awaited reply beside its date.
 */
export class StandNounsAsOf1795412000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      nouns([...NOUNS, 'next-step'], ''),
      ENGAGEMENT([...FIELDS, AWAITED]),
      STEPS,
      seen(STEP),
      SAID_AT,
    ])
      await runner.query(sql);
    await makeAsOfViews(runner);
  }

  /** Versions of next steps that were kept stay, seen by nobody. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION heed_said_at(timestamptz) CASCADE');
    await makeAsOfViews(runner);
    await runner.query(
      `DROP TRIGGER keep_created ON next_step; DROP TRIGGER keep_version ON next_step; DROP FUNCTION heed_fields_of(next_step)`,
    );
    for (const sql of [seen(''), ENGAGEMENT(FIELDS), nouns(NOUNS, 'NOT VALID')]) await runner.query(sql);
  }
}

const NOUNS = ['recommendation', 'source', 'addressee', 'theme', 'organization', 'evidence', 'follow-up', 'engagement'];

const nouns = (known: string[], how: string): string => `
  ALTER TABLE record_version DROP CONSTRAINT record_version_noun_check;
  ALTER TABLE record_version ADD CONSTRAINT record_version_noun_check CHECK (noun IN ('${known.join("', '")}')) ${how}`;

const FIELDS = [
  `'kind', r.kind, 'byAddresseeId', r.by_addressee_id, 'occurredOn', r.occurred_on, 'summary', r.summary, 'outcome', r.outcome`,
  `'awaitedOn', r.awaited_on, 'confidentiality', r.confidentiality`,
];
const AWAITED = `'awaitedLast', r.awaited_last`;
const ENGAGEMENT = (fields: string[]): string =>
  `CREATE OR REPLACE FUNCTION heed_fields_of(r engagement) RETURNS jsonb LANGUAGE sql STABLE AS $$ SELECT jsonb_build_object(${fields.join(', ')}) $$`;

/** What became of a step has rows of its own. */
const STEPS = `
  CREATE FUNCTION heed_fields_of(r next_step) RETURNS jsonb LANGUAGE sql STABLE
    AS $$ SELECT jsonb_build_object('what', r.what, 'ownerId', r.owner_id, 'dueOn', r.due_on, 'dueLast', r.due_last) $$;
  CREATE TRIGGER keep_created AFTER INSERT ON next_step FOR EACH ROW EXECUTE FUNCTION heed_keep_version('next-step');
  CREATE TRIGGER keep_version AFTER UPDATE OF what, owner_id, due_on, due_last ON next_step FOR EACH ROW EXECUTE FUNCTION heed_keep_version('next-step')`;

const TABLES = NOUNS.map(
  (noun) => `WHEN '${noun}' THEN EXISTS (SELECT FROM ${noun.replace('-', '_')} p WHERE p.id = item_id)`,
);
const STEP = `WHEN 'next-step' THEN EXISTS (SELECT FROM next_step p WHERE p.id = item_id)`;
const seen = (more: string): string =>
  `ALTER POLICY own ON record_version USING (workspace_id = heed_workspace() AND CASE noun ${TABLES.join(' ')} ${more} END)`;

/**
 * By when an edit has to be recorded to count: by the moment, as what bears no date of its own. What was entered only after it is
 * history that was brought in, and says what is known of it by the instant.
 */
const SAID_AT = `
  CREATE FUNCTION heed_said_at(created timestamptz) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT CASE WHEN created <= heed_then() THEN heed_then() ELSE heed_known_at() END $$`;
