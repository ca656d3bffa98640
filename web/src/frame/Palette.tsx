import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { IconSearch } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { PAGES } from './pages';
import { useWorkspace } from './workspace';

type FoundKind = Schema['FoundView']['kind'];
const PLACES = {
  recommendation: '/w/$workspace/recommendations/$id',
  addressee: '/w/$workspace/addressees/$id',
  source: '/w/$workspace/sources/$id',
  evidence: '/w/$workspace/evidence/$id',
} as const satisfies Record<FoundKind, string>;

/** One field finds pages and the record, by words, names or codes. Opened by "/" from everywhere. */
export function Palette() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const [words, setWords] = useState('');
  const found = useFound(workspace, words);
  const pages: SpotlightActionData[] = PAGES.map(({ name, to, icon: Shape, key }) => ({
    id: name,
    label: t(`pages.${name}`),
    leftSection: <Shape size={18} aria-hidden />,
    rightSection: `g ${key}`,
    onClick: () => void navigate({ to, params: { workspace } }),
  }));
  const groups = Object.entries(PLACES).map(([kind, to]) => ({
    group: t(`frame.found.${kind as FoundKind}`),
    actions: found
      .filter((thing) => thing.kind === kind)
      .map(({ id, title, context }): SpotlightActionData => ({
        id,
        label: title,
        description: context ?? undefined,
        // The server has found it: nothing is left out for being spelt otherwise.
        keywords: words,
        onClick: () => void navigate({ to, params: { workspace, id } }),
      })),
  }));
  return (
    <Spotlight
      actions={[...groups, { group: t('frame.pages'), actions: pages }]}
      query={words}
      onQueryChange={setWords}
      shortcut={['/', 'mod + K']}
      nothingFound={t('frame.nothingFound')}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('frame.searchAll'),
        'aria-label': t('frame.searchAll'),
      }}
      scrollable
      maxHeight={420}
      // To blur a whole page and to fade takes slow machines longer than all the rest.
      overlayProps={{ backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 0 }}
      keepMounted
    />
  );
}

function useFound(workspace: string, words: string) {
  const [q] = useDebouncedValue(words.trim(), 150);
  const { data } = useQuery({
    queryKey: [workspace, 'search', q],
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/search', { params: { path: { workspace }, query: { q } } })),
    enabled: q.length > 1,
  });
  return q.length > 1 ? (data?.items ?? []) : [];
}
