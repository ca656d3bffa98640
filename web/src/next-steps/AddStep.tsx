import { Button, Select, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembers } from '../administration/lists';
import { answer, client } from '../api/client';
import { queryClient } from '../api/queries';
import { DateField } from '../dates/DateField';
import { today } from '../dates/dates';
import { Refused } from '../frame/Refused';
import { useMembership, useWorkspace } from '../frame/workspace';

export type About = { followUpId: string } | { engagementId: string };

/** Says what is to be done next, who of one's own organization does it, and by when. */
export function AddStep({ about, onSaved }: { about: About; onSaved: () => void }) {
  const { t } = useTranslation();
  const membership = useMembership();
  const members = useMembers();
  const [what, setWhat] = useState('');
  const [ownerId, setOwnerId] = useState<string>(membership.id);
  const [dueOn, setDueOn] = useState<string | null>(today());
  const saving = useAdd(about, onSaved);
  const own = (members.data?.items ?? []).filter(({ organization }) => organization.id === membership.organization.id);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    saving.mutate({ what: what.trim(), ownerId, dueOn: dueOn ?? '' });
  };
  return (
    <form onSubmit={submit} aria-label={t('nextSteps.form')}>
      <Stack>
        <Textarea
          label={t('nextSteps.what')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <Select
          label={t('nextSteps.owner')}
          description={t('nextSteps.ownerAbout')}
          allowDeselect={false}
          value={ownerId}
          data={own.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => setOwnerId(id ?? membership.id)}
        />
        <DateField label={t('nextSteps.dueOn')} onChange={setDueOn} />
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
    mutationFn: (said: { what: string; ownerId: string; dueOn: string }) =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/next-steps', {
          params: { path: { workspace } },
          body: { ...said, ...about },
        }),
      ),
    onSuccess: async ({ what }) => {
      await queryClient.invalidateQueries({ queryKey: [workspace] });
      notifications.show({ message: t('nextSteps.saved', { what }) });
      onSaved();
    },
  });
}
