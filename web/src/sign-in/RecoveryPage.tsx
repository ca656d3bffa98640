import { Button, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Done } from './Done';
import { NewPassword, SHORTEST } from './NewPassword';
import { NoSuchLink } from './NoSuchLink';
import { Outside } from './Outside';

/** Where the operator's link leads whoever has lost a password. Whether a link is good is said only when it is used. */
export function RecoveryPage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/recoveries/$token' });
  const [password, setPassword] = useState('');
  const using = useMutation({
    mutationFn: () =>
      answer(client.POST('/api/v1/auth/recoveries/{token}', { params: { path: { token } }, body: { password } })),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    using.mutate();
  };
  const { endedSessions: count, endedTokens: tokens } = using.data ?? {};
  return (
    <Outside title={t('signIn.recover')}>
      {using.isSuccess ? (
        <Done words={t('signIn.recovered', { count, tokens })} />
      ) : (
        <Paper withBorder p="lg">
          <form onSubmit={submit}>
            <Stack>
              <Text size="sm">{t('signIn.recoverWhy')}</Text>
              <NewPassword
                label={t('signIn.newPassword')}
                description={t('signIn.newPasswordRule', { shortest: SHORTEST })}
                value={password}
                onChange={setPassword}
              />
              <NoSuchLink error={using.error} title={t('signIn.noRecovery')} words={t('signIn.noRecoveryWhy')} />
              <Button type="submit" loading={using.isPending}>
                {t('signIn.setPassword')}
              </Button>
            </Stack>
          </form>
        </Paper>
      )}
    </Outside>
  );
}
