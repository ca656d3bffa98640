import { Button, Checkbox, Group, Radio, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddresseesField } from '../addressees/AddresseesField';
import { answer, client } from '../api/client';
import { queryClient } from '../api/queries';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import { PHASES } from '../phases/phases';
import { SourceField } from '../sources/SourceField';
import { begun, bodyOf, type TallyDraft } from './tallyDraft';

type Put = (change: Partial<TallyDraft>) => void;

/** Says what is to be counted; the server counts and words it. */
export function TallyForm({ onKept }: { onKept: (id: string) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => begun(new Date().getFullYear() - 1));
  const put: Put = (change) => setDraft((now) => ({ ...now, ...change }));
  const keeping = useKeeping(onKept);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    keeping.mutate(draft);
  };
  return (
    <form onSubmit={submit} aria-label={t('tallies.keep')}>
      <Stack>
        <TextInput
          label={t('tallies.title')}
          description={t('tallies.titleAbout')}
          required
          maxLength={200}
          value={draft.title}
          onChange={(event) => put({ title: event.currentTarget.value })}
        />
        <Phases draft={draft} put={put} />
        <When draft={draft} put={put} />
        <Radio.Group label={t('tallies.unit')} value={draft.unit} onChange={(unit) => put({ unit: unit })}>
          <Stack gap={6} mt={4}>
            <Radio value="followUp" label={t('tallies.followUps')} />
            <Radio value="recommendation" label={t('tallies.recommendations')} />
          </Stack>
        </Radio.Group>
        <AddresseesField
          label={t('tallies.onlyAddressees')}
          isOptional
          value={draft.addressees}
          onChange={(addressees) => put({ addressees })}
        />
        <SourceField label={t('tallies.onlySource')} value={draft.source} onChange={(source) => put({ source })} />
        <Text size="sm">{t('tallies.keptMeans')}</Text>
        <Refused error={keeping.error} />
        <Button type="submit" loading={keeping.isPending} disabled={draft.phases.length === 0}>
          {t('tallies.submit')}
        </Button>
      </Stack>
    </form>
  );
}

function Phases({ draft: { axis, phases }, put }: { draft: TallyDraft; put: Put }) {
  const { t } = useTranslation();
  const settled = { response: 'agreed', implementation: 'fulfilled' } as const;
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={t('axes.choice')}
        value={axis}
        onChange={(chosen) => put({ axis: chosen, phases: [settled[chosen]] })}
        data={(['response', 'implementation'] as const).map((value) => ({ value, label: t(`axes.${value}`) }))}
      />
      <Checkbox.Group label={t('tallies.phases')} value={phases} onChange={(chosen) => put({ phases: chosen })}>
        <Group gap="md" mt={4}>
          {PHASES[axis].map((phase) => (
            <Checkbox key={phase} value={phase} label={t(`phases.${phase}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      {phases.length === 0 && (
        <Text size="sm" role="status">
          {t('tallies.choosePhase')}
        </Text>
      )}
    </Stack>
  );
}

function When({ draft: { asks, from, to }, put }: { draft: TallyDraft; put: Put }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Radio.Group label={t('tallies.when')} value={asks} onChange={(chosen) => put({ asks: chosen })}>
        <Stack gap={6} mt={4}>
          <Radio value="period" label={t('tallies.inPeriod')} />
          <Radio value="today" label={t('tallies.stood')} />
        </Stack>
      </Radio.Group>
      {asks === 'period' && (
        <Group grow>
          <TextInput
            type="date"
            required
            label={t('tallies.from')}
            max={to}
            value={from}
            onChange={(event) => put({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            required
            label={t('tallies.to')}
            min={from}
            value={to}
            onChange={(event) => put({ to: event.currentTarget.value })}
          />
        </Group>
      )}
    </Stack>
  );
}

function useKeeping(onKept: (id: string) => void) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return useMutation({
    mutationFn: (draft: TallyDraft) =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/tallies', {
          params: { path: { workspace } },
          body: bodyOf(draft),
        }),
      ),
    onSuccess: async ({ id, title }) => {
      await queryClient.invalidateQueries({ queryKey: [workspace, 'tallies'] });
      notifications.show({ message: t('tallies.saved', { title }) });
      onKept(id);
    },
  });
}
