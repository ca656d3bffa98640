import { queryOptions } from '@tanstack/react-query';
import { answer, client, ifMatch, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { useWorkspace } from '../frame/workspace';

export type Comment = Schema['CommentView'];
export type Reply = Schema['ReplyView'];
/** A comment or a reply to one. */
export type Said = Reply & Partial<Pick<Comment, 'replies' | 'resolved'>>;
export type Writing = Schema['CreateCommentDto'];

/** What comments are on. */
export type On = { followUpId: string } | { evidenceId: string };

const ON_FOLLOW_UP = '/api/v1/workspaces/{workspace}/follow-ups/{followUpId}/comments';
const ON_EVIDENCE = '/api/v1/workspaces/{workspace}/evidence/{evidenceId}/comments';
const COMMENT = '/api/v1/workspaces/{workspace}/comments/{id}';
const RESOLUTION = '/api/v1/workspaces/{workspace}/comments/{id}/resolution';

/** What a comment is on, as it says it itself. */
export const onOf = ({ followUpId, evidenceId }: Said): On =>
  evidenceId === null ? { followUpId: followUpId ?? '' } : { evidenceId };

/** Threads, the newest first; those that are settled only where they are wished. */
export function useComments(on: On, isEvery: boolean) {
  const workspace = useWorkspace();
  return usePages([workspace, 'comments', on, { isEvery }], (cursor) => {
    const query = { limit: 20, cursor, resolved: isEvery ? undefined : false };
    return answer(
      'evidenceId' in on
        ? client.GET(ON_EVIDENCE, { params: { path: { workspace, ...on }, query } })
        : client.GET(ON_FOLLOW_UP, { params: { path: { workspace, ...on }, query } }),
    );
  });
}

export const commentOf = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [workspace, 'comments', 'one', id],
    queryFn: () => answer(client.GET(COMMENT, { params: { path: { workspace, id } } })),
  });

export const writeComment = (workspace: string, on: On, body: Writing) =>
  answer(
    'evidenceId' in on
      ? client.POST(ON_EVIDENCE, { params: { path: { workspace, ...on } }, body })
      : client.POST(ON_FOLLOW_UP, { params: { path: { workspace, ...on } }, body }),
  );

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
