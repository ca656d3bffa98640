import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { IconSearch } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { PAGES } from './pages';
import { useWorkspace } from './workspace';

/** One field finds pages and the record: recommendations by words or code. Opened by "/" from everywhere. */
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
  const asks: SpotlightActionData[] = found.map(({ id, title, code }) => ({
    id,
    label: title,
    description: code,
    keywords: words,
    onClick: () => void navigate({ to: '/w/$workspace/recommendations/$id', params: { workspace, id } }),
  }));
  return (
    <Spotlight
      actions={[
        { group: t('frame.found'), actions: asks },
        { group: t('frame.pages'), actions: pages },
      ]}
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
    />
  );
}

function useFound(workspace: string, words: string) {
  const [q] = useDebouncedValue(words.trim(), 150);
  const { data } = useQuery({
    queryKey: [workspace, 'recommendations', 'found', q],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/recommendations', {
          params: { path: { workspace }, query: { q, limit: 8, fields: ['id', 'code', 'title'] } },
        }),
      ),
    enabled: q.length > 1,
  });
  return q.length > 1 ? (data?.items ?? []) : [];
}
