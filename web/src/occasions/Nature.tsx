import { Group, Stack, Text, Title } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Instant, When } from '../dates/When';
import { Dialog } from '../frame/Dialog';
import { useIs, useMay } from '../frame/workspace';
import type { Recommendation } from '../recommendations/recommendation';
import { Occasions } from './Occasions';
import { SayOccasion } from './SayOccasion';
import { ReviewEvery } from './ReviewEvery';

/** What is asked again and again has its occasions; what is asked for good is looked at again from time to time. */
export function Nature({ ask }: { ask: Recommendation }) {
  if (ask.nature === 'recurring') return <Recurring ask={ask} />;
  if (ask.nature === 'continuing') return <Continuing ask={ask} />;
  return null;
}

function Recurring({ ask }: { ask: Recommendation }) {
  const { t } = useTranslation();
  const heading = useId();
  const mayWrite = useMay('administrator', 'editor');
  return (
    <Stack gap="xs" component="section" aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {t('occasions.title')}
      </Title>
      <Text size="sm">{t('occasions.about')}</Text>
      <Occasions recommendationId={ask.id} mayWrite={mayWrite} />
      {mayWrite && (
        <Group className="no-print">
          <Dialog
            label={t('occasions.add')}
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {(close) => <SayOccasion recommendationId={ask.id} kind="occasion" close={close} />}
          </Dialog>
        </Group>
      )}
    </Stack>
  );
}

function Continuing({ ask }: { ask: Recommendation }) {
  const writes = useIs('administrator', 'editor');
  const { t } = useTranslation();
  const heading = useId();
  const mayWrite = useMay('administrator', 'editor');
  const { lastConfirmed, reviewOn, reviewDue } = ask;
  return (
    <Stack gap="xs" component="section" aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {t('occasions.continuing')}
      </Title>
      <Text size="sm">{t('occasions.continuingAbout')}</Text>
      <Text size="sm">
        {lastConfirmed ? (
          <>
            {t('occasions.lastConfirmed')} <When date={lastConfirmed.occurredOn} />
            {` (${lastConfirmed.by.name}, ${lastConfirmed.by.organization.name}, `}
            <Instant at={lastConfirmed.recordedAt} />)
          </>
        ) : (
          t('occasions.neverConfirmed')
        )}
      </Text>
      {reviewOn && (
        <Text size="sm" fw={reviewDue ? 600 : undefined}>
          {t(reviewDue ? 'occasions.wasDue' : 'occasions.isDue')} <When date={reviewOn} />
        </Text>
      )}
      {mayWrite && (
        <Group className="no-print" align="end" gap="xs">
          <ReviewEvery key={ask.version} ask={ask} />
          <Dialog
            label={t('occasions.confirm')}
            size="xs"
            variant="default"
            leftSection={<IconCheck size={16} aria-hidden />}
          >
            {(close) => <SayOccasion recommendationId={ask.id} kind="confirmation" close={close} />}
          </Dialog>
        </Group>
      )}
      {!writes && <Text size="sm">{t('occasions.whoMay')}</Text>}
    </Stack>
  );
}
