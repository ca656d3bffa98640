import { Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSayRoles } from '../administration/useSayRoles';
import { answer, client, type Schema } from '../api/client';
import { Instant } from '../dates/When';
import { Read } from '../frame/Read';
import { Refused } from '../frame/Refused';
import { FocusBack } from '../frame/useFocusBack';
import { MakeToken } from './MakeToken';

type Token = Schema['TokenView'];

/** What programs of one's own sign in with. */
export function Tokens({ memberships }: { memberships: Schema['MyMembershipView'][] }) {
  const { t } = useTranslation();
  const [ending, setEnding] = useState<Token>();
  const tokens = useQuery({
    queryKey: ['me', 'tokens'],
    queryFn: () => answer(client.GET('/api/v1/me/tokens', { params: { query: { limit: 100 } } })),
  });
  return (
    <section aria-labelledby="tokens">
      <Title order={2} id="tokens">
        {t('account.tokens')}
      </Title>
      <Text size="sm" mb="xs">
        {t('account.tokensWhy')}
      </Text>
      <Stack gap="xs">
        <Read query={tokens}>
          {({ items }) =>
            items.length === 0 ? (
              <Text>{t('account.noTokens')}</Text>
            ) : (
              items.map((token) => <OneToken key={token.id} token={token} end={() => setEnding(token)} />)
            )
          }
        </Read>
        {memberships.length > 0 && <MakeToken memberships={memberships} />}
      </Stack>
      {ending && <EndToken token={ending} close={() => setEnding(undefined)} />}
    </section>
  );
}

function OneToken({ token, end }: { token: Token; end: () => void }) {
  const { t } = useTranslation();
  const sayRoles = useSayRoles();
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        <div>
          <Text fw={600}>{token.name}</Text>
          <Text size="sm">
            {t('account.tokenFor', { workspace: token.workspace.name, role: sayRoles([token.role]) })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('account.ends')} <Instant at={token.expiresAt} />,{' '}
            {token.usedAt ? (
              <>
                {t('account.lastUsed')} <Instant at={token.usedAt} />
              </>
            ) : (
              t('account.neverUsed')
            )}
          </Text>
        </div>
        <Button size="xs" variant="default" className="no-print" onClick={end}>
          {t('account.endToken')}
        </Button>
      </Group>
    </Paper>
  );
}

function EndToken({ token, close }: { token: Token; close: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const ending = useMutation({
    mutationFn: () => answer(client.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id: token.id } } })),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['me', 'tokens'] });
      notifications.show({ message: t('account.tokenEnded') });
      close();
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t('account.endTokenNamed', { name: token.name })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <FocusBack />
      <Stack>
        <Text>{t('account.endTokenMeans')}</Text>
        <Refused error={ending.error} />
        <Button color="red" loading={ending.isPending} onClick={() => ending.mutate()}>
          {t('account.endToken')}
        </Button>
      </Stack>
    </Modal>
  );
}
