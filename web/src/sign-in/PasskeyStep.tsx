import { Button, Stack, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import { signInWithPasskey } from '../second-factors/passkeys';

/** The browser asks for it by itself, in a window of its own. */
export function PasskeyStep({ onDone }: { onDone: () => unknown }) {
  const { t } = useTranslation();
  const signing = useMutation({ mutationFn: signInWithPasskey, onSuccess: onDone });
  return (
    <Stack gap="xs">
      <Text size="sm">{t('signIn.passkeyHint')}</Text>
      <Button
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={signing.isPending}
        onClick={() => signing.mutate()}
        data-autofocus
      >
        {t('signIn.passkey')}
      </Button>
      <Refused error={signing.error} />
      <Text size="sm">{t('signIn.orCode')}</Text>
    </Stack>
  );
}
