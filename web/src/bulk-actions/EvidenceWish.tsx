import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Linked } from '../follow-ups/moving';
import { FindEvidence } from '../evidence/FindEvidence';
import { SideField } from './SideField';
import type { WishProps } from './wish';

type Stance = Linked['stance'];
const STANCES = ['supports', 'contradicts', 'context'] as const;

/** One piece that is attached to all of them. */
export function EvidenceWish({ side, onSide, onWish }: WishProps) {
  const { t } = useTranslation();
  const [stance, setStance] = useState<Stance>('supports');
  const [piece, setPiece] = useState<{ id: string; title: string | null }>();
  const put = (next: { stance: Stance; piece: typeof piece }) => {
    setStance(next.stance);
    setPiece(next.piece);
    onWish(next.piece && { evidence: { evidenceId: next.piece.id, stance: next.stance } });
  };
  return (
    <Stack>
      <SideField side={side} onSide={onSide} />
      <SegmentedControl
        aria-label={t('followUps.stance')}
        value={stance}
        onChange={(value) => put({ stance: value, piece })}
        data={STANCES.map((value) => ({ value, label: t(`followUps.stances.${value}`) }))}
      />
      <FindEvidence onFound={(found) => put({ stance, piece: found })} />
      {piece && <Text size="sm">{t('bulk.attaches', { title: piece.title ?? t('followUps.withdrawn') })}</Text>}
    </Stack>
  );
}
