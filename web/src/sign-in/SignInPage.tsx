import { Paper, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { me, queryClient } from '../api/queries';
import { Outside } from './Outside';
import { SignInForm } from './SignInForm';

export function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { next = '/' } = useSearch({ from: '/sign-in' });
  const go = async () => {
    queryClient.removeQueries({ queryKey: me.queryKey });
    await navigate({ to: next });
  };
  return (
    <Outside title={t('signIn.title')} heading="Heed">
      <Text>{t('signIn.about')}</Text>
      <Paper withBorder p="lg">
        <SignInForm onDone={() => void go()} />
      </Paper>
      <Text size="sm" c="dimmed">
        {t('signIn.lost')}
      </Text>
    </Outside>
  );
}
