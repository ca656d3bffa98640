import { Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Read } from '../frame/Read';
import { useMembership, useWorkspace } from '../frame/workspace';
import type { NextStep } from '../next-steps/nextSteps';
import { MOST } from './bulk';
import type { WishProps } from './wish';

/** Which of the open steps of one's own organization on them were done: equal words are one line. */
export function StepsDoneWish({ chosen, onWish }: WishProps) {
  const steps = useOpenSteps(chosen.rows.map(({ id }) => id));
  return <Read query={steps}>{(open) => <Choice open={open} onWish={onWish} />}</Read>;
}

function Choice({ open, onWish }: { open: NextStep[]; onWish: WishProps['onWish'] }) {
  const { t } = useTranslation();
  const [words, setWords] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const put = (next: { words: string[]; note: string }) => {
    setWords(next.words);
    setNote(next.note);
    const items = open.filter(({ what }) => next.words.includes(what)).map(({ id, version }) => ({ id, version }));
    onWish(items.length > 0 ? { nextStepDone: { note: next.note.trim() || null }, items } : undefined);
  };
  if (open.length === 0) return <Text size="sm">{t('bulk.noOpenSteps')}</Text>;
  const lines = [...new Set(open.map(({ what }) => what))];
  return (
    <Stack>
      <Checkbox.Group
        label={t('bulk.whichDone')}
        value={words}
        onChange={(chosen) => put({ words: chosen, note })}
        description={t('bulk.onlyOwnSteps')}
      >
        <Stack gap={6} mt={6}>
          {lines.map((what) => {
            const count = open.filter((step) => step.what === what).length;
            return <Checkbox key={what} value={what} label={t('bulk.stepOn', { what, count })} />;
          })}
        </Stack>
      </Checkbox.Group>
      <Textarea
        label={t('bulk.howItWent')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => put({ words, note: event.currentTarget.value })}
      />
    </Stack>
  );
}

/** No more than one act takes; who has more does them in two. */
function useOpenSteps(followUps: string[]) {
  const workspace = useWorkspace();
  const own = useMembership().organization.id;
  return useQuery({
    queryKey: [workspace, 'next-steps', 'open', followUps],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/next-steps', {
          params: { path: { workspace }, query: { followUp: followUps, state: ['open'], limit: MOST } },
        }),
      ),
    select: ({ items }) => items.filter(({ organization }) => organization.id === own),
  });
}
