// What is read and kept. Keys begin with the workspace, so that news of it reads anew whatever is shown.

import { hashKey, QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { momentShown } from './moment';
import { Problem } from './problem';

const isWorthAnotherTry = (failures: number, error: Error): boolean =>
  failures < 3 && error instanceof Problem && (error.status === 0 || error.status >= 500);

/** What is read as of another moment is something else; who is signed in is not. */
const hashOf = (key: QueryKey): string => (key[0] === 'me' ? '' : momentShown.get()) + hashKey(key);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { queryKeyHashFn: hashOf, staleTime: 30_000, retry: isWorthAnotherTry, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** Who is signed in, and where. */
export const me = queryOptions({
  queryKey: ['me'],
  queryFn: () => answer(client.GET('/api/v1/me')),
  staleTime: 300_000,
});
