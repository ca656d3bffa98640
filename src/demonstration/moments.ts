import type { INestApplicationContext } from '@nestjs/common';
import { inWorkspace } from '../access/in-workspace.js';
import { EntityManager } from 'typeorm';
import { run, statement } from '../common/statement.js';
import { dprk } from './dprk.js';
import { findEnterer } from './founding.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';

/** What shows a resolution as it stood on some days, as known today and as known before the last report was entered. */
export interface Moments {
  /** The source of that resolution. */
  sourceId: string;
  /** Between the entry of everything else and that of the last report. */
  before: string;
}

/** The moments of the demonstration; undefined where somebody has taken away what they speak of. */
export async function momentsOf(app: INestApplicationContext): Promise<Moments | undefined> {
  const actor = await findEnterer(app, dprk);
  if (!actor || dprk.lastReport === undefined) return undefined;
  const [found] = await inWorkspace(actor, app.get(EntityManager), (tx) =>
    run<{ source_id: string | null; before: Date | null }>(tx, MOMENTS, [dprk.lastReport]),
  );
  return found?.source_id && found.before
    ? { sourceId: found.source_id, before: found.before.toISOString() }
    : undefined;
}

const MOMENTS = statement(`
  SELECT (SELECT s.id FROM source s WHERE s.workspace_id = heed_workspace() AND s.symbol = 'S/RES/2397(2017)') AS source_id,
    (SELECT min(e.created_at) - interval '1 millisecond' FROM ${SHOWN_EVIDENCE} e WHERE e.workspace_id = heed_workspace() AND e.published_last >= $1::date) AS before`);
