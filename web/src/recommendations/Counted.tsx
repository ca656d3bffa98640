import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import type { Axis } from '../phases/phases';
import { PhaseBar, totalOf } from '../phases/PhaseBar';

type Ask = Pick<Schema['RecommendationInListView'], 'id' | 'code' | 'counts'>;

/** A whole has no follow-ups of its own: it counts those of its parts. */
export function Counted({ ask, axis }: { ask: Ask; axis: Axis }) {
  const { t } = useTranslation();
  const counted = ask.counts?.[axis] ?? {};
  if (totalOf(counted) === 0) return <Text size="sm">{t('recommendations.notFollowed')}</Text>;
  return <PhaseBar axis={axis} counts={counted} search={{ whole: ask.id }} of={ask.code} />;
}
