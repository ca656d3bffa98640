import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenObjections } from '../assessments/OpenObjections';
import { Instant } from '../dates/When';
import { LinkedPiece } from '../follow-ups/LinkedPiece';
import { evidenceOf } from '../follow-ups/moving';
import type { Waiting } from '../for-me/for-me';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { useWorkspace } from '../frame/workspace';
import { PhaseSign } from '../phases/PhaseSign';
import { trackOf } from './track';
import { Verdict } from './Verdict';

/** What is claimed, who brought it, the evidence for and against, and the two ways on. */
export function Claim({ item, onDone }: { item: Waiting; onDone: () => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const trackId = item.trackId ?? '';
  const track = useQuery(trackOf(workspace, trackId));
  const heading = useRef<HTMLHeadingElement>(null);
  // What was focused went away with the claim before: here whoever hears the page goes on.
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} ref={heading} tabIndex={-1}>
          {item.recommendation?.title}
        </Title>
        <Text size="sm" c="dimmed">
          {[item.addressee?.name, item.axis && t(`axes.${item.axis}`), item.recommendation?.code]
            .filter(Boolean)
            .join(', ')}
        </Text>
      </div>
      <Text component="div">
        <PhaseSign phase={item.phase ?? null} label={item.label} />
      </Text>
      <Text size="sm">
        {item.by && t('review.claimedBy', { name: item.by.name, organization: item.by.organization.name })}{' '}
        <Instant at={item.since} />
      </Text>
      {item.note && <Text className="quote">{item.note}</Text>}
      {item.followUpId && <Evidence followUpId={item.followUpId} trackId={trackId} track={track.data} />}
      <RecordLink
        to="recommendations"
        id={item.recommendation?.id ?? ''}
        search={{ followUp: item.followUpId ?? undefined, side: item.axis }}
      >
        {t('review.whole')}
      </RecordLink>
      {track.data && <OpenObjections track={track.data} />}
      <Read query={track}>{(now) => <Verdict track={now} claimed={item.state} onDone={onDone} />}</Read>
    </Stack>
  );
}

interface EvidenceProps {
  followUpId: string;
  trackId: string;
  track: Parameters<typeof LinkedPiece>[0]['track'] | undefined;
}

function Evidence({ followUpId, trackId, track }: EvidenceProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <Read query={useQuery(evidenceOf(workspace, followUpId))}>
      {(all) => {
        const links = all.filter((link) => link.trackId === trackId);
        const count = (stance: string) => links.filter((link) => link.stance === stance).length;
        return (
          <Stack gap="xs">
            <Title order={3} size="h4">
              {t('followUps.evidenceFor', { supports: count('supports'), contradicts: count('contradicts') })}
            </Title>
            {track && links.map((link) => <LinkedPiece key={link.id} link={link} track={track} mayUnlink={false} />)}
          </Stack>
        );
      }}
    </Read>
  );
}
