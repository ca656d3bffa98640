import { Container, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { me, queryClient } from '../api/queries';
import { LanguageChoice } from '../frame/Header';
import { SignInForm } from './SignInForm';

export function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { next = '/' } = useSearch({ from: '/sign-in' });
  useDocumentTitle(`${t('signIn.title')} - Heed`);
  const go = async () => {
    queryClient.removeQueries({ queryKey: me.queryKey });
    await navigate({ to: next });
  };
  return (
    <Container size={420} py="xl" component="main">
      <Stack>
        <Group justify="space-between">
          <Title order={1}>Heed</Title>
          <LanguageChoice />
        </Group>
        <Text>{t('signIn.about')}</Text>
        <Paper withBorder p="lg">
          <SignInForm onDone={() => void go()} />
        </Paper>
        <Text size="sm" c="dimmed">
          {t('signIn.lost')}
        </Text>
      </Stack>
    </Container>
  );
}
