import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './row-security.js';

/**
 * Who changed what of a thing that people edit, from what to what. Triggers write it, so that no writer can forget it;
 * what is no edit (copies, states that tracks move) makes no version. See docs/decisions/versions-by-trigger.md.
 */
export class KeepVersions1795306760000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      TABLES,
      ...NOUNS.map(fieldsOf),
      KEEP,
      SETS,
      ...NOUNS.map(triggerOf),
      ...SET_TABLES.map(setTriggersOf),
    ])
      await runner.query(sql);
    await runner.query(appendOnly('record_version'));
    for (const sql of [READING, ERASURE, OWNERS, ...NOUNS.map(foundOf)]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION heed_keep_version, heed_keep_set_version CASCADE;
      ${NOUNS.map(({ table }) => `DROP FUNCTION heed_fields_of(${table});`).join('\n')}
      DROP TABLE version_change, record_version;
      DROP POLICY keeping ON organization; DROP POLICY keeping ON engagement;
      ${ERASE_WORDS('')}`);
  }
}

interface Noun {
  noun: string;
  table: string;
  /** Fields as PATCH and the item's answer call them, and what they are of row `r`. */
  fields: Record<string, string>;
  /** Columns that an edit sets: others of the row are copies, which come and go with every move of a track. */
  edited?: string;
}

const hex = (column: string): string => `encode(r.${column}, 'hex')`;
const plain = (...names: string[]): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [name, `r.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`]),
  );

const NOUNS: Noun[] = [
  {
    noun: 'recommendation',
    table: 'recommendation',
    fields: plain(
      ...[
        'code',
        'title',
        'text',
        'language',
        'translations',
        'sourceId',
        'partOf',
        'label',
        'section',
        'paragraph',
        'madeBy',
      ],
      ...[
        'affectedPersons',
        'legalBasis',
        'sdg',
        'subjectCountry',
        'condition',
        'nature',
        'priority',
        'confidentiality',
      ],
    ),
  },
  {
    noun: 'source',
    table: 'source',
    fields: plain(
      ...[
        'title',
        'kind',
        'symbol',
        'mechanism',
        'cycle',
        'session',
        'issuedOn',
        'language',
        'url',
        'accessedOn',
        'issuers',
      ],
      ...['recipients', 'copies', 'aliases', 'note'],
    ),
  },
  {
    noun: 'addressee',
    table: 'addressee',
    fields: plain('kind', 'code', 'isoCode', 'name', 'names', 'aliases', 'memberCount', 'successorId'),
  },
  { noun: 'theme', table: 'theme', fields: plain('code', 'label', 'labels') },
  { noun: 'organization', table: 'organization', fields: plain('name') },
  {
    noun: 'evidence',
    table: 'evidence',
    fields: {
      ...plain(
        ...[
          'title',
          'url',
          'locator',
          'publisher',
          'originId',
          'publishedOn',
          'accessedOn',
          'language',
          'reliability',
          'credibility',
        ],
        ...['confidentiality', 'acceptance', 'withdrawal'],
      ),
      verification: `CASE WHEN r.verified_by IS NULL THEN 'none' ELSE 'verified' END`,
      finding: hex('finding_hash'),
      quote: hex('quote_hash'),
      acceptanceReason: hex('acceptance_reason_hash'),
    },
  },
  {
    noun: 'follow-up',
    table: 'follow_up',
    fields: plain('addresseeId', 'asked', 'ask', 'viaGroupId', 'ownerId'),
    edited: 'addressee_id, asked, ask, via_group_id, owner_id',
  },
  {
    noun: 'engagement',
    table: 'engagement',
    fields: plain('kind', 'byAddresseeId', 'occurredOn', 'summary', 'outcome', 'awaitedOn', 'confidentiality'),
  },
];

/** Sets of a thing: one change for each that was put in or taken out. */
const SET_TABLES: { table: string; noun: string; parent: string; of: string; field: string; column: string }[] = [
  {
    table: 'recommendation_theme',
    noun: 'recommendation',
    parent: 'recommendation',
    of: 'recommendation_id',
    field: 'themeIds',
    column: 'theme_id',
  },
  {
    table: 'follow_up_link',
    noun: 'follow-up',
    parent: 'follow_up',
    of: 'follow_up_id',
    field: 'through',
    column: 'through_id',
  },
  {
    table: 'engagement_addressee',
    noun: 'engagement',
    parent: 'engagement',
    of: 'engagement_id',
    field: 'addresseeIds',
    column: 'addressee_id',
  },
  {
    table: 'engagement_recommendation',
    noun: 'engagement',
    parent: 'engagement',
    of: 'engagement_id',
    field: 'recommendationIds',
    column: 'recommendation_id',
  },
];

/** `version` is that of the item when it was changed. Of words of evidence a change holds the hash. */
const TABLES = `
  CREATE TABLE record_version (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    workspace_id uuid NOT NULL REFERENCES workspace,
    noun text NOT NULL CHECK (noun IN (${NOUNS.map(({ noun }) => `'${noun}'`).join(', ')})),
    item_id uuid NOT NULL,
    version integer NOT NULL,
    act text NOT NULL CHECK (act IN ('found', 'created', 'changed', 'restored')),
    person_id uuid REFERENCES person,
    organization_id uuid,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id), UNIQUE (item_id, version),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id));
  CREATE TABLE version_change (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    workspace_id uuid NOT NULL REFERENCES workspace,
    version_id uuid NOT NULL,
    field text NOT NULL CHECK (field <> ''),
    before jsonb,
    after jsonb,
    FOREIGN KEY (workspace_id, version_id) REFERENCES record_version (workspace_id, id));
  CREATE INDEX ON version_change (version_id);
  CREATE TRIGGER append_only BEFORE UPDATE ON version_change FOR EACH ROW EXECUTE FUNCTION heed_refuse_change();
  CREATE TRIGGER append_only_all BEFORE TRUNCATE ON version_change EXECUTE FUNCTION heed_refuse_change()`;

const fieldsOf = ({ table, fields }: Noun): string => `
  CREATE FUNCTION heed_fields_of(r ${table}) RETURNS jsonb LANGUAGE sql STABLE AS $$ SELECT jsonb_build_object(${Object.entries(
    fields,
  )
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(', ')}) $$`;

/** Whoever is nobody here (the operator, the system) is not named. What was erased is not told once more while it goes. */
const KEEP = `
  CREATE FUNCTION heed_keep_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      old_fields jsonb;
      new_fields jsonb;
      kept uuid := gen_random_uuid();
    BEGIN
      IF TG_OP = 'UPDATE' THEN
        old_fields := heed_fields_of(OLD);
        new_fields := heed_fields_of(NEW);
        IF new_fields = old_fields THEN RETURN NULL; END IF;
      END IF;
      INSERT INTO record_version (id, workspace_id, noun, item_id, version, act, person_id, organization_id)
      VALUES (kept, NEW.workspace_id, TG_ARGV[0], NEW.id, NEW.version,
        CASE WHEN TG_OP = 'UPDATE' THEN 'changed' WHEN NEW.version = 1 THEN 'created' ELSE 'restored' END, heed_person(),
        (SELECT o.id FROM organization o WHERE o.workspace_id = NEW.workspace_id AND o.id = heed_organization()));
      IF TG_OP = 'UPDATE' THEN
        INSERT INTO version_change (workspace_id, version_id, field, before, after)
        SELECT NEW.workspace_id, kept, f.key, old_fields->f.key, f.value FROM jsonb_each(new_fields) f
        WHERE f.value IS DISTINCT FROM old_fields->f.key AND (new_fields->>'withdrawal' IS DISTINCT FROM 'erased' OR f.key = 'withdrawal');
      END IF;
      RETURN NULL;
    END $$`;

const triggerOf = ({ noun, table, edited }: Noun): string => `
  CREATE TRIGGER keep_created AFTER INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION heed_keep_version('${noun}');
  CREATE TRIGGER keep_version AFTER UPDATE ${edited === undefined ? '' : `OF ${edited} `}ON ${table} FOR EACH ROW EXECUTE FUNCTION heed_keep_version('${noun}')`;

/** What a thing is created with is no change of it. */
const SETS = `
  CREATE FUNCTION heed_keep_set_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      EXECUTE format('
        INSERT INTO record_version (workspace_id, noun, item_id, version, act, person_id, organization_id)
        SELECT DISTINCT p.workspace_id, %L, p.id, p.version, ''changed'', heed_person(),
          (SELECT o.id FROM organization o WHERE o.workspace_id = p.workspace_id AND o.id = heed_organization())
        FROM touched t JOIN %I p ON p.id = t.%I ON CONFLICT (item_id, version) DO NOTHING', TG_ARGV[0], TG_ARGV[1], TG_ARGV[2]);
      EXECUTE format('
        INSERT INTO version_change (workspace_id, version_id, field, before, after)
        SELECT v.workspace_id, v.id, %L, CASE WHEN %L = ''DELETE'' THEN to_jsonb(t.%I) END, CASE WHEN %L = ''INSERT'' THEN to_jsonb(t.%I) END
        FROM touched t JOIN %I p ON p.id = t.%I JOIN record_version v ON v.item_id = p.id AND v.version = p.version AND v.act = ''changed''',
        TG_ARGV[3], TG_OP, TG_ARGV[4], TG_OP, TG_ARGV[4], TG_ARGV[1], TG_ARGV[2]);
      RETURN NULL;
    END $$`;

const setTriggersOf = ({ table, noun, parent, of, field, column }: (typeof SET_TABLES)[number]): string => `
  CREATE TRIGGER keep_set_added AFTER INSERT ON ${table} REFERENCING NEW TABLE AS touched FOR EACH STATEMENT
    EXECUTE FUNCTION heed_keep_set_version('${noun}', '${parent}', '${of}', '${field}', '${column}');
  CREATE TRIGGER keep_set_removed AFTER DELETE ON ${table} REFERENCING OLD TABLE AS touched FOR EACH STATEMENT
    EXECUTE FUNCTION heed_keep_set_version('${noun}', '${parent}', '${of}', '${field}', '${column}')`;

/** A version is seen by whoever sees the thing today; recommendations that one may not know are not named by another thing. */
const READING = `
  ALTER TABLE record_version ENABLE ROW LEVEL SECURITY; ALTER TABLE record_version FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON record_version FOR SELECT TO heed_app, heed_reader USING (workspace_id = heed_workspace() AND CASE noun
    ${NOUNS.map(({ noun, table }) => `WHEN '${noun}' THEN EXISTS (SELECT FROM ${table} p WHERE p.id = item_id)`).join('\n    ')} END);
  CREATE POLICY keeping ON record_version TO heed_keeper USING (true);
  ALTER TABLE version_change ENABLE ROW LEVEL SECURITY; ALTER TABLE version_change FORCE ROW LEVEL SECURITY;
  CREATE POLICY own ON version_change TO heed_app, heed_reader USING (workspace_id = heed_workspace()
    AND EXISTS (SELECT FROM record_version v WHERE v.id = version_id)
    AND CASE WHEN field = 'recommendationIds' THEN EXISTS (SELECT FROM recommendation r WHERE r.id = (coalesce(after, before) #>> '{}')::uuid) ELSE true END);
  -- Of a withdrawn piece nothing is read that it said before, by anybody. Who erases it still has to find it.
  CREATE POLICY sealed ON version_change AS RESTRICTIVE FOR SELECT TO heed_app, heed_reader USING (field = 'withdrawal'
    OR current_user NOT IN ('heed_app', 'heed_reader') OR NOT EXISTS (SELECT FROM record_version v JOIN evidence e ON e.id = v.item_id
      WHERE v.id = version_id AND e.withdrawal <> 'none'));
  CREATE POLICY keeping ON version_change TO heed_keeper USING (true);
  CREATE POLICY keeping ON organization FOR SELECT TO heed_keeper USING (true);
  CREATE POLICY keeping ON engagement FOR SELECT TO heed_keeper USING (true);
  GRANT SELECT ON record_version, version_change TO heed_app, heed_reader;
  GRANT SELECT, INSERT ON record_version, version_change TO heed_keeper;
  GRANT SELECT ON organization, engagement TO heed_keeper`;

const ERASE_WORDS = (versions: string): string => `
  CREATE OR REPLACE FUNCTION heed_erase_words(decided uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      asked evidence_withdrawal;
      gone integer;
    BEGIN
      SELECT w.* INTO asked FROM evidence_withdrawal w JOIN evidence e ON e.id = w.evidence_id AND e.withdrawal = 'withdrawn'
        WHERE w.id = decided AND w.workspace_id = heed_workspace() AND w.decision = 'erase' AND w.requested_by <> w.confirmed_by
          AND w.confirmed_by = heed_person();
      IF NOT FOUND THEN
        RAISE EXCEPTION 'words are erased by two people' USING ERRCODE = 'insufficient_privilege';
      END IF;
      ${versions}
      DELETE FROM words WHERE workspace_id = asked.workspace_id AND (evidence_id = asked.evidence_id OR hash = asked.reason_hash);
      GET DIAGNOSTICS gone = ROW_COUNT;
      RETURN gone;
    END $$`;

/** The same function as before, which now reaches what earlier versions said; who changed it, and when, stays. */
const ERASURE =
  ERASE_WORDS(`DELETE FROM version_change WHERE workspace_id = asked.workspace_id AND field <> 'withdrawal'
        AND version_id IN (SELECT v.id FROM record_version v WHERE v.item_id = asked.evidence_id);`);

const OWNERS = `
  GRANT CREATE ON SCHEMA public TO heed_keeper;
  ALTER FUNCTION heed_keep_version() OWNER TO heed_keeper;
  ALTER FUNCTION heed_keep_set_version() OWNER TO heed_keeper;
  REVOKE CREATE ON SCHEMA public FROM heed_keeper`;

/** What stands there when versions begin to be kept: by whom is not known. Row security would hide it from whoever migrates. */
const foundOf = ({ noun, table }: Noun): string => `
  ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY; ALTER TABLE record_version NO FORCE ROW LEVEL SECURITY;
  INSERT INTO record_version (workspace_id, noun, item_id, version, act, recorded_at)
    SELECT t.workspace_id, '${noun}', t.id, t.version, 'found', t.updated_at FROM ${table} t;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY; ALTER TABLE record_version FORCE ROW LEVEL SECURITY`;
