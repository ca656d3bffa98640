import { Alert, Checkbox, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { queryClient } from '../api/queries';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import { SourceField } from '../sources/SourceField';
import type { Ask } from './engagementDraft';

const MOST = 200;

interface AsksFieldProps {
  asks: Ask[];
  onChange: (asks: Ask[]) => void;
}

/** What it was about: all the asks of a source in one act, and any other one by its words. Unticked asks stay in view. */
export function AsksField({ asks, onChange }: AsksFieldProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [offered, setOffered] = useState(asks);
  const [source, setSource] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const offer = (more: Ask[]) => {
    setOffered((before) => joined(before, more));
    onChange(joined(asks, more));
  };
  const take = (id: string | null) => {
    setSource(id);
    setError(null);
    if (id) void asksOf(workspace, id).then(offer, setError);
  };
  return (
    <Stack gap="xs" role="group" aria-label={t('engagements.asks')}>
      <SourceField
        label={t('engagements.allOf')}
        description={t('engagements.allOfAbout')}
        value={source}
        onChange={take}
      />
      <FindAsk label={t('engagements.find')} onFound={(ask) => offer([ask])} />
      <Refused error={error} />
      <Checkbox.Group
        label={t('engagements.chosen', { n: asks.length })}
        value={asks.map(({ id }) => id)}
        onChange={(ids) => onChange(offered.filter(({ id }) => ids.includes(id)))}
      >
        <Stack gap={6} mt={4}>
          {offered.map(({ id, code, title }) => (
            <Checkbox key={id} value={id} label={`${code} ${title}`} />
          ))}
          {offered.length === 0 && <Text size="sm">{t('engagements.noneChosen')}</Text>}
        </Stack>
      </Checkbox.Group>
      {asks.length > MOST && (
        <Alert color="yellow" role="status">
          {t('engagements.tooMany', { n: MOST })}
        </Alert>
      )}
    </Stack>
  );
}

const joined = (before: Ask[], more: Ask[]): Ask[] => [
  ...before,
  ...more.filter(({ id }) => !before.some((ask) => ask.id === id)),
];

const asksOf = async (workspace: string, source: string): Promise<Ask[]> => {
  const { items } = await queryClient.query({
    queryKey: [workspace, 'recommendations', 'named', source],
    queryFn: () => readAsks(workspace, { source: [source], sort: 'code', limit: MOST }),
  });
  return items;
};

const readAsks = (workspace: string, query: { q?: string; source?: string[]; sort?: string; limit: number }) =>
  answer(
    client.GET('/api/v1/workspaces/{workspace}/recommendations', {
      params: { path: { workspace }, query: { ...query, fields: ['id', 'code', 'title'] } },
    }),
  );

/** One recommendation by its words or code. */
export function FindAsk({ label, onFound }: { label: string; onFound: (ask: Ask) => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 200);
  const { data } = useQuery({
    queryKey: [workspace, 'recommendations', 'found', q],
    queryFn: () => readAsks(workspace, { ...(q && { q }), limit: 10 }),
  });
  const items = data?.items ?? [];
  return (
    <Select
      label={label}
      searchable
      searchValue={words}
      onSearchChange={setWords}
      filter={({ options }) => options}
      value={null}
      data={items.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
      nothingFoundMessage={t('frame.nothingFound')}
      onChange={(id) => {
        const ask = items.find((item) => item.id === id);
        if (ask) onFound(ask);
        setWords('');
      }}
    />
  );
}
