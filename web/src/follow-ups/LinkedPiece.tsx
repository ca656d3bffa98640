import { Card, Group, Stack, Text } from '@mantine/core';
import { IconArrowsLeftRight, IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { When } from '../dates/When';
import type { Level } from '../evidence/levels';
import { LevelSign } from '../evidence/LevelSign';
import { RecordLink } from '../frame/RecordLink';
import type { Linked, Track } from './moving';
import { Unlink } from './Unlink';

const SIGNS = { supports: IconThumbUp, contradicts: IconThumbDown, context: IconArrowsLeftRight };

interface LinkedPieceProps {
  link: Linked;
  track: Track;
  mayUnlink: boolean;
}

/** One piece as it is attached: for or against, its worth in words, and who may read it. */
export function LinkedPiece({ link: { evidence, stance, shows }, track, mayUnlink }: LinkedPieceProps) {
  const { t } = useTranslation();
  const Shape = SIGNS[stance];
  const title = evidence.title ?? t('followUps.withdrawn');
  return (
    <Card withBorder p="xs" component="article">
      <Group justify="space-between" wrap="nowrap" align="start" gap="xs">
        <Stack gap={2} miw={0}>
          <Group gap="xs">
            <Group gap={4}>
              <Shape size={16} aria-hidden />
              <Text size="sm" fw={600}>
                {t(`followUps.stances.${stance}`)}
              </Text>
            </Group>
            {shows && <Text size="sm">{t(`followUps.shows.${shows}`)}</Text>}
            <LevelSign level={evidence.confidentiality as Level} />
          </Group>
          <RecordLink to="evidence" id={evidence.id}>
            {title}
          </RecordLink>
          {evidence.finding && <Text size="sm">{evidence.finding}</Text>}
          <Worth piece={evidence} />
        </Stack>
        {mayUnlink && <Unlink evidenceId={evidence.id} title={title} track={track} />}
      </Group>
    </Card>
  );
}

/** Who published it, when, and how far source and content are believed, in words. */
export function Worth({ piece }: { piece: Linked['evidence'] }) {
  const { t } = useTranslation();
  const { publisher, publishedOn, reliability, credibility, verification, acceptance } = piece;
  return (
    <Text size="xs" c="dimmed">
      {publisher && `${publisher}, `}
      {publishedOn && (
        <>
          <When date={publishedOn} />
          {'. '}
        </>
      )}
      {reliability && `${t(`evidence.reliable.${reliability as 'A'}`)}. `}
      {credibility !== null && `${t(`evidence.credible.${String(credibility) as '1'}`)}. `}
      {verification === 'verified' && `${t('followUps.verified')}. `}
      {acceptance !== 'accepted' && t(`followUps.acceptance.${acceptance as 'proposed'}`)}
    </Text>
  );
}
