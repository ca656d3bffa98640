import { Card, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { When } from '../dates/When';
import { RecordLink } from '../frame/RecordLink';
import type { Level } from './levels';
import { LevelSign } from './LevelSign';

type Piece = Schema['FollowUpEvidenceView']['evidence'];

interface PieceCardProps {
  piece: Piece;
  /** What it is here for, before who may read it. */
  signs: ReactNode;
  /** What the card is called, where there is more of it to be found than its words. */
  label?: string;
  /** What may be done with it here. */
  children?: ReactNode;
}

/** One piece as it is attached to something: what for, what it says, its worth in words, and who may read it. */
export function PieceCard({ piece, signs, label, children }: PieceCardProps) {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  return (
    <Card withBorder p="xs" component="article" aria-label={label}>
      <Group justify="space-between" wrap="nowrap" align="start" gap="xs">
        <Stack gap={2} miw={0}>
          <Group gap="xs">
            {signs}
            <LevelSign level={piece.confidentiality as Level} />
          </Group>
          <RecordLink to="evidence" id={piece.id}>
            {titleOf(piece)}
          </RecordLink>
          {piece.damage && (
            <Text size="sm" fw={600}>
              {piece.damage.of === 'words'
                ? `${t('evidence.damage.signWords')}: ${t('evidence.damage.words')}`
                : `${t('evidence.damage.sign')}: ${t(`evidence.damage.${piece.damage.of}.${piece.damage.outcome}`)}`}
            </Text>
          )}
          {piece.finding && <Text size="sm">{piece.finding}</Text>}
          <Worth piece={piece} />
        </Stack>
        {children}
      </Group>
    </Card>
  );
}

/** Of a piece that was withdrawn, that it was is all that is said. */
export function useTitleOf(): (piece: { title: string | null }) => string {
  const { t } = useTranslation();
  return ({ title }) => title ?? t('followUps.withdrawn');
}

/** Who published it, when, and how far source and content are believed, in words. */
function Worth({ piece }: { piece: Piece }) {
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
