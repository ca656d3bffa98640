import { Text } from '@mantine/core';
import { IconCalendarDue } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { When } from '../dates/When';
import type { Schema } from '../api/client';

type Due = Pick<Schema['FollowUpView'], 'dueOn' | 'overdue'> & Partial<Pick<Schema['FollowUpView'], 'daysOverdue'>>;

/** When the next thing is due, and that it is past where it is. */
export function Due({ followUp: { dueOn, overdue, daysOverdue } }: { followUp: Due }) {
  const { t } = useTranslation();
  if (dueOn === null) return null;
  return (
    <Text size="xs" {...(overdue && { c: 'light-dark(#8a2a0c, #f7a283)', fw: 600 })} component="div">
      <IconCalendarDue size={14} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
      {overdue ? t('followUps.overdueSince') : t('followUps.due')} <When date={dueOn} />
      {overdue && daysOverdue ? ` (${t('followUps.days', { count: daysOverdue })})` : ''}
    </Text>
  );
}
