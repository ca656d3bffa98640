import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { oneOf, useNarrowing } from '../frame/narrowing';
import type { Axis } from './phases';

const BOTH = ['response', 'implementation'] as const;

/** What they said, or what was done: nothing ever adds the two. The choice stands in the address. */
export function useAxis(): Axis {
  return oneOf(BOTH, useNarrowing().of('axis')) ?? 'implementation';
}

export function AxisChoice() {
  const { t } = useTranslation();
  const { put } = useNarrowing();
  return (
    <SegmentedControl
      aria-label={t('axes.choice')}
      value={useAxis()}
      onChange={(axis) => put({ axis })}
      data={BOTH.map((value) => ({ value, label: t(`axes.${value}`) }))}
      className="no-print"
    />
  );
}
