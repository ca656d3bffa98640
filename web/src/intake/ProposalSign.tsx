import { Text } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconLink, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isFollowed, type Proposal } from './intake';

const SHAPES = { proposed: IconCircleDashed, accepted: IconCheck, rejected: IconX, followed: IconLink };

/** Where a decision stands, by shape and word. */
export function ProposalSign({ proposal, isRecorded }: { proposal: Proposal; isRecorded: boolean }) {
  const { t } = useTranslation();
  const standing = isFollowed(proposal) ? 'followed' : proposal.state;
  const Shape = SHAPES[standing];
  return (
    <Text span size="xs" style={{ display: 'inline-flex', alignItems: 'center', gap: 4, whiteSpace: 'nowrap' }}>
      <Shape size={14} aria-hidden />
      {t(isRecorded ? `intake.statesRecorded.${standing}` : `intake.states.${standing}`)}
    </Text>
  );
}
