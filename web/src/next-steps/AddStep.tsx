import { Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { queryClient } from '../api/queries';
import { today } from '../dates/dates';
import { Refused } from '../frame/Refused';
import { useMembership, useWorkspace } from '../frame/workspace';
import { type Planned, StepFields } from './StepFields';

export type About = { followUpId: string } | { engagementId: string } | { sourceId: string };

/** Says what is to be done next, who of one's own organization does it, and by when. */
export function AddStep({ about, onSaved }: { about: About; onSaved: () => void }) {
  const { t } = useTranslation();
  const membership = useMembership();
  const [planned, setPlanned] = useState<Planned>({ what: '', ownerId: membership.id, dueOn: today() });
  const saving = useAdd(about, onSaved);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    saving.mutate(planned);
  };
  return (
    <form onSubmit={submit} aria-label={t('nextSteps.form')}>
      <Stack>
        <StepFields planned={planned} onPlanned={setPlanned} />
        <Refused error={saving.error} />
        <Button type="submit" loading={saving.isPending}>
          {t('nextSteps.save')}
        </Button>
      </Stack>
    </form>
  );
}

function useAdd(about: About, onSaved: () => void) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return useMutation({
    mutationFn: ({ what, ownerId, dueOn }: Planned) =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/next-steps', {
          params: { path: { workspace } },
          body: { what: what.trim(), ownerId, dueOn: dueOn ?? '', ...about },
        }),
      ),
    onSuccess: async ({ what }) => {
      await queryClient.invalidateQueries({ queryKey: [workspace] });
      notifications.show({ message: t('nextSteps.saved', { what }) });
      onSaved();
    },
  });
}
