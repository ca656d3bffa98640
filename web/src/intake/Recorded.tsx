import { Alert, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import type { Intake, Proposal } from './intake';
import { isLeft } from './useDesk';

/** What came of a document, and what was left out; each accepted proposal leads to its recommendation. */
export function Recorded({ intake, proposals }: { intake: Intake; proposals: Proposal[] }) {
  const { t } = useTranslation();
  const made = proposals.filter(({ recommendation, state }) => state === 'accepted' && recommendation !== null).length;
  const rejected = proposals.filter(({ state }) => state === 'rejected').length;
  const undecided = proposals.filter(isLeft).length;
  return (
    <Alert role="note" color="green" c="inherit" icon={<IconCheck aria-hidden />} title={t('intake.isRecorded')}>
      <Stack gap={4} align="flex-start">
        <Text size="sm">
          {t('intake.cameOf', { made, rejected })}{' '}
          {undecided > 0 && `${t('intake.wereForgotten', { count: undecided })} `}
          {intake.recordedBy &&
            t('intake.recordedBy', {
              name: intake.recordedBy.name,
              organization: intake.recordedBy.organization.name,
            })}{' '}
          {intake.recordedAt && <Instant at={intake.recordedAt} />}
        </Text>
        {intake.source && (
          <RecordLink to="sources" id={intake.source.id}>
            {intake.source.title ?? t('intake.itsSource')}
          </RecordLink>
        )}
      </Stack>
    </Alert>
  );
}
