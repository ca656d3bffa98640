import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { useWorkspace } from '../frame/workspace';

type Named = Schema['AddresseeNameView'];

interface SuccessorFieldProps {
  /** Whose successor. */
  of: string;
  value: Named | null;
  onChange: (successor: Named | null) => void;
}

/** Who took its place, found by name. */
export function SuccessorField({ of, value, onChange }: SuccessorFieldProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 200);
  const { data } = useQuery({
    queryKey: [workspace, 'addressees', 'named', q],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/addressees', {
          params: { path: { workspace }, query: { ...(q && { q }), limit: 20, fields: ['id', 'code', 'name'] } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).filter(({ id }) => id !== of);
  const choices = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  return (
    <Select
      label={t('addressees.successor')}
      description={t('addressees.successorAbout')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('addressees.noSuccessor') }}
      nothingFoundMessage={t('frame.nothingFound')}
      value={value?.id ?? null}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      onSearchChange={setWords}
      onChange={(id) => onChange(choices.find((one) => one.id === id) ?? null)}
    />
  );
}
