import { Text } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import { Instant, When } from '../dates/When';

/** Under each chart: as of when it is true, and what was recorded by then. */
export function AsOf({ summary: { asOf, knownAt } }: { summary: { asOf: string; knownAt: string } }) {
  const { t } = useTranslation();
  return (
    <Text size="xs" c="dimmed">
      <Trans
        t={t}
        i18nKey="overview.asOf"
        components={{ day: <When date={asOf} />, instant: <Instant at={knownAt} /> }}
      />
    </Text>
  );
}
