import { Card, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { ShowMore } from '../frame/ShowMore';
import { useMay } from '../frame/workspace';
import { Dismiss, TakeBack } from './Dismiss';
import { type Fault, type FaultItem, useFaults } from './faults';

/** Those of one fault: what it is, where to mend it; or what somebody said is fine. */
export function FaultList({ fault }: { fault: Fault }) {
  const { t } = useTranslation();
  const [which, setWhich] = useState<'open' | 'fine'>('open');
  const pages = useFaults(fault, which === 'fine');
  const mayDismiss = useMay('administrator', 'editor');
  return (
    <Stack gap="sm">
      <Text size="sm">{t(`dataQuality.means.${fault}`)}</Text>
      <SegmentedControl
        className="no-print"
        w="fit-content"
        aria-label={t('dataQuality.which')}
        value={which}
        onChange={setWhich}
        data={[
          { value: 'open', label: t('dataQuality.open') },
          { value: 'fine', label: t('dataQuality.fine') },
        ]}
      />
      <Read query={pages}>
        {() => (
          <>
            {pages.items.length === 0 && <Text size="sm">{t('dataQuality.noneHere')}</Text>}
            {pages.items.map((item) => (
              <Item key={item.id} item={item} mayDismiss={mayDismiss} />
            ))}
            <ShowMore pages={pages} />
          </>
        )}
      </Read>
      {!mayDismiss && <Text size="sm">{t('dataQuality.whoMay')}</Text>}
    </Stack>
  );
}

const PAGES = {
  recommendation: 'recommendations',
  source: 'sources',
  evidence: 'evidence',
  indicator: 'figures',
  addressee: 'addressees',
} as const;

function Item({ item, mayDismiss }: { item: FaultItem; mayDismiss: boolean }) {
  const { t } = useTranslation();
  const { subject, other, followUpId, addressee, axis, detail, since, dismissal } = item;
  const of = [addressee, axis && t(`axes.${axis}`)].filter(Boolean).join(', ');
  return (
    <Card withBorder p="sm" component="article" aria-label={subject.title}>
      <Stack gap={4} align="flex-start">
        <RecordLink
          to={PAGES[subject.type]}
          id={subject.id}
          search={{ followUp: followUpId ?? undefined, side: axis ?? undefined }}
          fw={600}
        >
          {subject.title}
        </RecordLink>
        {other && (
          <RecordLink to={PAGES[other.type]} id={other.id} fw={600}>
            {other.title}
          </RecordLink>
        )}
        {of && <Text size="sm">{of}</Text>}
        {detail !== null && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {detail}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {t('dataQuality.since')} <Instant at={since} />
        </Text>
        {dismissal && (
          <Text size="sm">
            {t('dataQuality.isFine', { name: dismissal.by.name, organization: dismissal.by.organization.name })},{' '}
            <Instant at={dismissal.recordedAt} />
            {dismissal.reason !== null && `: ${dismissal.reason}`}
          </Text>
        )}
        {mayDismiss && (dismissal ? <TakeBack item={item} /> : <Dismiss item={item} />)}
      </Stack>
    </Card>
  );
}
