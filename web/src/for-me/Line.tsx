import { Anchor, Group as Row, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Instant, When } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import { useWorkspace } from '../frame/workspace';
import { PhaseSign } from '../phases/PhaseSign';
import type { Group, Waiting } from './for-me';

interface LineProps {
  kind: Group['kind'];
  item: Waiting;
}

/** One thing that waits: what, where it stands, since when, by whom; its title leads to the act. */
export function Line({ kind, item }: LineProps) {
  return (
    <Stack gap={2}>
      <Row justify="space-between" gap="xs" align="start">
        <Subject kind={kind} item={item} />
        <Row gap="md">
          {item.label !== undefined && <PhaseSign phase={item.phase ?? null} label={item.label} />}
          {item.stands?.map(({ trackId, phase, label }) => (
            <PhaseSign key={trackId} phase={phase} label={label} />
          ))}
        </Row>
      </Row>
      {item.note && <Text size="sm">{item.note}</Text>}
      <Since kind={kind} item={item} />
    </Stack>
  );
}

function Subject({ kind, item }: LineProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  if (item.recommendation) {
    const { id, title, code } = item.recommendation;
    return (
      <div>
        <RecordLink
          to="recommendations"
          id={id}
          search={{ followUp: item.followUpId ?? undefined, side: item.axis, comment: item.threadId }}
          fw={600}
        >
          {title}
        </RecordLink>
        <Text size="xs" c="dimmed">
          {[item.addressee?.name, item.axis && t(`axes.${item.axis}`), code].filter(Boolean).join(', ')}
        </Text>
      </div>
    );
  }
  if (item.engagementId)
    return (
      <RecordLink to="engagements" id={item.engagementId} fw={600}>
        {t('nextSteps.onEngagement')}
      </RecordLink>
    );
  if (item.source)
    return (
      <RecordLink to="sources" id={item.source.id} fw={600}>
        {item.source.name}
      </RecordLink>
    );
  if (item.evidenceId)
    return (
      <RecordLink to="evidence" id={item.evidenceId} search={{ comment: item.threadId }} fw={600}>
        {item.title ?? t('followUps.withdrawn')}
      </RecordLink>
    );
  const isReader = kind === 'reader-requests';
  const to = isReader ? '/w/$workspace/reader-requests' : '/w/$workspace/settings';
  return (
    <Anchor size="sm" fw={600} renderRoot={(props) => <Link {...props} to={to} params={{ workspace }} />}>
      {t(isReader ? 'forMe.readerFor' : 'forMe.roleFor', { name: item.member?.name ?? '' })}
    </Anchor>
  );
}

function Since({ kind, item }: LineProps) {
  const { t } = useTranslation();
  return (
    <Text size="xs" c="dimmed">
      {t(`forMe.since.${kind}`)}{' '}
      {kind === 'overdue' || kind === 'next-steps' || kind === 'to-confirm' ? (
        <When date={item.since} />
      ) : (
        <Instant at={item.since} />
      )}
      {item.isPast && `: ${t('nextSteps.isPast')}`}
      {item.by && `, ${item.by.name}, ${item.by.organization.name}`}
      {item.owner && `, ${t('followUps.owner', { name: item.owner.name })}`}
      {item.acceptance && `: ${t(`followUps.acceptance.${item.acceptance}`)}`}
      {item.to && `: ${t('forMe.to', { level: t(`evidence.level.${item.to}`) })}`}
      {item.decision && `: ${t(`forMe.decisions.${item.decision}`)}`}
    </Text>
  );
}
