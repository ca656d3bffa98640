import { Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { Refused } from '../frame/Refused';
import { QrCode } from './QrCode';
import { useChanging } from './secondFactors';

interface ConfirmAppProps {
  onCancel: () => void;
  begun: Schema['BegunAuthenticatorView'] & { name: string };
  onConfirmed: (recoveryCodes: string[]) => void;
}

/** The secret goes to the phone by its camera or by hand; one right code shows that it has arrived. */
export function ConfirmApp({ begun: { id, secret, uri, name }, onConfirmed, onCancel }: ConfirmAppProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const confirming = useChanging(
    (said: string) =>
      answer(
        client.POST('/api/v1/me/second-factors/authenticators/{id}/confirmation', {
          params: { path: { id } },
          body: { code: said.replace(/\s/g, '') },
        }),
      ),
    ({ recoveryCodes }) => {
      notifications.show({ message: t('secondFactors.added', { name }) });
      onConfirmed(recoveryCodes);
    },
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    confirming.mutate(code);
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={420} align="flex-start">
        <Text size="sm">{t('secondFactors.scan')}</Text>
        <QrCode text={uri} label={t('secondFactors.scanAlt')} />
        <Text size="sm">{t('secondFactors.type')}</Text>
        <Code fz="md">{secret.replace(/.{4}(?!$)/g, '$& ')}</Code>
        <Text size="sm" c="dimmed">
          {t('secondFactors.once')}
        </Text>
        <TextInput
          label={t('secondFactors.code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          maxLength={9}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Text size="sm">{t('secondFactors.confirmMeans')}</Text>
        <Refused error={confirming.error} />
        <Group gap="xs">
          <Button type="submit" loading={confirming.isPending}>
            {t('secondFactors.confirm')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('frame.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
