// What was asked of a piece, and what it would mean.

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';
import { usePieceNow, useReadAnew } from '../evidence/piece';
import { useWorkspace } from '../frame/workspace';

export type Lowering = Schema['LoweringView'];
export type Meaning = Schema['LoweringPreviewView'];
export type Question = Schema['ChecklistQuestionView'];
export type LowerLevel = Schema['CreateLoweringDto']['to'];
export type Answered = Schema['ChecklistAnswerDto'];

const lowerings = (workspace: string, evidenceId: string) =>
  queryOptions({
    queryKey: [workspace, 'evidence', 'lowerings', evidenceId],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/lowerings', {
          params: { path: { workspace }, query: { evidenceId, limit: 20 } },
        }),
      ),
  });

/** Newest first: at most one is open. */
export const useLowerings = (evidenceId: string) => useQuery(lowerings(useWorkspace(), evidenceId));

/** Whether it was decided, as this page knows at the moment when that is asked. */
export function useIsDecided({ id, evidenceId }: Lowering): () => boolean {
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const pieceNow = usePieceNow(evidenceId);
  // Piece and asks are read anew one after the other.
  return () => {
    const known = cache.getQueryData(lowerings(workspace, evidenceId).queryKey);
    const isOpen = known?.items.some((one) => one.id === id && one.state === 'open') === true;
    return !isOpen || pieceNow()?.isLoweringAsked === false;
  };
}

/** Reads the piece, what was asked of it and what that would mean: somebody else may have asked, or decided. */
export function useAskedAnew(evidenceId: string): () => Promise<unknown> {
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const readAnew = useReadAnew(evidenceId);
  const keys = [lowerings(workspace, evidenceId).queryKey, previews(workspace, evidenceId)];
  return () =>
    Promise.all([readAnew(), ...keys.map((queryKey) => cache.invalidateQueries({ queryKey }, { throwOnError: true }))]);
}

const previews = (workspace: string, evidenceId: string) => [workspace, 'evidence', 'lowering-preview', evidenceId];

/** How many can read it now and then, and what has to be answered. */
export function useMeaning(evidenceId: string, to: LowerLevel) {
  const workspace = useWorkspace();
  return useQuery({
    queryKey: [...previews(workspace, evidenceId), to],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/evidence/{evidenceId}/lowering-preview', {
          params: { path: { workspace, evidenceId }, query: { to } },
        }),
      ),
  });
}
