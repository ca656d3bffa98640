import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient } from './queries';

/**
 * What somebody types over what they read. `base` stays what they read when they began, whatever others change meanwhile:
 * saving is bound to its version. `readAnew` takes what is there now in its place, and drops what was typed;
 * it fails, and drops nothing, where that could not be read.
 */
export function useDraft<Read, Draft extends object>(
  read: Read | undefined,
  key: QueryKey,
  draftOf: (read: Read | undefined) => Draft,
) {
  const [base, setBase] = useState(read);
  const [draft, setDraft] = useState(() => draftOf(read));
  const put = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  const readAnew = async () => {
    await queryClient.refetchQueries({ queryKey: key, exact: true }, { throwOnError: true });
    const now = queryClient.getQueryData<Read>(key);
    setBase(now);
    setDraft(draftOf(now));
  };
  return { base, draft, put, readAnew };
}

/** Only what is other than it was read: the log then says what was changed, and nothing else is touched. */
export const changesOf = <Body extends object>(before: Body, after: Body): Partial<Body> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Body]),
    ),
  ) as Partial<Body>;
