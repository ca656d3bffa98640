import { queryOptions } from '@tanstack/react-query';
import { answer, client, ifMatch, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { useWorkspace } from '../frame/workspace';

export type Comment = Schema['CommentView'];
export type Reply = Schema['ReplyView'];
/** A comment or a reply to one. */
export type Said = Reply & Partial<Pick<Comment, 'replies' | 'resolved'>>;
export type Writing = Schema['CreateCommentDto'];

const ON_FOLLOW_UP = '/api/v1/workspaces/{workspace}/follow-ups/{followUpId}/comments';
const COMMENT = '/api/v1/workspaces/{workspace}/comments/{id}';
const RESOLUTION = '/api/v1/workspaces/{workspace}/comments/{id}/resolution';

/** Threads on a follow-up, the newest first; those that are settled only where they are wished. */
export function useComments(followUpId: string, isEvery: boolean) {
  const workspace = useWorkspace();
  return usePages([workspace, 'comments', followUpId, { isEvery }], (cursor) =>
    answer(
      client.GET(ON_FOLLOW_UP, {
        params: {
          path: { workspace, followUpId },
          query: { limit: 20, cursor, resolved: isEvery ? undefined : false },
        },
      }),
    ),
  );
}

export const commentOf = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [workspace, 'comments', 'one', id],
    queryFn: () => answer(client.GET(COMMENT, { params: { path: { workspace, id } } })),
  });

export const writeComment = (workspace: string, followUpId: string, body: Writing) =>
  answer(client.POST(ON_FOLLOW_UP, { params: { path: { workspace, followUpId } }, body }));

export const editComment = (workspace: string, { id, version }: Said, body: Schema['EditCommentDto']) =>
  answer(client.PATCH(COMMENT, { params: { path: { workspace, id }, header: ifMatch(version) }, body }));

export const removeComment = (workspace: string, { id, version }: Said) =>
  answer(client.DELETE(COMMENT, { params: { path: { workspace, id }, header: ifMatch(version) } }));

export const resolveThread = (workspace: string, { id }: Said) =>
  answer(client.POST(RESOLUTION, { params: { path: { workspace, id } } }));

export const reopenThread = (workspace: string, { id, version }: Said) =>
  answer(client.DELETE(RESOLUTION, { params: { path: { workspace, id }, header: ifMatch(version) } }));

export const acknowledge = (workspace: string, { id }: Said) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/comments/{id}/acknowledgement', {
      params: { path: { workspace, id } },
    }),
  );
