import { Button, Divider, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { AddEvidence } from '../evidence/AddEvidence';
import { useWorkspace } from '../frame/workspace';
import type { InboxItem } from './inbox';
import { Kept } from './Kept';

/** Where an item belongs: to a follow-up, which is chosen on the page of its recommendation; or only among the evidence, for now. */
export function PlaceForm({ item, onDone }: { item: InboxItem; onDone: () => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [isAlone, setIsAlone] = useState(false);
  if (isAlone) return <AddEvidence kept={item} onAdded={onDone} onCancel={() => setIsAlone(false)} />;
  return (
    <Stack>
      <Kept item={item} />
      <FindRecommendation
        onFound={(id) =>
          void navigate({
            to: '/w/$workspace/recommendations/$id',
            params: { workspace, id },
            search: { inbox: item.id },
          })
        }
      />
      <Divider />
      <Text size="sm">{t('inbox.aloneAbout')}</Text>
      <Button variant="default" onClick={() => setIsAlone(true)} style={{ alignSelf: 'start' }}>
        {t('inbox.alone')}
      </Button>
    </Stack>
  );
}

function FindRecommendation({ onFound }: { onFound: (id: string) => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 200);
  const { data } = useQuery({
    queryKey: [workspace, 'recommendations', 'found', q],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/recommendations', {
          params: { path: { workspace }, query: { limit: 10, ...(q && { q }), fields: ['id', 'code', 'title'] } },
        }),
      ),
  });
  return (
    <Select
      label={t('inbox.findRecommendation')}
      description={t('inbox.findHint')}
      searchable
      data-autofocus
      searchValue={words}
      onSearchChange={setWords}
      // The server has found them: nothing is left out for being spelt otherwise.
      filter={({ options }) => options}
      data={(data?.items ?? []).map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
      nothingFoundMessage={t('frame.nothingFound')}
      onChange={(id) => id && onFound(id)}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
