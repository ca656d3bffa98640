import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Instant } from '../dates/When';
import { Read } from '../frame/Read';
import { Refused } from '../frame/Refused';

/** Where one is signed in; all but this one can be ended. */
export function Sessions({ current }: { current: string }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const sessions = useQuery({
    queryKey: ['me', 'sessions'],
    queryFn: () => answer(client.GET('/api/v1/me/sessions', { params: { query: { limit: 100 } } })),
  });
  const ending = useMutation({
    mutationFn: (id: string) => answer(client.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      notifications.show({ message: t('account.sessionEnded') });
      return cache.invalidateQueries({ queryKey: ['me', 'sessions'] });
    },
  });
  return (
    <section aria-labelledby="sessions">
      <Title order={2} id="sessions">
        {t('account.sessions')}
      </Title>
      <Text size="sm" mb="xs">
        {t('account.sessionsWhy')}
      </Text>
      <Refused error={ending.error} />
      <Read query={sessions}>
        {({ items }) => (
          <Stack gap="xs">
            {items.map(({ id, createdAt, usedAt }) => (
              <Paper key={id} withBorder p="sm">
                <Group justify="space-between">
                  <Text size="sm">
                    {t('account.signedIn')} <Instant at={createdAt} />, {t('account.lastUsed')} <Instant at={usedAt} />
                  </Text>
                  {id === current ? (
                    <Badge variant="outline" tt="none">
                      {t('account.thisSession')}
                    </Badge>
                  ) : (
                    <Button size="xs" variant="default" className="no-print" onClick={() => ending.mutate(id)}>
                      {t('account.endSession')}
                    </Button>
                  )}
                </Group>
              </Paper>
            ))}
          </Stack>
        )}
      </Read>
    </section>
  );
}
