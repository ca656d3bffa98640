import { useNavigate, useSearch } from '@tanstack/react-router';

/** What a page is narrowed to stands in its address: it can be sent on, and the way back finds it. */
export function useNarrowing<Name extends string>(
  ...names: Name[]
): [Record<Name, string>, (change: Partial<Record<Name, string>>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const now = Object.fromEntries(names.map((name) => [name, said(search[name])])) as Record<Name, string>;
  const put = (change: Partial<Record<Name, string>>) => {
    const next = Object.entries<string | undefined>({ ...now, ...change }).filter(([, value]) => value);
    void navigate({ to: '.', search: Object.fromEntries(next), replace: true });
  };
  return [now, put];
}

/** The router reads "2013" in an address as a number. */
const said = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
