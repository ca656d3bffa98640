import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

type Narrowing = Record<string, string | undefined>;

/** What the page is narrowed to: it stands in the address, so that a link or a reload shows the same. */
export function useNarrowing() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const put = useCallback(
    (change: Narrowing) =>
      void navigate({
        to: '.',
        search: (now: Record<string, unknown>) => left({ ...now, ...change }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const of = (name: string): string | undefined => {
    const value = search[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  return { of, put };
}

/** One of those that there are, or nothing: whatever else stands in the address narrows nothing. */
export const oneOf = <Value extends string>(values: readonly Value[], value: string | undefined): Value | undefined =>
  values.find((one) => one === value);

/** Without what narrows nothing. */
const left = (search: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What names a thing of the record: whatever else stands there narrows nothing. */
export const idIn = (value: string | undefined): string | undefined => (UUID.test(value ?? '') ? value : undefined);
