import { Text } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from './intake';

const SHAPES = { proposed: IconCircleDashed, accepted: IconCheck, rejected: IconX };

/** Where a decision stands, by shape and word. */
export function ProposalSign({ state, isRecorded }: Pick<Proposal, 'state'> & { isRecorded: boolean }) {
  const { t } = useTranslation();
  const Shape = SHAPES[state];
  return (
    <Text span size="xs" style={{ display: 'inline-flex', alignItems: 'center', gap: 4, whiteSpace: 'nowrap' }}>
      <Shape size={14} aria-hidden />
      {t(isRecorded ? `intake.statesRecorded.${state}` : `intake.states.${state}`)}
    </Text>
  );
}
