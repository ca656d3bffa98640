import { DataList, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { When } from '../dates/When';
import { LevelSign } from '../evidence/LevelSign';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { useIs, useMay, useWorkspace } from '../frame/workspace';
import { NextSteps } from '../next-steps/NextSteps';
import { Awaited } from './Awaited';
import { EngagementActs } from './EngagementActs';
import { type Engagement, SIDES } from './engagementDraft';
import { EngagementEvidence } from './EngagementEvidence';
import { useSayEngagement } from './useSayEngagement';

export function EngagementPage() {
  const workspace = useWorkspace();
  const { id } = useParams({ from: '/w/$workspace/engagements/$id' });
  const engagement = useQuery({
    queryKey: [workspace, 'engagements', id],
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/engagements/{id}', { params: { path: { workspace, id } } })),
  });
  return <Read query={engagement}>{(read) => <One engagement={read} />}</Read>;
}

function One({ engagement }: { engagement: Engagement }) {
  const { t } = useTranslation();
  const say = useSayEngagement();
  const mayWrite = useMay('administrator', 'editor');
  const writes = useIs('administrator', 'editor');
  return (
    <Page
      title={say(engagement)}
      about={
        <Group gap="xs" component="span">
          <LevelSign level={engagement.confidentiality} />
          {!writes && <Text size="sm">{t('engagements.whoChanges')}</Text>}
        </Group>
      }
      actions={mayWrite && <EngagementActs engagement={engagement} />}
    >
      <Text maw={760} style={{ whiteSpace: 'pre-line' }}>
        {engagement.summary}
      </Text>
      <Facts engagement={engagement} />
      <EngagementEvidence engagementId={engagement.id} />
      <Asks engagement={engagement} />
      <NextSteps of={{ engagement: engagement.id }} about={{ engagementId: engagement.id }} />
    </Page>
  );
}

function Facts({ engagement }: { engagement: Engagement }) {
  const { t } = useTranslation();
  const { occurredOn, by, byAddressee, addressees, awaitedOn, outcome, participants } = engagement;
  const facts: [string, ReactNode][] = [
    [t('engagements.occurredOn'), <When key="on" date={occurredOn} />],
    [t('engagements.by'), byAddressee ? <OneOf key="by" addressee={byAddressee} /> : by.organization.name],
    [t('engagements.recordedBy'), byAddressee && by.organization.name],
    [t('engagements.with'), addressees.map((one) => <OneOf key={one.id} addressee={one} />)],
    [t('engagements.participants'), participants.length > 0 && <Participants key="there" all={participants} />],
    [t('engagements.awaitedOn'), awaitedOn && outcome && <When date={awaitedOn} />],
    [t('engagements.outcome'), outcome],
    [t('engagements.reply'), !outcome && awaitedOn && <Awaited of={engagement} />],
  ];
  return (
    <DataList orientation="vertical" gap="sm">
      {facts
        .filter(([, said]) => Boolean(said))
        .map(([label, said]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>
              <Group gap="md">{said}</Group>
            </DataList.ItemValue>
          </DataList.Item>
        ))}
    </DataList>
  );
}

const OneOf = ({ addressee: { id, name } }: { addressee: Engagement['addressees'][number] }) => (
  <RecordLink to="addressees" id={id}>
    {name}
  </RecordLink>
);

/** Who took part, by role, side by side with whose side they were on. */
function Participants({ all }: { all: Engagement['participants'] }) {
  const { t, i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language);
  const sides = SIDES.map((side) => [side, all.filter((one) => one.side === side).map(({ role }) => role)] as const);
  return (
    <Stack gap={2}>
      {sides
        .filter(([, roles]) => roles.length > 0)
        .map(([side, roles]) => (
          <Text key={side} size="sm">
            {t(`engagements.sides.${side}`)}: {list.format(roles)}
          </Text>
        ))}
    </Stack>
  );
}

/** What it delivered, or was about. */
function Asks({ engagement: { recommendations } }: { engagement: Engagement }) {
  const { t } = useTranslation();
  return (
    <Stack component="section" gap="xs" aria-labelledby="asks">
      <Title order={2} id="asks">
        {t('engagements.asks')} {recommendations.length}
      </Title>
      <List>
        {recommendations.map(({ id, code, title }) => (
          <List.Item key={id}>
            <RecordLink to="recommendations" id={id}>
              {code} {title}
            </RecordLink>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
