import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Proposal } from './intake';

/** By which rule a proposal was found, with the document's own words; of what a person marked, that is said. */
export function Why({ proposal: { why, reason, edited } }: { proposal: Pick<Proposal, 'why' | 'reason' | 'edited'> }) {
  const { t } = useTranslation();
  const said = reason ? t(`intake.reasons.${reason.code}`, { words: reason.words ?? '' }) : why;
  const key = reason?.isAboveList ? 'intake.whyAboveList' : 'intake.why';
  return (
    <Text size="xs" c="dimmed">
      {said === null ? t('intake.marked') : t(key, { why: said })} {edited && t('intake.edited')}
    </Text>
  );
}
