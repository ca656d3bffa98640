import { Badge, Group, Stack, Text, Timeline as Line, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { Instant, When } from '../dates/When';
import { ShowMore } from '../frame/ShowMore';
import { useWorkspace } from '../frame/workspace';
import { PhaseSign } from '../phases/PhaseSign';

type Entry = Schema['TimelineEntryView'];

/** Everything that was recorded of an ask, newest first: what, when, by whom, on what evidence. */
export function Timeline({ recommendationId }: { recommendationId: string }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const pages = usePages([workspace, 'recommendations', recommendationId, 'timeline'], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/recommendations/{recommendationId}/timeline', {
        params: { path: { workspace, recommendationId }, query: { limit: 20, cursor } },
      }),
    ),
  );
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{t('recommendations.timeline')}</Title>
      {pages.isSuccess && pages.items.length === 0 && <Text size="sm">{t('recommendations.nothingHappened')}</Text>}
      <Line bulletSize={14} lineWidth={2}>
        {pages.items.map((entry) => (
          <Line.Item key={entry.id} title={<Head entry={entry} />}>
            <Body entry={entry} />
          </Line.Item>
        ))}
      </Line>
      <ShowMore pages={pages} />
    </Stack>
  );
}

function Head({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" td={entry.correctedBy === null ? undefined : 'line-through'}>
      <When date={entry.occurredOn} />
      <Text fw={600} size="sm">
        {entry.addressee?.name ?? t('axes.publication')}
      </Text>
      <PhaseSign phase={entry.phase} label={entry.label} />
    </Group>
  );
}

function Body({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  return (
    <Stack gap={2}>
      <Text size="sm">
        {t(`axes.${entry.axis}`)}: {entry.transitionLabel}
      </Text>
      {entry.note && <Text size="sm">{entry.note}</Text>}
      {entry.evidence.length > 0 && (
        <Text size="sm">
          {t('followUps.standsOn')} {entry.evidence.map(({ title }) => title ?? t('followUps.withdrawn')).join('; ')}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {entry.actor.name}, {entry.actor.organization.name}, <Instant at={entry.recordedAt} />
      </Text>
      <Group gap={4}>
        {entry.correctedBy !== null && <Mark words={t('followUps.corrected')} />}
        {entry.unchecked && <Mark words={t('followUps.unchecked')} />}
        {entry.inTimelineOnly && <Mark words={t('followUps.inTimelineOnly')} />}
      </Group>
    </Stack>
  );
}

const Mark = ({ words }: { words: string }) => (
  <Badge size="sm" variant="outline" color="gray.8" tt="none">
    {words}
  </Badge>
);
