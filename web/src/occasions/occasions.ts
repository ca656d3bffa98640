import { answer, client, ifMatch, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { useWorkspace } from '../frame/workspace';
import type { Recommendation } from '../recommendations/recommendation';

export type Occasion = Schema['OccasionView'];
export type Outcome = Occasion['outcome'];
export const OUTCOMES = ['done', 'not-done', 'not-known'] as const satisfies readonly Outcome[];
export type Saying = Schema['ConfirmDto'];

const OCCASIONS = '/api/v1/workspaces/{workspace}/recommendations/{recommendationId}/occasions';

/** When it was done or not, the latest first, of what nothing corrects. */
export function useOccasions(recommendationId: string) {
  const workspace = useWorkspace();
  return usePages([workspace, 'occasions', recommendationId], (cursor) =>
    answer(
      client.GET(OCCASIONS, {
        params: { path: { workspace, recommendationId }, query: { limit: 20, cursor, standing: true } },
      }),
    ),
  );
}

export const recordOccasion = (workspace: string, recommendationId: string, body: Schema['RecordOccasionDto']) =>
  answer(client.POST(OCCASIONS, { params: { path: { workspace, recommendationId } }, body }));

export const confirm = (workspace: string, recommendationId: string, body: Saying) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/recommendations/{recommendationId}/confirmations', {
      params: { path: { workspace, recommendationId } },
      body,
    }),
  );

export const reviewEvery = (workspace: string, { id, version }: Recommendation, reviewMonths: number | null) =>
  answer(
    client.PATCH('/api/v1/workspaces/{workspace}/recommendations/{id}', {
      params: { path: { workspace, id }, header: ifMatch(version) },
      body: { reviewMonths },
    }),
  );
