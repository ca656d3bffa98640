import { Group, Text } from '@mantine/core';
import { IconArrowsLeftRight, IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PieceCard, useTitleOf } from '../evidence/PieceCard';
import type { Linked, Track } from './moving';
import { Unlink } from './Unlink';

const SIGNS = { supports: IconThumbUp, contradicts: IconThumbDown, context: IconArrowsLeftRight };

interface LinkedPieceProps {
  link: Linked;
  track: Track;
  mayUnlink: boolean;
}

/** One piece as it is attached to a side of a follow-up: for or against. */
export function LinkedPiece({ link: { evidence, stance, shows }, track, mayUnlink }: LinkedPieceProps) {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const Shape = SIGNS[stance];
  const signs = (
    <>
      <Group gap={4}>
        <Shape size={16} aria-hidden />
        <Text size="sm" fw={600}>
          {t(`followUps.stances.${stance}`)}
        </Text>
      </Group>
      {shows && <Text size="sm">{t(`followUps.shows.${shows}`)}</Text>}
    </>
  );
  return (
    <PieceCard piece={evidence} signs={signs}>
      {mayUnlink && <Unlink evidenceId={evidence.id} title={titleOf(evidence)} track={track} />}
    </PieceCard>
  );
}
