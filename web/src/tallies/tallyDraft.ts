import type { Named } from '../addressees/named';
import type { Schema } from '../api/client';
import type { Axis } from '../phases/phases';

export interface TallyDraft {
  title: string;
  axis: Axis;
  phases: string[];
  unit: 'followUp' | 'recommendation';
  /** What happened in a period, or how things stand. */
  asks: 'period' | 'today';
  from: string;
  to: string;
  source: string | null;
  addressees: Named[];
}

/** The year that is over, of what was done: what is asked most. */
export function begun(year: number): TallyDraft {
  return {
    title: '',
    axis: 'implementation',
    phases: ['fulfilled'],
    unit: 'followUp',
    asks: 'period',
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
    source: null,
    addressees: [],
  };
}

export function bodyOf({ asks, from, to, source, addressees, ...said }: TallyDraft): Schema['CreateTallyDto'] {
  return {
    ...said,
    phases: said.phases as Schema['CreateTallyDto']['phases'],
    ...(asks === 'period' && { from, to }),
    ...(source && { sourceIds: [source] }),
    ...(addressees.length > 0 && { addresseeIds: addressees.map(({ id }) => id) }),
  };
}
