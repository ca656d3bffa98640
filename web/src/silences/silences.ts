import type { Schema } from '../api/client';
import { answer, client } from '../api/client';

export type Silence = Schema['SilenceView'];

export const SORTS = ['since', '-since'] as const;

interface Wanted {
  limit: number;
  addressee?: string[] | undefined;
  sort?: (typeof SORTS)[number];
  cursor?: string | undefined;
}

/** Who was asked and has not answered. */
export const readSilences = (workspace: string, query: Wanted) =>
  answer(client.GET('/api/v1/workspaces/{workspace}/silences', { params: { path: { workspace }, query } }));
