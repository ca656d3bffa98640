import { Box, Divider, Group, Stack, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '../dates/When';
import type { Indicator, Observation } from './figure';
import { Mark } from './Mark';
import { scaleOf } from './scale';
import { useSayFigure, useSayNumber } from './useSayFigure';

/**
 * Each figure on a line of its own, under one scale: sources that clash stand below one another, and no line leads from one to the
 * next, so nothing is made up between them. Corrected figures are in the table alone.
 */
export function RangeChart({ indicator, observations }: { indicator: Indicator; observations: Observation[] }) {
  const { t } = useTranslation();
  const say = useSayNumber();
  const shown = observations.filter((one) => one.supersededBy === null && one.missingReason === null);
  if (shown.length === 0) return null;
  const scale = scaleOf(indicator, shown);
  return (
    <Box component="figure" m={0} maw={860}>
      <Stack gap="xs">
        {shown.map((one, n) => (
          <Fragment key={one.id}>
            <Line observation={one} indicator={indicator} place={scale.place} />
            {one.breaksSeries && n < shown.length - 1 && (
              <Divider label={t('figures.broken')} labelPosition="center" variant="dashed" />
            )}
          </Fragment>
        ))}
        <Group justify="space-between" gap="xs" aria-hidden>
          <Text size="xs">{say(scale.from)}</Text>
          <Text size="xs">{`${say(scale.to)} ${indicator.unit}`}</Text>
        </Group>
      </Stack>
      <Text component="figcaption" size="xs" mt={4}>
        {t('figures.signs')}
        {indicator.target !== null && ` ${t('figures.targetSign')}`}
        {indicator.baseline !== null && ` ${t('figures.baselineSign')}`}
      </Text>
    </Box>
  );
}

interface LineProps {
  observation: Observation;
  indicator: Indicator;
  place: (figure: number) => number;
}

function Line({ observation, indicator, place }: LineProps) {
  const { t } = useTranslation();
  const say = useSayFigure();
  const { period, saidBy } = observation;
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          <When date={period} />
          {': '}
          {saidBy ?? t('figures.erased')}
        </Text>
        <Text size="sm" fw={600}>
          {say(observation)}
        </Text>
      </Group>
      <Mark of={observation} target={indicator.target} baseline={indicator.baseline} place={place} />
    </div>
  );
}
