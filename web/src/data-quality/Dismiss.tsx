import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Asking } from '../frame/Asking';
import { ReasonField } from '../frame/ReasonField';
import { Refused } from '../frame/Refused';
import { useSaving } from '../frame/useSaving';
import { dismiss, type FaultItem } from './faults';

/** Says why what looks wrong is fine. */
export function Dismiss({ item }: { item: FaultItem }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const saving = useSaving<undefined, unknown>('data-quality', t('dataQuality.saved'), (workspace) =>
    dismiss(workspace, item, reason.trim()),
  );
  return (
    <>
      <Button size="xs" variant="default" className="no-print" onClick={open}>
        {t('dataQuality.dismiss')}
      </Button>
      {isOpen && (
        <Asking
          title={t('dataQuality.dismissNamed', { title: item.subject.title })}
          act={t('dataQuality.dismiss')}
          saving={saving}
          close={close}
        >
          <Text size="sm">{t('dataQuality.dismissMeans')}</Text>
          <ReasonField label={t('dataQuality.reason')} maxLength={2000} value={reason} put={setReason} />
        </Asking>
      )}
    </>
  );
}

/** It is looked at again. */
export function TakeBack({ item }: { item: FaultItem }) {
  const { t } = useTranslation();
  const saving = useSaving<undefined, unknown>('data-quality', t('dataQuality.takenBack'), (workspace) =>
    dismiss(workspace, item),
  );
  return (
    <>
      <Button
        size="xs"
        variant="default"
        className="no-print"
        loading={saving.isPending}
        onClick={() => saving.mutate(undefined)}
      >
        {t('dataQuality.takeBack')}
      </Button>
      <Refused error={saving.error} />
    </>
  );
}
