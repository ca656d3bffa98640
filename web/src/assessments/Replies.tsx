import { Card, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import type { Assessments } from './assessments';

/** What the addressee says itself, on either side of the follow-up: it is heard beside those who judge it. */
export function Replies({ replies }: { replies: Assessments['replies'] }) {
  const { t } = useTranslation();
  return (
    <Card withBorder p="sm" component="article" aria-label={t('assessments.replies')}>
      <Stack gap={6}>
        <Title order={4} size="h5">
          {t('assessments.replies')}
        </Title>
        {replies.length === 0 ? (
          <Text size="sm">{t('assessments.noReplies')}</Text>
        ) : (
          <List size="sm">
            {replies.map(({ id, evidence, recordedAt }) => (
              <List.Item key={id}>
                <RecordLink to="evidence" id={evidence.id}>
                  {evidence.title ?? t('followUps.withdrawn')}
                </RecordLink>{' '}
                <Instant at={recordedAt} />
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Card>
  );
}
