import { answer, client, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { useWorkspace } from '../frame/workspace';

export type Shown = Schema['EngagementEvidenceView'];
export const SHOWS = ['text', 'delivery', 'minutes', 'took-place', 'reply'] as const satisfies Shown['shows'][];

/** The evidence of an engagement itself, the oldest first. */
export function usePieces(engagementId: string) {
  const workspace = useWorkspace();
  return usePages([workspace, 'engagements', engagementId, 'evidence'], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/engagements/{engagementId}/evidence', {
        params: { path: { workspace, engagementId }, query: { cursor, limit: 50 } },
      }),
    ),
  );
}

export const attach = (workspace: string, engagementId: string, evidenceId: string, shows: Shown['shows']) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/engagements/{engagementId}/evidence', {
      params: { path: { workspace, engagementId } },
      body: { evidenceId, shows },
    }),
  );

export const takeOff = (workspace: string, engagementId: string, evidenceId: string) =>
  answer(
    client.DELETE('/api/v1/workspaces/{workspace}/engagements/{engagementId}/evidence/{evidenceId}', {
      params: { path: { workspace, engagementId, evidenceId } },
    }),
  );
