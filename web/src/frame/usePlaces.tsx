import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { PAGES } from './pages';
import { useWorkspace } from './workspace';

type FoundKind = Schema['FoundView']['kind'];
const RECORD = {
  recommendation: '/w/$workspace/recommendations/$id',
  addressee: '/w/$workspace/addressees/$id',
  source: '/w/$workspace/sources/$id',
  evidence: '/w/$workspace/evidence/$id',
} as const satisfies Record<FoundKind, string>;

/** Where the search can lead. */
export interface Place {
  id: string;
  label: string;
  about?: string | null;
  sign?: ReactNode;
  keys?: string;
  go: () => void;
}

export interface PlacesOfKind {
  label: string;
  places: Place[];
}

/** What the words name: things of the record as the server finds them, and pages. The same as before while nothing else is named. */
export function usePlaces(words: string): PlacesOfKind[] {
  const record = useRecord(words);
  const pages = usePagesNamed(words);
  return useMemo(() => [...record, pages].filter(({ places }) => places.length > 0), [record, pages]);
}

function usePagesNamed(words: string): PlacesOfKind {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const all = useMemo(
    () =>
      PAGES.map(({ name, to, icon: Shape, key }): Place => ({
        id: name,
        label: t(`pages.${name}`),
        sign: <Shape size={18} aria-hidden />,
        keys: `g ${key}`,
        go: () => void navigate({ to, params: { workspace } }),
      })),
    [t, navigate, workspace],
  );
  return useMemo(() => {
    const part = words.trim().toLowerCase();
    return { label: t('frame.pages'), places: all.filter(({ label }) => label.toLowerCase().includes(part)) };
  }, [all, words, t]);
}

function useRecord(words: string): PlacesOfKind[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const [q] = useDebouncedValue(words.trim(), 150);
  const isAsked = q.length > 1 && words.trim().length > 0;
  const { data } = useQuery({
    queryKey: [workspace, 'search', q],
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/search', { params: { path: { workspace }, query: { q } } })),
    enabled: isAsked,
  });
  const found = isAsked ? data?.items : undefined;
  return useMemo(
    () =>
      Object.entries(RECORD).map(([kind, to]) => ({
        label: t(`frame.found.${kind as FoundKind}`),
        places: (found ?? [])
          .filter((thing) => thing.kind === kind)
          .map(({ id, title, context }) => ({
            id,
            label: title,
            about: context,
            go: () => void navigate({ to, params: { workspace, id } }),
          })),
      })),
    [found, t, navigate, workspace],
  );
}
