// What is read and kept. Keys begin with the workspace, so that news of it reads anew whatever is shown.

import { QueryClient, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { Problem } from './problem';

const isWorthAnotherTry = (failures: number, error: Error): boolean =>
  failures < 3 && error instanceof Problem && (error.status === 0 || error.status >= 500);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: isWorthAnotherTry, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** Who is signed in, and where. */
export const me = queryOptions({
  queryKey: ['me'],
  queryFn: () => answer(client.GET('/api/v1/me')),
  staleTime: 300_000,
});
