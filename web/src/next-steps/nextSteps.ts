import { answer, client, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { useWorkspace } from '../frame/workspace';

export type NextStep = Schema['NextStepView'];

/** What they are looked for by. */
export interface Of {
  recommendation?: string;
  engagement?: string;
  source?: string;
}

/** What is to be done next, the earliest first. */
export function useNextSteps({ recommendation, engagement, source }: Of) {
  const workspace = useWorkspace();
  return usePages([workspace, 'next-steps', { recommendation, engagement, source }], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/next-steps', {
        params: {
          path: { workspace },
          query: {
            recommendation: recommendation ? [recommendation] : undefined,
            engagement: engagement ? [engagement] : undefined,
            source: source ? [source] : undefined,
            cursor,
            limit: 20,
          },
        },
      }),
    ),
  );
}
