import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';
import { queryClient } from '../api/queries';
import type { Filters } from '../follow-ups/filters';
import type { Row } from '../follow-ups/row';
import { useWorkspace } from '../frame/workspace';

export type Bulk = Schema['BulkActionView'];
export type Item = Schema['BulkItemView'];
/** What is asked for; with `items` where it is not for what was chosen itself. */
export type Wish = Pick<
  Schema['CreateBulkActionDto'],
  'owner' | 'transition' | 'theme' | 'evidence' | 'nextStep' | 'nextStepDone' | 'items'
>;
export type Side = 'response' | 'implementation';

/** The server's limit for one act. */
export const MOST = 200;

/** What an act is for: rows that were chosen, or all that the filters find. */
export interface Chosen {
  rows: Row[];
  /** Set where all that they find is chosen. */
  filters?: Filters;
  /** Where recommendations are meant, not follow-ups: these, or all that the filters find. */
  asks?: { ids: string[]; filters?: Schema['RecommendationsFilterDto'] };
  count: number;
}

type Body = Schema['CreateBulkActionDto'];

/** Of a follow-up an act means the whole, one of its sides, or its recommendation. */
export function bodyOf(wish: Wish, { rows, filters, asks }: Chosen, side: Side): Body {
  if (wish.items) return wish;
  if (asks?.filters) return { ...wish, filter: { recommendations: asks.filters } };
  if (asks) return { ...wish, items: asks.ids.map((id) => ({ id })) };
  const isOfSide = wish.transition !== undefined || wish.evidence !== undefined;
  if (filters) {
    return { ...wish, filter: { followUps: filters, ...(isOfSide && { axis: side }) } };
  }
  return { ...wish, items: itemsOf(rows, wish.theme ? 'recommendation' : isOfSide ? side : 'whole') };
}

function itemsOf(rows: Row[], of: Side | 'whole' | 'recommendation'): Body['items'] {
  if (of === 'recommendation')
    return [...new Set(rows.map(({ recommendation }) => recommendation.id))].map((id) => ({ id }));
  return rows.map((row) => {
    const { id, version } = of === 'whole' ? row : row[of];
    return { id, version };
  });
}

export function useSend(): (body: Body) => Promise<Bulk> {
  const workspace = useWorkspace();
  return (body) =>
    answer(client.POST('/api/v1/workspaces/{workspace}/bulk-actions', { params: { path: { workspace } }, body }));
}

/** Works through the items one by one: it may take a while, and goes on when nobody looks. */
export function useConfirm(id: string, onDone?: (done: Bulk) => void) {
  const workspace = useWorkspace();
  return useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/bulk-actions/{id}/confirmation', {
          params: { path: { workspace, id } },
        }),
      ),
    onSuccess: (done) => onDone?.(done),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [workspace] }),
  });
}

export function useUndo(id: string, note: string, onDone?: (undone: Bulk) => void) {
  const workspace = useWorkspace();
  return useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/bulk-actions/{id}/undo', {
          params: { path: { workspace, id } },
          body: { note },
        }),
      ),
    onSuccess: (undone) => onDone?.(undone),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [workspace] }),
  });
}

const ASK_EVERY = 700;

/** How far the work is, while it lasts. */
export function useProgress(id: string, isWorking: boolean) {
  const workspace = useWorkspace();
  const { data } = useQuery({
    queryKey: ['progress', workspace, id],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/bulk-actions/{id}', {
          params: { path: { workspace, id }, query: { fields: ['id', 'counts'] } },
        }),
      ),
    enabled: isWorking,
    refetchInterval: ASK_EVERY,
    staleTime: 0,
  });
  return data?.counts;
}
