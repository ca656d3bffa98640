import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { useWorkspace } from '../frame/workspace';

type Titled = Pick<Schema['SourceView'], 'id' | 'title'>;

interface SourceFieldProps extends Pick<SelectProps, 'label' | 'description' | 'placeholder'> {
  /** One that can't be chosen: it is the one that it is about. */
  without?: string;
  value: string | null;
  onChange: (id: string | null) => void;
}

/** One source, found by its title or symbol; the newest first. */
export function SourceField({ without, value, onChange, ...look }: SourceFieldProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 200);
  const found = useTitled(q, value);
  const choices = found.filter(({ id }) => id !== without);
  return (
    <Select
      {...look}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('sources.noneChosen') }}
      nothingFoundMessage={t('frame.nothingFound')}
      value={value}
      data={choices.map(({ id, title }) => ({ value: id, label: title }))}
      filter={({ options }) => options}
      onSearchChange={setWords}
      onChange={onChange}
    />
  );
}

/** What is found, and the chosen one with it, whatever is looked for now. */
function useTitled(q: string, chosen: string | null): Titled[] {
  const workspace = useWorkspace();
  const { data } = useQuery({
    queryKey: [workspace, 'sources', 'named', q],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/sources', {
          params: {
            path: { workspace },
            query: { ...(q && { q }), sort: '-issuedOn', limit: 20, fields: ['id', 'title'] },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const found = data?.items ?? [];
  const isThere = chosen === null || found.some(({ id }) => id === chosen);
  const other = useQuery({
    queryKey: [workspace, 'sources', chosen],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/sources/{id}', {
          params: { path: { workspace, id: chosen ?? '' } },
        }),
      ),
    enabled: data !== undefined && !isThere,
  });
  return isThere || !other.data ? found : [other.data, ...found];
}
