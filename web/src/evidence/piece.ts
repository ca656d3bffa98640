// One piece, and what one may do with it.

import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { answer, client, ifMatch, type Schema } from '../api/client';
import { useWorkspace } from '../frame/workspace';

export type Piece = Schema['EvidenceView'];

const pieceKey = (workspace: string, id: string) => [workspace, 'evidence', 'piece', id];

const reading = (workspace: string, id: string) =>
  queryOptions({
    queryKey: pieceKey(workspace, id),
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/evidence/{id}', { params: { path: { workspace, id } } })),
  });

/** Opening a restricted piece goes into its custody record: it is not opened again each time that somebody changes something. */
export function usePiece(id: string) {
  const workspace = useWorkspace();
  return useQuery({
    ...reading(workspace, id),
    enabled: (query) => query.state.data?.confidentiality !== 'restricted',
  });
}

/** An act on a piece; it is bound to what one has seen, and answers what the piece is from now on. */
export function useActOn<Said>(act: (workspace: string, said: Said) => Promise<Piece>, words: string) {
  const workspace = useWorkspace();
  const cache = useQueryClient();
  return useMutation<Piece, Error, Said>({
    mutationFn: (said) => act(workspace, said),
    onSuccess: (piece) => {
      cache.setQueryData(pieceKey(workspace, piece.id), piece);
      void cache.invalidateQueries({ queryKey: [workspace, 'evidence'] });
      notifications.show({ message: words });
    },
  });
}

/** Reads a piece anew, a restricted one too, and what is decided about it; the page stays as it is meanwhile. */
export function useReadAnew(id: string): () => Promise<Piece> {
  const workspace = useWorkspace();
  const cache = useQueryClient();
  return async () => {
    const piece = await cache.query({ ...reading(workspace, id), staleTime: 0 });
    void cache.invalidateQueries({ queryKey: [workspace, 'evidence', 'custody'] });
    void cache.invalidateQueries({ queryKey: [workspace, 'evidence', 'list'] });
    await cache.invalidateQueries({ queryKey: [workspace, 'evidence', 'withdrawal'] }, { throwOnError: true });
    return piece;
  };
}

/** The piece as this page knows it at the moment when it is asked. */
export function usePieceNow(id: string): () => Piece | undefined {
  const workspace = useWorkspace();
  const cache = useQueryClient();
  return () => cache.getQueryData(reading(workspace, id).queryKey);
}

type Acceptance = Schema['AcceptEvidenceDto'];

export const accept = (workspace: string, { id, version }: Piece, body: Acceptance): Promise<Piece> =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/evidence/{id}/acceptance', {
      params: { path: { workspace, id }, header: ifMatch(version) },
      body,
    }),
  );

export const verify = (workspace: string, { id, version }: Piece): Promise<Piece> =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/evidence/{id}/verification', {
      params: { path: { workspace, id }, header: ifMatch(version) },
    }),
  );

export const change = (workspace: string, { id, version }: Piece, body: Schema['UpdateEvidenceDto']): Promise<Piece> =>
  answer(
    client.PATCH('/api/v1/workspaces/{workspace}/evidence/{id}', {
      params: { path: { workspace, id }, header: ifMatch(version) },
      body,
    }),
  );
