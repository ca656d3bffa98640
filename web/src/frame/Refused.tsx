import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { Instant } from '../dates/When';
import { ReadAnew } from './ReadAnew';

/** Next to a form that could not be saved: why, in the server's words. What was typed stays; `readAnew` brings what others changed, and is done when that is there. */
export function Refused({ error, readAnew }: { error: Error | null; readAnew?: () => Promise<unknown> }) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = error instanceof Problem ? error : undefined;
  // A problem with one fault often says it in its own words already.
  const faults = problem?.faults.filter(({ message }) => !problem.message.includes(message)) ?? [];
  const isStale = problem?.isStale === true && readAnew !== undefined;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={isStale ? t('frame.changedMeanwhile') : problem?.title || t('frame.failed')}
    >
      <Stack align="flex-start" gap="xs">
        <Text size="sm">{problem && problem.status > 0 ? problem.message : t('frame.failedWhy')}</Text>
        {problem?.changed.by && (
          <Text size="sm">
            {t('frame.changedBy', {
              name: problem.changed.by.name,
              organization: problem.changed.by.organization.name,
            })}{' '}
            {problem.changed.recordedAt && <Instant at={problem.changed.recordedAt} />}
          </Text>
        )}
        {faults.length > 0 && (
          <List size="sm">
            {faults.map(({ pointer, message }) => (
              <List.Item key={pointer + message}>{message}</List.Item>
            ))}
          </List>
        )}
        {readAnew && (isStale || problem?.status === 404) && <ReadAnew readAnew={readAnew} />}
      </Stack>
    </Alert>
  );
}
