// What the list is narrowed to stands in the address, so that a view can be sent and kept. Named as the API's filters.

import { useNavigate, useSearch } from '@tanstack/react-router';

export interface Filters {
  addressee?: string;
  theme?: string;
  source?: string;
  owner?: string;
  responsePhase?: string;
  implementationPhase?: string;
  overdue?: boolean;
  closed?: boolean;
  sort?: 'dueOn' | '-movedAt';
}

const TEXTS = ['addressee', 'theme', 'source', 'owner', 'responsePhase', 'implementationPhase'] as const;

/** Only what the list knows, so that an address that was changed by hand still leads somewhere. */
export function filtersIn(search: Record<string, unknown>): Filters {
  const texts = TEXTS.flatMap((name) =>
    typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]] as const] : [],
  );
  return {
    ...Object.fromEntries(texts),
    ...(search['overdue'] === true && { overdue: true }),
    closed: search['closed'] === true,
    sort: search['sort'] === '-movedAt' ? '-movedAt' : 'dueOn',
  };
}

export function useFilters(): [Filters, (change: Partial<Filters>) => void] {
  const navigate = useNavigate();
  const filters = filtersIn(useSearch({ strict: false }));
  const put = (change: Partial<Filters>) => {
    const next = Object.entries({ ...filters, ...change }).filter(([, value]) => Boolean(value));
    void navigate({ to: '.', search: Object.fromEntries(next), replace: true });
  };
  return [filters, put];
}
