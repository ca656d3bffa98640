import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Refused } from '../frame/Refused';

const SHORTEST = 12;

export function PasswordForm({ email }: { email: string }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const changing = useMutation({
    mutationFn: () => answer(client.PATCH('/api/v1/me/password', { body: { current, new: next } })),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      void cache.invalidateQueries({ queryKey: ['me', 'sessions'] });
      notifications.show({ message: t('account.passwordChanged') });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    changing.mutate();
  };
  return (
    <form onSubmit={submit} aria-labelledby="password">
      <Stack maw={420} align="flex-start">
        <Title order={2} id="password">
          {t('account.password')}
        </Title>
        <Text size="sm">{t('account.passwordWhy')}</Text>
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          w="100%"
          label={t('account.currentPassword')}
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        <PasswordInput
          w="100%"
          label={t('account.newPassword')}
          description={t('account.passwordRule', { shortest: SHORTEST })}
          autoComplete="new-password"
          required
          minLength={SHORTEST}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        <Refused error={changing.error} />
        <Button type="submit" loading={changing.isPending}>
          {t('account.changePassword')}
        </Button>
      </Stack>
    </form>
  );
}
