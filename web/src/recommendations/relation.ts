import { answer, client, ifMatch, type Schema } from '../api/client';

export type Relation = Schema['RelationInBriefView'];
export type Relating = Schema['CreateRelationDto'];
export const KINDS = [
  'repeats',
  'conflicts-with',
  'supersedes',
  'echoes',
] as const satisfies readonly Relating['kind'][];

export const relate = (workspace: string, recommendationId: string, body: Relating) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/recommendations/{recommendationId}/relations', {
      params: { path: { workspace, recommendationId } },
      body,
    }),
  );

export const unrelate = (workspace: string, { id, version }: Relation) =>
  answer(
    client.DELETE('/api/v1/workspaces/{workspace}/relations/{id}', {
      params: { path: { workspace, id }, header: ifMatch(version) },
    }),
  );
