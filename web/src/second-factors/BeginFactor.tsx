import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import type { useBeginning } from './useBeginning';

interface BeginFactorProps {
  kind: 'authenticator' | 'passkey';
  email: string;
  beginning: ReturnType<typeof useBeginning>;
  onCancel: () => void;
}

/** A session may be stolen, so the password is asked once more. */
export function BeginFactor({ kind, email, beginning, onCancel }: BeginFactorProps) {
  const { t } = useTranslation();
  const isPasskey = kind === 'passkey';
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    beginning.mutate({ name, password });
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={420} align="flex-start">
        <Text size="sm">{t(isPasskey ? 'secondFactors.passkeyWhy' : 'secondFactors.addWhy')}</Text>
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <TextInput
          w="100%"
          label={t('secondFactors.name')}
          description={t(isPasskey ? 'secondFactors.passkeyNameHint' : 'secondFactors.nameHint')}
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
            {t(isPasskey ? 'secondFactors.passkeyMake' : 'secondFactors.next')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('frame.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
