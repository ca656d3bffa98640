import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { queryClient } from '../api/queries';
import { Dialog } from '../frame/Dialog';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import type { NextStep } from './nextSteps';

type Outcome = Schema['CreateOutcomeDto']['outcome'];

/** Says that it was done or dropped, or opens it again. */
export function Settle({ step }: { step: NextStep }) {
  const { t } = useTranslation();
  return (
    <Dialog
      label={t('nextSteps.settle')}
      title={t('nextSteps.settleNamed', { what: step.what })}
      size="xs"
      variant="default"
      className="no-print"
    >
      {(close) => <Form step={step} onSaved={close} />}
    </Dialog>
  );
}

function Form({ step, onSaved }: { step: NextStep; onSaved: () => void }) {
  const { t } = useTranslation();
  const offered: Outcome[] = step.state === 'open' ? ['done', 'dropped'] : ['reopened'];
  const [outcome, setOutcome] = useState<Outcome>(step.state === 'open' ? 'done' : 'reopened');
  const [note, setNote] = useState('');
  const saving = useSettle(step, onSaved);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    saving.mutate({ outcome, note: note.trim() || null });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Radio.Group
          label={t('nextSteps.outcome')}
          value={outcome}
          onChange={(chosen) => setOutcome(offered.find((one) => one === chosen) ?? outcome)}
        >
          <Stack gap={6} mt={4}>
            {offered.map((one) => (
              <Radio key={one} value={one} label={t(`nextSteps.outcomes.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('nextSteps.note')}
          description={t('nextSteps.noteAbout')}
          required={outcome !== 'done'}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Refused error={saving.error} />
        <Button type="submit" loading={saving.isPending}>
          {t('nextSteps.save')}
        </Button>
      </Stack>
    </form>
  );
}

function useSettle({ id, what }: NextStep, onSaved: () => void) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return useMutation({
    mutationFn: (body: { outcome: Outcome; note: string | null }) =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/next-steps/{id}/outcomes', {
          params: { path: { workspace, id } },
          body,
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [workspace] });
      notifications.show({ message: t('nextSteps.saved', { what }) });
      onSaved();
    },
  });
}
