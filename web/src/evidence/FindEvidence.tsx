import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { useWorkspace } from '../frame/workspace';

interface Found {
  id: string;
  title: string | null;
}

/** A piece that the workspace has already, by words of its title. */
export function FindEvidence({ onFound }: { onFound: (piece: Found) => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 200);
  const { data } = useQuery({
    queryKey: [workspace, 'evidence', 'found', q],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/evidence', {
          params: { path: { workspace }, query: { limit: 10, ...(q && { q }), fields: ['id', 'title'] } },
        }),
      ),
  });
  const items = data?.items ?? [];
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
