// What was asked of a piece, and what it would mean.

import { useQuery } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';
import { useWorkspace } from '../frame/workspace';

export type Lowering = Schema['LoweringView'];
export type Meaning = Schema['LoweringPreviewView'];
export type Question = Schema['ChecklistQuestionView'];
export type LowerLevel = Schema['CreateLoweringDto']['to'];
export type Answered = Schema['ChecklistAnswerDto'];

/** Newest first: at most one is open. */
export function useLowerings(evidenceId: string) {
  const workspace = useWorkspace();
  return useQuery({
    queryKey: [workspace, 'evidence', 'lowerings', evidenceId],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/lowerings', {
          params: { path: { workspace }, query: { evidenceId, limit: 20 } },
        }),
      ),
  });
}

/** How many can read it now and then, and what has to be answered. */
export function useMeaning(evidenceId: string, to: LowerLevel) {
  const workspace = useWorkspace();
  return useQuery({
    queryKey: [workspace, 'evidence', 'lowering-preview', evidenceId, to],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/evidence/{evidenceId}/lowering-preview', {
          params: { path: { workspace, evidenceId }, query: { to } },
        }),
      ),
  });
}
