import { Button, Container, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { LanguageChoice } from '../frame/Header';
import { Refused } from '../frame/Refused';

const SHORTEST = 12;

/** Where the link of an invitation leads: a name, a password, and one is a member. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/invitations/$token' });
  useDocumentTitle(`${t('signIn.invited')} - Heed`);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accepting = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/auth/invitations/{token}', { params: { path: { token } }, body: { name, password } }),
      ),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    accepting.mutate();
  };
  return (
    <Container size={460} py="xl" component="main">
      <Stack>
        <Group justify="space-between">
          <Title order={1}>{t('signIn.invited')}</Title>
          <LanguageChoice />
        </Group>
        {accepting.isSuccess ? (
          <Paper withBorder p="lg" role="status">
            <Stack align="flex-start">
              <Text>{t('signIn.accepted')}</Text>
              <Button component={Link} to="/sign-in">
                {t('signIn.enter')}
              </Button>
            </Stack>
          </Paper>
        ) : (
          <Paper withBorder p="lg">
            <form onSubmit={submit}>
              <Stack>
                <Text size="sm">{t('signIn.invitedWhy')}</Text>
                <TextInput
                  label={t('signIn.name')}
                  description={t('signIn.nameHint')}
                  autoComplete="name"
                  required
                  maxLength={120}
                  value={name}
                  onChange={(event) => setName(event.currentTarget.value)}
                />
                <PasswordInput
                  label={t('signIn.password')}
                  description={t('signIn.passwordRule', { shortest: SHORTEST })}
                  autoComplete="new-password"
                  required
                  minLength={SHORTEST}
                  value={password}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                  visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
                />
                <Refused error={accepting.error} />
                <Button type="submit" loading={accepting.isPending}>
                  {t('signIn.accept')}
                </Button>
              </Stack>
            </form>
          </Paper>
        )}
      </Stack>
    </Container>
  );
}
