import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { When } from '../dates/When';
import type { Level } from '../evidence/levels';
import { LevelSign } from '../evidence/LevelSign';
import { RecordLink } from '../frame/RecordLink';
import { PhaseSign } from '../phases/PhaseSign';
import type { Change } from './changes';
import { isForEveryTable } from './agenda';
import { useTell, useTellWho } from './useTell';

/** One thing that changed: when, about whom, what, by whom; its title leads to its place. */
export function Line({ change }: { change: Change }) {
  const tell = useTell();
  const tellWho = useTellWho();
  const { on, addressee, move, note, confidentiality, recommendation } = change;
  const words = move?.note ?? note;
  return (
    <Stack gap={2} component="article" className="agenda-line">
      <Group gap="xs" fz="sm" wrap="wrap">
        <When date={on} />
        {addressee && (
          <Text fw={600} size="sm">
            {addressee.name}
          </Text>
        )}
        <Subject change={change} />
        {recommendation && (
          <Text size="xs" c="dimmed">
            {recommendation.code}
          </Text>
        )}
        {!isForEveryTable(change) && <LevelSign level={confidentiality as Level} />}
      </Group>
      <Group gap="xs">
        {move && <PhaseSign phase={move.to.phase} label={move.to.label} />}
        <Text size="sm">{tell(change)}</Text>
      </Group>
      {words && (
        <Text size="sm" fs="italic">
          {words}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {tellWho(change)}
      </Text>
    </Stack>
  );
}

function Subject({ change: { recommendation, followUpId, axis, engagement, source } }: { change: Change }) {
  const { t } = useTranslation();
  if (recommendation)
    return (
      <RecordLink
        to="recommendations"
        id={recommendation.id}
        search={{ followUp: followUpId ?? undefined, side: axis ?? undefined }}
      >
        {recommendation.title}
      </RecordLink>
    );
  if (source)
    return (
      <RecordLink to="sources" id={source.id}>
        {source.name}
      </RecordLink>
    );
  if (engagement)
    return (
      <RecordLink to="engagements" id={engagement.id}>
        {t('nextSteps.onEngagement')}
      </RecordLink>
    );
  return null;
}
