import { Button, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Asking } from '../frame/Asking';
import { Read } from '../frame/Read';
import { KeepCodes } from './KeepCodes';
import { recoveryCodesLeft, useChanging } from './secondFactors';

/** How many codes on paper are left, and new ones. */
export function RecoveryCodes({ email }: { email: string }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [codes, setCodes] = useState<string[]>();
  const left = useQuery(recoveryCodesLeft);
  const renewing = useChanging<undefined, { recoveryCodes: string[] }>(
    () => answer(client.POST('/api/v1/me/recovery-codes')),
    ({ recoveryCodes }) => {
      setCodes(recoveryCodes);
      notifications.show({ message: t('secondFactors.renewed') });
    },
  );
  return (
    <Stack gap="xs" align="flex-start" mt="sm">
      <Title order={3}>{t('secondFactors.recoveryCodes')}</Title>
      {codes ? (
        <KeepCodes codes={codes} email={email} onKept={() => setCodes(undefined)} />
      ) : (
        <>
          <Text size="sm">{t('secondFactors.recoveryWhy')}</Text>
          <Read query={left}>{(read) => <Text>{t('secondFactors.left', { count: read.left })}</Text>}</Read>
          <Button variant="default" className="no-print" onClick={open}>
            {t('secondFactors.renew')}
          </Button>
        </>
      )}
      {isOpen && (
        <Asking title={t('secondFactors.renew')} act={t('secondFactors.renew')} saving={renewing} close={close}>
          <Text size="sm">{t('secondFactors.renewMeans')}</Text>
        </Asking>
      )}
    </Stack>
  );
}
