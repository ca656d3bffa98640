import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, guardByParent, guardByWorkspace, touched } from './row-security.js';

/** Measured quantities, and what was said of each: by whom, for which time, how surely. */
export class CreateIndicators1795308000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [
      INDICATORS,
      OBSERVATIONS,
      guardByWorkspace('indicator'),
      guardByParent('indicator_recommendation', 'recommendation', 'recommendation_id'),
      guardByWorkspace('observation'),
      guardByParent('observation_evidence', 'evidence', 'evidence_id'),
      touched('indicator'),
      appendOnly('observation'),
      appendOnly('observation_evidence'),
      RIGHTS,
    ])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE observation_evidence, observation, indicator_recommendation, indicator CASCADE');
  }
}

const INDICATORS = `
  CREATE TABLE indicator (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    title text NOT NULL CHECK (title <> ''),
    unit text NOT NULL CHECK (unit <> ''),
    baseline numeric,
    target numeric,
    note text,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (workspace_id, id));
  CREATE INDEX ON indicator (workspace_id, title, id);
  CREATE TABLE indicator_recommendation (
    workspace_id uuid NOT NULL REFERENCES workspace,
    indicator_id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    PRIMARY KEY (indicator_id, recommendation_id),
    FOREIGN KEY (workspace_id, indicator_id) REFERENCES indicator (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, recommendation_id) REFERENCES recommendation (workspace_id, id));
  CREATE INDEX ON indicator_recommendation (recommendation_id)`;

/** A value, a range that may be open on one side, or the reason why there is neither. A correction is of the same indicator, and the only one. */
const OBSERVATIONS = `
  CREATE TABLE observation (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace,
    person_id uuid NOT NULL REFERENCES person,
    organization_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    indicator_id uuid NOT NULL,
    period text NOT NULL,
    period_first date NOT NULL,
    period_last date NOT NULL,
    value numeric,
    low numeric,
    high numeric,
    estimate boolean NOT NULL,
    breaks_series boolean NOT NULL DEFAULT false,
    said_by_hash bytea NOT NULL,
    note_hash bytea,
    missing_reason_hash bytea,
    supersedes uuid UNIQUE,
    UNIQUE (indicator_id, id),
    UNIQUE (workspace_id, id),
    CHECK (period_first <= period_last),
    CHECK (low <= high),
    CHECK (((value IS NOT NULL)::integer + (num_nonnulls(low, high) > 0)::integer + (missing_reason_hash IS NOT NULL)::integer) = 1),
    CHECK (supersedes <> id),
    FOREIGN KEY (workspace_id, organization_id) REFERENCES organization (workspace_id, id),
    FOREIGN KEY (workspace_id, indicator_id) REFERENCES indicator (workspace_id, id),
    FOREIGN KEY (indicator_id, supersedes) REFERENCES observation (indicator_id, id));
  CREATE INDEX ON observation (indicator_id, period_last, id);
  CREATE TABLE observation_evidence (
    workspace_id uuid NOT NULL REFERENCES workspace,
    observation_id uuid NOT NULL,
    evidence_id uuid NOT NULL,
    evidence_version integer NOT NULL,
    PRIMARY KEY (observation_id, evidence_id),
    FOREIGN KEY (workspace_id, observation_id) REFERENCES observation (workspace_id, id),
    FOREIGN KEY (workspace_id, evidence_id) REFERENCES evidence (workspace_id, id));
  CREATE INDEX ON observation_evidence (evidence_id)`;

const RIGHTS = `
  GRANT SELECT ON indicator, indicator_recommendation, observation, observation_evidence TO heed_app, heed_reader;
  GRANT INSERT, UPDATE, DELETE ON indicator TO heed_app;
  GRANT INSERT, DELETE ON indicator_recommendation TO heed_app;
  GRANT INSERT ON observation, observation_evidence TO heed_app`;
