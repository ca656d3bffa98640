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
  /** The chosen one, where its title is known already. */
  known?: Titled | undefined;
  onChange: (id: string | null) => void;
}

/** One source, found by its title or symbol; the newest first. They are read when somebody opens it. */
export function SourceField({ without, value, known, onChange, ...look }: SourceFieldProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 200);
  const [isOpen, setOpen] = useState(false);
  const found = useTitled(q, value, known, isOpen);
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
      onDropdownOpen={() => setOpen(true)}
      onSearchChange={setWords}
      onChange={onChange}
    />
  );
}

/** What is found, and the chosen one with it, whatever is looked for now. */
function useTitled(q: string, chosen: string | null, known: Titled | undefined, isOpen: boolean): Titled[] {
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
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const found: Titled[] = data?.items ?? [];
  const isThere = chosen === null || chosen === known?.id || found.some(({ id }) => id === chosen);
  const other = useQuery({
    queryKey: [workspace, 'sources', chosen],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/sources/{id}', {
          params: { path: { workspace, id: chosen ?? '' } },
        }),
      ),
    enabled: !isThere,
  });
  const one = chosen === known?.id ? known : other.data;
  return one && !found.some(({ id }) => id === one.id) ? [one, ...found] : found;
}
