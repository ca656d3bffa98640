import type { Schema } from '../api/client';
import { today } from '../dates/dates';
import type { Observation } from './figure';
import { numberOf, type Typed } from './indicatorDraft';

export const SHAPES = ['value', 'range', 'missing'] as const;

export interface ObservationDraft {
  period: string | null;
  /** With it the figure is about the time from `period` to here. */
  until: string | null;
  shape: (typeof SHAPES)[number];
  value: Typed;
  low: Typed;
  high: Typed;
  missingReason: string;
  estimate: boolean;
  saidBy: string;
  note: string;
  breaksSeries: boolean;
  evidenceIds: string[];
}

/** A correction begins with what it corrects. */
export function draftOf(corrects: Observation | undefined): ObservationDraft {
  const [period = today(), until = null] = corrects?.period.split('/') ?? [];
  return {
    period,
    until,
    shape: corrects?.missingReason ? 'missing' : corrects?.value === null ? 'range' : 'value',
    value: corrects?.value ?? '',
    low: corrects?.low ?? '',
    high: corrects?.high ?? '',
    missingReason: corrects?.missingReason ?? '',
    estimate: corrects?.estimate ?? false,
    saidBy: corrects?.saidBy ?? '',
    note: corrects?.note ?? '',
    breaksSeries: corrects?.breaksSeries ?? false,
    evidenceIds: corrects?.evidence.map(({ id }) => id) ?? [],
  };
}

export const bodyOf = (draft: ObservationDraft, corrects: Observation | undefined): Schema['CreateObservationDto'] => ({
  period: draft.until ? `${draft.period ?? ''}/${draft.until}` : (draft.period ?? ''),
  ...(draft.shape === 'value' && { value: numberOf(draft.value) }),
  ...(draft.shape === 'range' && { low: numberOf(draft.low), high: numberOf(draft.high) }),
  ...(draft.shape === 'missing' && { missingReason: draft.missingReason.trim() || null }),
  estimate: draft.estimate,
  saidBy: draft.saidBy.trim(),
  note: draft.note.trim() || null,
  breaksSeries: draft.breaksSeries,
  evidenceIds: draft.evidenceIds,
  supersedes: corrects?.id ?? null,
});
