import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import type { Proposal } from './intake';

/** Who decided, when, and why it was rejected; of what nobody decided before the document was recorded, that. */
export function Decided({ proposal, isRecorded }: { proposal: Proposal; isRecorded: boolean }) {
  const { t } = useTranslation();
  const { state, decidedBy, decidedAt, rejection, rejectionNote } = proposal;
  if (state === 'proposed') return isRecorded ? <Text size="sm">{t('intake.wasForgotten')}</Text> : null;
  const why = [rejection && t(`intake.rejections.${rejection}`), rejectionNote].filter(Boolean).join(': ');
  return (
    <>
      {why && (
        <Text size="sm">
          {t('intake.rejectedSince')} {why}
        </Text>
      )}
      {decidedBy && decidedAt && (
        <Text size="xs" c="dimmed">
          {t(`intake.decided.${state}`, { name: decidedBy.name, organization: decidedBy.organization.name })}{' '}
          <Instant at={decidedAt} />
        </Text>
      )}
    </>
  );
}
