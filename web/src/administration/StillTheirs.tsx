import { Button, List, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch, type Schema } from '../api/client';
import { When } from '../dates/When';
import { Refused } from '../frame/Refused';
import { useSaving } from '../frame/useSaving';
import { useMembership, useWorkspace } from '../frame/workspace';
import { type Member, useMembers } from './lists';

type Step = Schema['NextStepView'];
/** What one request shows; whoever has more sees the rest when these are handed over. */
const limit = 50;

/** Before somebody goes: the next steps that are still theirs, and who takes them over. It can be done after they have gone, too. */
export function StillTheirs({ member }: { member: Member }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const isColleague = useMembership().organization.id === member.organization.id;
  const steps = useQuery({
    queryKey: [workspace, 'next-steps', { stillOf: member.id }],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/next-steps', {
          params: { path: { workspace }, query: { owner: [member.id], state: ['open'], count: true, limit } },
        }),
      ),
  });
  const items = steps.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Stack gap="xs" role="group" aria-label={t('administration.stillTheirs', { count: steps.data?.count ?? 0 })}>
      <Text fw={600} size="sm">
        {t('administration.stillTheirs', { count: steps.data?.count ?? 0 })}
      </Text>
      <List size="sm">
        {items.slice(0, 5).map(({ id, what, dueOn }) => (
          <List.Item key={id}>
            {what} (<When date={dueOn} />)
          </List.Item>
        ))}
      </List>
      {isColleague ? (
        <HandOver member={member} steps={items} />
      ) : (
        <Text size="sm">{t('administration.handOverAsk', { organization: member.organization.name })}</Text>
      )}
    </Stack>
  );
}

function HandOver({ member, steps }: { member: Member; steps: Step[] }) {
  const { t } = useTranslation();
  const members = useMembers();
  const [to, setTo] = useState<string | null>(null);
  const others = (members.data?.items ?? []).filter(
    ({ id, organization, roles }) =>
      id !== member.id && organization.id === member.organization.id && roles.some((role) => role !== 'auditor'),
  );
  const handing = useSaving<string, void>('next-steps', t('administration.handedOver'), async (workspace, ownerId) => {
    for (const { id, version } of steps)
      await answer(
        client.PATCH('/api/v1/workspaces/{workspace}/next-steps/{id}', {
          params: { path: { workspace, id }, header: ifMatch(version) },
          body: { ownerId },
        }),
      );
  });
  return (
    <>
      <Select
        label={t('administration.handOverTo')}
        value={to}
        onChange={setTo}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Refused error={handing.error} />
      {to !== null && (
        <Button
          variant="default"
          loading={handing.isPending}
          onClick={() => handing.mutate(to)}
          style={{ alignSelf: 'start' }}
        >
          {t('administration.handOver')}
        </Button>
      )}
    </>
  );
}
