import type { ReactNode } from 'react';
import { Broken, Waiting } from './Standing';

interface Query<Data> {
  data: Data | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** For what is not shown before something else that stands beside it. */
export const ON_ITS_WAY = { data: undefined, error: null, refetch: () => undefined };

/** Shows what was read, or that it is on its way, or why it could not be had. */
export function Read<Data>({ query, children }: { query: Query<Data>; children: (data: Data) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Broken error={query.error} reset={() => void query.refetch()} />;
  return <Waiting />;
}
