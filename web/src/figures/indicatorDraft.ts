import type { Schema } from '../api/client';
import type { Ask } from '../engagements/engagementDraft';
import type { Indicator } from './figure';

/** What a field for numbers holds: nothing, or half of a number, is a text. */
export type Typed = number | string;
export const numberOf = (typed: Typed): number | null => (typeof typed === 'number' ? typed : null);

export interface IndicatorDraft {
  title: string;
  unit: string;
  baseline: Typed;
  target: Typed;
  note: string;
  asks: Ask[];
}

export const draftOf = (read: Indicator | undefined, begun: Ask[] = []): IndicatorDraft => ({
  title: read?.title ?? '',
  unit: read?.unit ?? '',
  baseline: read?.baseline ?? '',
  target: read?.target ?? '',
  note: read?.note ?? '',
  asks: read?.recommendations ?? begun,
});

export const bodyOf = ({
  title,
  unit,
  baseline,
  target,
  note,
  asks,
}: IndicatorDraft): Schema['CreateIndicatorDto'] => ({
  title: title.trim(),
  unit: unit.trim(),
  baseline: numberOf(baseline),
  target: numberOf(target),
  note: note.trim() || null,
  recommendationIds: asks.map(({ id }) => id),
});
