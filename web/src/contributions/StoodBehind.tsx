import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import type { Contribution } from './contributions';

/** Who stands behind the present words, and what was said before them. */
export function StoodBehind({ contribution }: { contribution: Contribution }) {
  const { t } = useTranslation();
  const { substantiations, state, strength } = contribution;
  return (
    <>
      {substantiations.map(({ id, by, said, recordedAt }) => (
        <Text key={id} size="sm">
          <IconCheck size={14} aria-hidden /> {t('contributions.behind', { organization: by.organization.name })},{' '}
          {by.name}, <Instant at={recordedAt} />
          {said !== null && `: ${said}`}
        </Text>
      ))}
      {substantiations.length === 0 && state === 'stated' && strength !== 'not-known' && (
        <Text size="sm">{t('contributions.nobodyBehind')}</Text>
      )}
      <Before contribution={contribution} />
    </>
  );
}

/** Nothing that was stated goes away. */
function Before({ contribution: { acts, statedAt } }: { contribution: Contribution }) {
  const { t } = useTranslation();
  const [isShown, { toggle }] = useDisclosure(false);
  const before = acts.filter((act) => act.act === 'withdrawn' || act.recordedAt < statedAt);
  if (before.length === 0) return null;
  return (
    <>
      <Button size="compact-sm" variant="default" className="no-print" aria-expanded={isShown} onClick={toggle}>
        {t(isShown ? 'contributions.hideBefore' : 'contributions.showBefore', { count: before.length })}
      </Button>
      {isShown && (
        <Stack gap={4}>
          {before.map(({ id, act, by, said, strength, recordedAt }) => (
            <Text key={id} size="sm">
              {t(`contributions.acts.${act}`)}, {by.name}, {by.organization.name}, <Instant at={recordedAt} />
              {strength !== null && ` (${t(`contributions.strengths.${strength}`)})`}
              {said !== null && `: ${said}`}
            </Text>
          ))}
        </Stack>
      )}
    </>
  );
}
