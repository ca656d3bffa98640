import { Badge, Group, Stack, Text } from '@mantine/core';
import {
  IconArrowRight,
  IconCalendarDue,
  IconDoorEnter,
  IconDoorExit,
  IconHeartHandshake,
  IconMailForward,
  IconPaperclip,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { Instant, When } from '../dates/When';
import { Closed, Contributed, Due, Engaged, Linked, Moved } from './TimelineKinds';
import { PhaseSign } from '../phases/PhaseSign';

export type Entry = Schema['TimelineEntryView'];

const SIGNS = {
  move: IconArrowRight,
  deadline: IconCalendarDue,
  extension: IconCalendarDue,
  engagement: IconMailForward,
  evidence: IconPaperclip,
  closing: IconDoorExit,
  contribution: IconHeartHandshake,
};

/** What kind of thing it was, for the eye alone: the words beside it say so too. */
export function Sign({ entry: { kind, closing } }: { entry: Entry }) {
  const Shape = closing?.act === 'reopened' ? IconDoorEnter : SIGNS[kind];
  return <Shape size={12} aria-hidden />;
}

/** When, about whom, and in a few words what. */
export function Head({ entry }: { entry: Entry }) {
  const isPast = entry.deadline?.putOff || (entry.move !== null && entry.move.correctedBy !== null);
  const about = useAbout(entry);
  return (
    <Group gap="xs" fz="sm" td={isPast ? 'line-through' : undefined}>
      <When date={entry.occurredOn} />
      {about && (
        <Text fw={600} size="sm">
          {about}
        </Text>
      )}
      {entry.move ? (
        <PhaseSign phase={entry.move.phase} label={entry.move.label} />
      ) : (
        <Text size="sm" fw={500}>
          <What entry={entry} />
        </Text>
      )}
    </Group>
  );
}

function useAbout({ kind, axis, addressee }: Entry): string | undefined {
  const { t } = useTranslation();
  if (addressee) return addressee.name;
  if (axis === 'publication') return t('axes.publication');
  return kind === 'engagement' ? undefined : t('recommendations.everybody');
}

function What({ entry: { axis, engagement, link, closing, contribution } }: { entry: Entry }) {
  const { t } = useTranslation();
  if (engagement) return t(`engagements.kinds.${engagement.kind as 'letter'}`);
  if (link) return t(link.stance ? 'recommendations.attached' : 'recommendations.takenOff');
  if (closing?.kind) return t('recommendations.closedAs', { kind: t(`closing.kinds.${closing.kind}`) });
  if (closing) return t('recommendations.reopened');
  if (contribution) return t(`contributions.told.${contribution.act}`);
  return axis && t('recommendations.due', { side: t(`axes.${axis}`) });
}

/** What it was in full, who entered it, and what became of it since. */
export function Body({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { actor, move, deadline, engagement, link, closing, contribution } = entry;
  const marks = [
    move && move.correctedBy !== null && t('followUps.corrected'),
    move?.unchecked && t('followUps.unchecked'),
    move?.inTimelineOnly && t('followUps.inTimelineOnly'),
    deadline?.putOff && t('recommendations.putOff'),
  ].filter((words) => typeof words === 'string');
  return (
    <Stack gap={2}>
      {move && <Moved move={move} axis={entry.axis} />}
      {deadline && <Due deadline={deadline} />}
      {engagement && <Engaged id={entry.id} engagement={engagement} />}
      {link && <Linked link={link} axis={entry.axis} />}
      {closing && <Closed closing={closing} />}
      {contribution && <Contributed contribution={contribution} />}
      <Text size="xs" c="dimmed">
        {actor ? `${actor.name}, ${actor.organization.name}` : engagement?.organization.name},{' '}
        <Instant at={entry.recordedAt} />
      </Text>
      <Group gap={4}>
        {marks.map((words) => (
          <Badge key={words} size="sm" variant="outline" color="gray.8" tt="none">
            {words}
          </Badge>
        ))}
      </Group>
    </Stack>
  );
}
