import { Button, NumberInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { changesOf, useDraft } from '../api/draft';
import { queryClient } from '../api/queries';
import { AsksField } from '../engagements/AsksField';
import type { Ask } from '../engagements/engagementDraft';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import type { Indicator } from './figure';
import { bodyOf, draftOf, type IndicatorDraft } from './indicatorDraft';

interface IndicatorFormProps {
  read?: Indicator;
  /** Recommendations that it is about, before anybody types. */
  begun?: Ask[];
  onSaved: (saved: Indicator) => void;
}

/** Says what is measured and in what, or changes what was said. */
export function IndicatorForm({ read, begun, onSaved }: IndicatorFormProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { base, draft, put, readAnew } = useDraft(read, [workspace, 'figures', read?.id], (now) => draftOf(now, begun));
  const saving = useSaveIndicator(base, onSaved);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    saving.mutate(draft);
  };
  return (
    <form onSubmit={submit} aria-label={t('figures.form')}>
      <Stack>
        <TextInput
          label={t('figures.what')}
          description={t('figures.whatAbout')}
          required
          maxLength={300}
          value={draft.title}
          onChange={(event) => put({ title: event.currentTarget.value })}
        />
        <TextInput
          label={t('figures.unit')}
          description={t('figures.unitAbout')}
          required
          maxLength={100}
          value={draft.unit}
          onChange={(event) => put({ unit: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label={t('figures.baseline')}
            description={t('figures.baselineAbout')}
            thousandSeparator=","
            value={draft.baseline}
            onChange={(baseline) => put({ baseline })}
          />
          <NumberInput
            label={t('figures.target')}
            description={t('figures.targetAbout')}
            thousandSeparator=","
            value={draft.target}
            onChange={(target) => put({ target })}
          />
        </SimpleGrid>
        <Textarea
          label={t('figures.note')}
          description={t('figures.noteAbout')}
          autosize
          minRows={2}
          maxLength={5000}
          value={draft.note}
          onChange={(event) => put({ note: event.currentTarget.value })}
        />
        <AsksField asks={draft.asks} onChange={(asks) => put({ asks })} />
        <Refused error={saving.error} readAnew={base && (() => readAnew().then(saving.reset))} />
        <Button type="submit" loading={saving.isPending}>
          {t('figures.save')}
        </Button>
      </Stack>
    </form>
  );
}

function useSaveIndicator(read: Indicator | undefined, onSaved: (saved: Indicator) => void) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return useMutation({
    mutationFn: (draft: IndicatorDraft): Promise<Indicator> =>
      read ? change(workspace, read, draft) : add(workspace, draft),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: [workspace, 'figures'] });
      notifications.show({ message: t('figures.saved', { title: saved.title }) });
      onSaved(saved);
    },
  });
}

const add = (workspace: string, draft: IndicatorDraft): Promise<Indicator> =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/indicators', { params: { path: { workspace } }, body: bodyOf(draft) }),
  );

const change = (workspace: string, read: Indicator, draft: IndicatorDraft): Promise<Indicator> =>
  answer(
    client.PATCH('/api/v1/workspaces/{workspace}/indicators/{id}', {
      params: { path: { workspace, id: read.id }, header: ifMatch(read.version) },
      body: changesOf(bodyOf(draftOf(read)), bodyOf(draft)),
    }),
  );
