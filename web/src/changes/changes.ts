import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';
import type { Period } from './periods';

export type Change = Schema['PeriodChangeView'];
export type Group = Schema['ChangesOfKindView'];
export type Kind = Group['kind'];

const AT_FIRST = 8;
const MORE = 30;
/** Counting stops there. */
export const MOST = 1000;

export interface Asked extends Period {
  by: 'occurred' | 'recorded';
}

/** What changed in the period, the first of each kind. */
export const changesIn = (workspace: string, asked: Asked) =>
  queryOptions({
    queryKey: [workspace, 'changes', asked],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/changes', {
          params: { path: { workspace }, query: { ...asked, limit: AT_FIRST } },
        }),
      ),
  });

/** What comes after the first of a kind. */
export const moreOf = (workspace: string, asked: Asked, kind: Kind, after: string | null) =>
  infiniteQueryOptions({
    queryKey: [workspace, 'changes', asked, kind, after],
    queryFn: async ({ pageParam }) => {
      const { groups } = await answer(
        client.GET('/api/v1/workspaces/{workspace}/changes', {
          params: {
            path: { workspace },
            query: { ...asked, kind: [kind], limit: MORE, cursor: pageParam ?? undefined },
          },
        }),
      );
      return { items: groups[0]?.items ?? [], nextCursor: groups[0]?.nextCursor ?? null };
    },
    initialPageParam: after,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: false,
  });
