import { List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { When } from '../dates/When';
import { useWorkspace } from '../frame/workspace';

/** When what is due, on what basis, and how often it was put off; the old dates stay. */
export function Deadlines({ followUpId }: { followUpId: string }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { data } = useQuery({
    queryKey: [workspace, 'follow-ups', followUpId, 'deadlines'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/follow-ups/{followUp}/deadlines', {
          params: { path: { workspace, followUp: followUpId } },
        }),
      ),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('followUps.deadlines')}
      </Title>
      <List size="sm">
        {data.items.map((deadline) => (
          <List.Item key={deadline.id}>
            <Deadline deadline={deadline} followUpId={followUpId} />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Deadline({ deadline, followUpId }: { deadline: Schema['DeadlineView']; followUpId: string }) {
  const { t } = useTranslation();
  const standing = deadline.standing.find((one) => one.followUpId === followUpId);
  const word = standing?.overdue ? 'overdue' : standing?.late ? 'late' : standing?.met ? 'met' : 'open';
  return (
    <>
      {t(`axes.${deadline.axis}`)}: <When date={deadline.currentDueOn} /> ({t(`followUps.standing.${word}`)}).{' '}
      {deadline.basis}
      {deadline.condition && ` ${deadline.condition}`}
      {deadline.extensions.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('followUps.first')} <When date={deadline.dueOn} />
          {deadline.extensions.map(({ id, dueOn, extendedBy, basis }) => (
            <span key={id}>
              {'; '}
              {t('followUps.extended', { by: extendedBy })} <When date={dueOn} /> ({basis})
            </span>
          ))}
        </Text>
      )}
    </>
  );
}
