import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Phase, SIGNS } from './phases';

/** A state in its workflow's own words, or the phase's; the shape and the colour are the phase's. */
export function PhaseSign({ phase, label }: { phase: string | null; label?: string }) {
  const { t } = useTranslation();
  const known = SIGNS[phase as Phase] as (typeof SIGNS)[Phase] | undefined;
  const words = label ?? (known ? t(`phases.${phase as Phase}`) : t('phases.none'));
  if (!known) return <Text size="sm">{words}</Text>;
  const Shape = known.shape;
  return (
    <Group gap={6} wrap="nowrap" align="center" c={known.colour} data-phase={phase}>
      <Shape size={18} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm" c={known.colour} fw={500}>
        {words}
      </Text>
    </Group>
  );
}
