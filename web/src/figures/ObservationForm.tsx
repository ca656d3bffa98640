import { Button, Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { queryClient } from '../api/queries';
import { CiteField } from '../bulk-actions/CiteField';
import { DateField } from '../dates/DateField';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import type { Indicator, Observation } from './figure';
import { MeasuredFields } from './MeasuredFields';
import { bodyOf, draftOf, type ObservationDraft } from './observationDraft';

interface ObservationFormProps {
  indicator: Indicator;
  /** The observation whose place it takes. */
  corrects?: Observation;
  onSaved: () => void;
}

/** Records what somebody says: the figure, of what time, how surely, on what evidence. */
export function ObservationForm({ indicator, corrects, onSaved }: ObservationFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(corrects));
  const put = (change: Partial<ObservationDraft>) => setDraft((now) => ({ ...now, ...change }));
  const saving = useObserve(indicator, corrects, onSaved);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    saving.mutate(draft);
  };
  return (
    <form onSubmit={submit} aria-label={t('figures.observationForm')}>
      <Stack>
        <Period draft={draft} put={put} />
        <MeasuredFields unit={indicator.unit} draft={draft} put={put} />
        <TextInput
          label={t('figures.saidBy')}
          description={t('figures.saidByAbout')}
          required
          maxLength={500}
          value={draft.saidBy}
          onChange={(event) => put({ saidBy: event.currentTarget.value })}
        />
        <Textarea
          label={t('figures.how')}
          autosize
          minRows={2}
          maxLength={5000}
          value={draft.note}
          onChange={(event) => put({ note: event.currentTarget.value })}
        />
        <Checkbox
          label={t('figures.breaksField')}
          description={t('figures.breaksAbout')}
          checked={draft.breaksSeries}
          onChange={(event) => put({ breaksSeries: event.currentTarget.checked })}
        />
        {corrects && corrects.evidence.length > 0 ? (
          <Text size="sm">{t('figures.sameEvidence', { n: corrects.evidence.length })}</Text>
        ) : (
          <CiteField onChange={(evidenceIds) => put({ evidenceIds })} />
        )}
        <Refused error={saving.error} />
        <Button type="submit" loading={saving.isPending}>
          {t('figures.save')}
        </Button>
      </Stack>
    </form>
  );
}

interface FieldsProps {
  draft: ObservationDraft;
  put: (change: Partial<ObservationDraft>) => void;
}

function Period({ draft, put }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <DateField label={t('figures.period')} start={draft.period} onChange={(period) => put({ period })} />
      <Checkbox
        label={t('figures.isSpan')}
        checked={draft.until !== null}
        onChange={(event) => put({ until: event.currentTarget.checked ? draft.period : null })}
      />
      {draft.until !== null && (
        <DateField label={t('figures.until')} start={draft.until} onChange={(until) => put({ until: until ?? '' })} />
      )}
    </>
  );
}

function useObserve(indicator: Indicator, corrects: Observation | undefined, onSaved: () => void) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return useMutation({
    mutationFn: (draft: ObservationDraft) =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/indicators/{indicatorId}/observations', {
          params: { path: { workspace, indicatorId: indicator.id } },
          body: bodyOf(draft, corrects),
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [workspace, 'figures'] });
      notifications.show({ message: t('figures.saved', { title: indicator.title }) });
      onSaved();
    },
  });
}
