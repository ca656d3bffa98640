import { answer, client, ifMatch, type Schema } from '../api/client';
import { upload, type Sending } from '../api/upload';

export type InboxItem = Schema['InboxItemView'];

/** Who has an inbox. */
export const KEEPERS = ['administrator', 'editor', 'verifier', 'partner'];

export const inboxKey = (workspace: string, removed: boolean) => [workspace, 'inbox', { removed }] as const;

/** What one put aside, the latest first; what was taken out is read apart. */
export const readInbox = (workspace: string, removed: boolean, cursor: string | undefined) =>
  answer(
    client.GET('/api/v1/workspaces/{workspace}/inbox', {
      params: { path: { workspace }, query: { removed, limit: 20, cursor, count: cursor === undefined } },
    }),
  );

export const readItem = (workspace: string, id: string) =>
  answer(client.GET('/api/v1/workspaces/{workspace}/inbox/{id}', { params: { path: { workspace, id } } }));

export const keepText = (workspace: string, text: string) =>
  answer(client.POST('/api/v1/workspaces/{workspace}/inbox', { params: { path: { workspace } }, body: { text } }));

export function keepFile(workspace: string, file: File, sending: Sending): Promise<InboxItem> {
  const form = new FormData();
  form.append('file', file);
  return upload(`/api/v1/workspaces/${workspace}/inbox/files`, form, sending);
}

/** Takes an item out, or puts it back. */
export const takeOut = (workspace: string, { id, version }: InboxItem, removed: boolean) =>
  answer(
    client.PATCH('/api/v1/workspaces/{workspace}/inbox/{id}', {
      params: { path: { workspace, id }, header: ifMatch(version) },
      body: { removed },
    }),
  );

/** For good. */
export const erase = (workspace: string, { id, version }: InboxItem) =>
  answer(
    client.DELETE('/api/v1/workspaces/{workspace}/inbox/{id}', {
      params: { path: { workspace, id }, header: ifMatch(version) },
    }),
  );
