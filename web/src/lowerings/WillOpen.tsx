import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Meaning } from './lowerings';

/** How many people will be able to open the piece, and what they will not see; said before anybody asks or agrees. */
export function WillOpen({ meaning: { to, readersNow, readersThen, isBlocked } }: { meaning: Meaning }) {
  const { t } = useTranslation();
  return (
    <Alert role="status" color={isBlocked ? 'red' : undefined}>
      <Text size="sm" fw={600}>
        {t('lowerings.willOpen', { count: readersThen, now: readersNow })}
      </Text>
      {to === 'public' && <Text size="sm">{t('lowerings.outside')}</Text>}
      <Text size="sm">{t('lowerings.stays')}</Text>
      {isBlocked && <Text size="sm">{t('lowerings.blocked')}</Text>}
    </Alert>
  );
}
