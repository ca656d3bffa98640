import { Flex, Text } from '@mantine/core';
import type { ParseKeys } from 'i18next';
import { Trans, useTranslation } from 'react-i18next';
import { FollowUpsLink } from '../follow-ups/FollowUpsLink';
import { type SummaryRow, together } from './summary';

/** One line of what there is, each number with the list behind it. */
export function Totals({ said, done }: { said: SummaryRow[]; done: SummaryRow[] }) {
  const { t } = useTranslation();
  const all = together(done);
  return (
    <Flex wrap="wrap" align="baseline" columnGap="lg" rowGap="xs" component="section" aria-label={t('overview.totals')}>
      <FollowUpsLink search={{ closed: false }}>
        <Total n={all.open} words="overview.open" />
      </FollowUpsLink>
      <FollowUpsLink search={{ overdue: true }}>
        <Total n={all.overdue} words="overview.overdue" />
      </FollowUpsLink>
      <FollowUpsLink search={{ closed: true }}>
        <Total n={all.closed} words="overview.closed" />
      </FollowUpsLink>
      <FollowUpsLink search={{ contestedIn: 'response' }}>
        <Total n={together(said).contested} words="overview.contestedSaid" />
      </FollowUpsLink>
      <FollowUpsLink search={{ contestedIn: 'implementation' }}>
        <Total n={all.contested} words="overview.contestedDone" />
      </FollowUpsLink>
      <FollowUpsLink search={{ notFollowed: true }}>
        <Total n={all.notFollowed} words="overview.notFollowed" />
      </FollowUpsLink>
    </Flex>
  );
}

function Total({ n, words }: { n: number; words: ParseKeys & `overview.${string}` }) {
  const { t, i18n } = useTranslation();
  return (
    <Text span size="sm">
      <Trans
        t={t}
        i18nKey={words}
        values={{ n: n.toLocaleString(i18n.language) }}
        components={{ b: <Text span fw={700} size="lg" /> }}
      />
    </Text>
  );
}
