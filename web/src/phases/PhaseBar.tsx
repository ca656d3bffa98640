import { Box, Flex, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FollowUpsSearch, FollowUpsLink } from '../follow-ups/FollowUpsLink';
import { type Axis, type Phase, PHASES, SIGNS } from './phases';
import { PhaseSign } from './PhaseSign';

export type Counts = Record<string, number>;

interface PhaseBarProps {
  axis: Axis;
  counts: Counts;
  /** What the bar is of: its numbers lead to the follow-ups that are narrowed to this and to the phase. */
  search?: FollowUpsSearch;
  /** The name of what the bar is of, for those who hear a number without its row. */
  of: string;
}

export const PHASE_FILTER = { response: 'responsePhase', implementation: 'implementationPhase' } as const;

/** Phases that there are any of, in their order. */
export const present = (axis: Axis, counts: Counts): { phase: Phase; n: number }[] =>
  PHASES[axis].map((phase) => ({ phase, n: counts[phase] ?? 0 })).filter(({ n }) => n > 0);

export const totalOf = (counts: Counts): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** How follow-ups stand: a stacked bar to look at, and under it each phase in words with its number, which opens the list behind it. */
export function PhaseBar({ axis, counts, search = {}, of }: PhaseBarProps) {
  const { t } = useTranslation();
  const parts = present(axis, counts);
  return (
    <Stack gap={4}>
      <Flex gap={1} h={12} w="100%" aria-hidden>
        {parts.map(({ phase, n }) => (
          <Box key={phase} h="100%" miw={3} bg={SIGNS[phase].fill} style={{ flex: `${n} 1 0` }} className="bar" />
        ))}
      </Flex>
      <Flex wrap="wrap" columnGap="md">
        {parts.map(({ phase, n }) => (
          <FollowUpsLink
            key={phase}
            search={{ ...search, [PHASE_FILTER[axis]]: phase, closed: false }}
            label={t('phases.numberOf', { of, axis: t(`axes.${axis}`), phase: t(`phases.${phase}`), n })}
          >
            <PhaseSign phase={phase} label={t('phases.number', { phase: t(`phases.${phase}`), n })} />
          </FollowUpsLink>
        ))}
      </Flex>
    </Stack>
  );
}
