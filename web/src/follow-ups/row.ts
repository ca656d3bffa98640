import type { Schema } from '../api/client';

type Whole = Schema['FollowUpView'];

/** A row of the table: what it is worked on by, and of the rest what was asked for. */
export type Row = Pick<
  Whole,
  'id' | 'version' | 'recommendation' | 'addressee' | 'response' | 'implementation' | 'closing'
> &
  Partial<
    Pick<
      Whole,
      'asked' | 'dueOn' | 'overdue' | 'daysOverdue' | 'owner' | 'contested' | 'movedAt' | 'themes' | 'members'
    >
  >;
