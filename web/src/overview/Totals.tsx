import { Flex, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FollowUpsLink } from '../follow-ups/FollowUpsLink';
import { type SummaryRow, together } from './summary';

/** One line of what there is, each number with the list behind it. */
export function Totals({ said, done }: { said: SummaryRow[]; done: SummaryRow[] }) {
  const { t } = useTranslation();
  const all = together(done);
  return (
    <Flex wrap="wrap" align="baseline" columnGap="lg" rowGap="xs" component="section" aria-label={t('overview.totals')}>
      <FollowUpsLink search={{ closed: false }}>
        <Total n={all.open}>{t('overview.open')}</Total>
      </FollowUpsLink>
      <FollowUpsLink search={{ overdue: true }}>
        <Total n={all.overdue}>{t('overview.overdue')}</Total>
      </FollowUpsLink>
      <FollowUpsLink search={{ closed: true }}>
        <Total n={all.closed}>{t('overview.closed')}</Total>
      </FollowUpsLink>
      <FollowUpsLink search={{ contestedIn: 'response' }}>
        <Total n={together(said).contested}>{t('overview.contestedSaid')}</Total>
      </FollowUpsLink>
      <FollowUpsLink search={{ contestedIn: 'implementation' }}>
        <Total n={all.contested}>{t('overview.contestedDone')}</Total>
      </FollowUpsLink>
      <FollowUpsLink search={{ notFollowed: true }}>
        <Total n={all.notFollowed}>{t('overview.notFollowed')}</Total>
      </FollowUpsLink>
    </Flex>
  );
}

function Total({ n, children }: { n: number; children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <Text span size="sm">
      <Text span fw={700} size="lg">
        {n.toLocaleString(i18n.language)}
      </Text>{' '}
      {children}
    </Text>
  );
}
