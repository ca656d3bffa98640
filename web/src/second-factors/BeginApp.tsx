import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Refused } from '../frame/Refused';

interface BeginAppProps {
  onCancel: () => void;
  email: string;
  onBegun: (begun: Schema['BegunAuthenticatorView'] & { name: string }) => void;
}

/** A session may be stolen, so the password is asked once more. */
export function BeginApp({ email, onBegun, onCancel }: BeginAppProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const beginning = useMutation({
    mutationFn: () => answer(client.POST('/api/v1/me/second-factors/authenticators', { body: { name, password } })),
    onSuccess: (begun) => onBegun({ ...begun, name }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    beginning.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={420} align="flex-start">
        <Text size="sm">{t('secondFactors.addWhy')}</Text>
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <TextInput
          w="100%"
          label={t('secondFactors.name')}
          description={t('secondFactors.nameHint')}
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          w="100%"
          label={t('secondFactors.password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        <Refused error={beginning.error} />
        <Group gap="xs">
          <Button type="submit" loading={beginning.isPending}>
            {t('secondFactors.next')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('frame.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
