import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { useWorkspace } from '../frame/workspace';

/** The way to a piece; of one that was taken out of sight there is nothing left to name it by. */
export function PieceTitle({ piece }: { piece: Pick<Schema['EvidenceView'], 'id' | 'title' | 'withdrawal'> }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/evidence/$id" params={{ workspace, id: piece.id }} style={{ textDecoration: 'none' }}>
      <Anchor component="span" underline="always" lineClamp={3}>
        {piece.title ?? t(`evidence.untitled.${piece.withdrawal === 'erased' ? 'erased' : 'withdrawn'}`)}
      </Anchor>
    </Link>
  );
}

/** "B2" and what it means, for those who don't read grades daily. */
export function Grade({ piece }: { piece: Pick<Schema['EvidenceView'], 'reliability' | 'credibility'> }) {
  const { t } = useTranslation();
  const { reliability, credibility } = piece;
  if (!reliability && !credibility) return <Text size="sm">{t('evidence.notGraded')}</Text>;
  return (
    <Text size="sm" component="div">
      {reliability && t(`evidence.reliable.${reliability as 'A'}`)}
      {reliability && credibility && ', '}
      {credibility && t(`evidence.credible.${String(credibility) as '1'}`)} ({reliability ?? '-'}
      {credibility ?? '-'})
    </Text>
  );
}
