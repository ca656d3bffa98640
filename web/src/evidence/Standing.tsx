import { Box, Group, Text } from '@mantine/core';
import {
  IconAlertOctagon,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconEyeOff,
  IconFileAlert,
  IconHourglass,
  IconShieldCheck,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';

type Piece = Pick<Schema['EvidenceView'], 'acceptance' | 'verification' | 'withdrawal'> & {
  harmFlag?: Schema['EvidenceView']['harmFlag'];
  damage?: Schema['EvidenceView']['damage'];
};

const ACCEPTANCES: Record<Piece['acceptance'], Icon> = {
  proposed: IconHourglass,
  accepted: IconCircleCheck,
  declined: IconCircleX,
};

/** Whether a piece is in the record, and whether another person checked it: two things. */
export function Standing({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  if (piece.withdrawal !== 'none')
    return <Said shape={IconEyeOff} words={t(`evidence.withdrawal.${piece.withdrawal}`)} />;
  const isChecked = piece.verification === 'verified';
  return (
    <Group gap="xs" wrap="wrap">
      <Said shape={ACCEPTANCES[piece.acceptance]} words={t(`evidence.acceptance.${piece.acceptance}`)} />
      <Said
        shape={isChecked ? IconShieldCheck : IconCircleDashed}
        words={t(`evidence.verification.${piece.verification}`)}
      />
      {piece.damage && (
        <Said
          shape={IconFileAlert}
          words={t(piece.damage.of === 'words' ? 'evidence.damage.signWords' : 'evidence.damage.sign')}
        />
      )}
      {piece.harmFlag && <Said shape={IconAlertOctagon} words={t('harmFlags.sign')} />}
    </Group>
  );
}

function Said({ shape: Shape, words }: { shape: Icon; words: string }) {
  return (
    <Box component="span" display="inline-flex" style={{ gap: 4, alignItems: 'center' }}>
      <Shape size={16} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm" component="span">
        {words}
      </Text>
    </Box>
  );
}
