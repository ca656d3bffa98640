import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import type { paths } from '../api/schema';
import { useWorkspace } from '../frame/workspace';

interface Found {
  id: string;
  title: string | null;
}

type Asked = NonNullable<paths['/api/v1/workspaces/{workspace}/evidence']['get']['parameters']['query']>;

/** Titles of restricted pieces are sealed, so the server can't search them: those that one may open are looked through here. */
const saying =
  (words: string) =>
  ({ title }: Found): boolean =>
    title?.toLowerCase().includes(words.toLowerCase()) ?? false;

/** A piece that the workspace has already, by words of its title. */
export function FindEvidence({ onFound }: { onFound: (piece: Found) => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 200);
  const ask = (query: Asked) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/evidence', {
        params: { path: { workspace }, query: { fields: ['id', 'title'], ...query } },
      }),
    );
  const { data } = useQuery({
    queryKey: [workspace, 'evidence', 'found', q],
    queryFn: () => ask({ limit: 10, ...(q && { q }) }),
  });
  const { data: sealed } = useQuery({
    queryKey: [workspace, 'evidence', 'sealed'],
    queryFn: () => ask({ limit: 200, confidentiality: ['restricted'] }),
    enabled: q !== '',
  });
  const items = [...(data?.items ?? []), ...(q && sealed ? sealed.items.filter(saying(q)) : [])];
  return (
    <Select
      label={t('followUps.find')}
      searchable
      searchValue={words}
      onSearchChange={setWords}
      filter={({ options }) => options}
      data={items.map(({ id, title }) => ({ value: id, label: title ?? t('followUps.withdrawn') }))}
      nothingFoundMessage={t('frame.nothingFound')}
      onChange={(id) => {
        const piece = items.find((item) => item.id === id);
        if (piece) onFound(piece);
      }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
