import { queryOptions } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';
import type { Axis } from '../phases/phases';
import { totalOf } from '../phases/PhaseBar';

export type Summary = Schema['SummaryView'];
export type SummaryRow = Schema['SummaryRowView'];

interface Narrowed {
  by?: 'addressee' | 'theme';
  across?: 'addressee' | 'theme';
  theme?: string[];
  addressee?: string[];
  source?: string[];
}

/** How follow-ups stand, counted by the server. */
export const summaryOf = (workspace: string, axis: Axis, narrowed: Narrowed) =>
  queryOptions({
    queryKey: [workspace, 'summary', axis, narrowed],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/summary', {
          params: { path: { workspace }, query: { axis, ...narrowed } },
        }),
      ),
  });

/** Where most is asked comes first. */
export const byMost = (rows: SummaryRow[]): SummaryRow[] =>
  rows.toSorted((a, b) => totalOf(b.counts) - totalOf(a.counts));

/** The rows together: each follow-up has one addressee and counts once. */
export const together = (rows: SummaryRow[]): Omit<SummaryRow, 'key' | 'label' | 'counts'> & { open: number } =>
  rows.reduce(
    (sum, row) => ({
      open: sum.open + totalOf(row.counts),
      notFollowed: sum.notFollowed + row.notFollowed,
      closed: sum.closed + row.closed,
      overdue: sum.overdue + row.overdue,
      contested: sum.contested + row.contested,
    }),
    { open: 0, notFollowed: 0, closed: 0, overdue: 0, contested: 0 },
  );
