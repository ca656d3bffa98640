import { Anchor, Card, Code, SegmentedControl, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../dates/When';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { ShowMore } from '../frame/ShowMore';
import { useMay, useWorkspace } from '../frame/workspace';
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
  intake: 'intake',
} as const;

interface NamedProps {
  thing: FaultItem['subject'];
  search?: Record<string, unknown>;
}

/** What is in one's own inbox stands on one's first page. */
function Named({ thing: { type, id, title }, search = {} }: NamedProps) {
  const workspace = useWorkspace();
  if (type !== 'inbox-item')
    return (
      <RecordLink to={PAGES[type]} id={id} search={search} fw={600}>
        {title}
      </RecordLink>
    );
  return (
    <Anchor
      size="sm"
      py={3}
      fw={600}
      renderRoot={(props) => <Link {...props} to="/w/$workspace/for-me" params={{ workspace }} />}
    >
      {title}
    </Anchor>
  );
}

function Item({ item, mayDismiss }: { item: FaultItem; mayDismiss: boolean }) {
  const { t } = useTranslation();
  const { subject, other, followUpId, addressee, axis, detail, since, dismissal } = item;
  const of = [addressee, axis && t(`axes.${axis}`)].filter(Boolean).join(', ');
  return (
    <Card withBorder p="sm" component="article" aria-label={subject.title}>
      <Stack gap={4} align="flex-start">
        <Named thing={subject} search={{ followUp: followUpId ?? undefined, side: axis ?? undefined }} />
        {other && <Named thing={other} />}
        {of && <Text size="sm">{of}</Text>}
        {detail !== null && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {detail}
          </Text>
        )}
        {item.fault === 'damaged-file' && <WhatToDo thing={subject} />}
        {item.fault === 'altered-words' && (
          <Text size="sm" className="breaks">
            {t('dataQuality.tellAltered')} <Code>{subject.id}</Code>.
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
        {mayDismiss &&
          subject.type !== 'inbox-item' &&
          (dismissal ? <TakeBack item={item} /> : <Dismiss item={item} />)}
      </Stack>
    </Card>
  );
}

const ANEW = { evidence: 'evidence', intake: 'intake', 'inbox-item': 'inbox' } as const;

/** The operator finds the file by its number, and needs to know nothing of what is in it. */
function WhatToDo({ thing: { type, id } }: NamedProps) {
  const { t } = useTranslation();
  if (!(type in ANEW)) return null;
  return (
    <Text size="sm" className="breaks">
      {t('dataQuality.tellOperator')} <Code>{id}</Code>. {t(`dataQuality.anew.${ANEW[type as keyof typeof ANEW]}`)}
    </Text>
  );
}
