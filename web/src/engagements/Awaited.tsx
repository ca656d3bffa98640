import { Group, Text } from '@mantine/core';
import { IconClock, IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates/dates';
import { lastDayOf } from '../dates/parts';
import { When } from '../dates/When';
import type { Engagement } from './engagementDraft';

/** What came of it, or until when a reply is awaited; a request without a reply says so. */
export function Awaited({ of: { outcome, awaitedOn } }: { of: Pick<Engagement, 'outcome' | 'awaitedOn'> }) {
  const { t } = useTranslation();
  if (outcome)
    return (
      <Text size="sm" lineClamp={3}>
        {outcome}
      </Text>
    );
  if (!awaitedOn) return null;
  const isPast = (lastDayOf(awaitedOn) ?? '9999') < today();
  const Shape = isPast ? IconMessage : IconClock;
  return (
    <Group gap={6} wrap="nowrap" align="start">
      <Shape size={16} aria-hidden style={{ flex: 'none', marginTop: 3 }} />
      <Text size="sm">
        {t(isPast ? 'engagements.silentSince' : 'engagements.awaitedUntil')} <When date={awaitedOn} />
      </Text>
    </Group>
  );
}
