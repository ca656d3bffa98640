import { answer, client } from '../api/client';
import { usePages } from '../api/pages';
import { useWorkspace } from '../frame/workspace';
import type { Engagement } from './engagementDraft';

const FIELDS = [
  'id',
  'kind',
  'occurredOn',
  'summary',
  'by',
  'byAddressee',
  'addressees',
  'recommendationCount',
  'awaitedOn',
  'outcome',
  'confidentiality',
] as const;
export type EngagementRow = Pick<Engagement, (typeof FIELDS)[number]>;

export interface NarrowedTo {
  kind?: Engagement['kind'] | undefined;
  addressee?: string | undefined;
  source?: string | undefined;
  recommendation?: string | undefined;
}

/** What was done, the latest first. */
export function useEngagements({ kind, addressee, source, recommendation }: NarrowedTo, limit: number) {
  const workspace = useWorkspace();
  return usePages([workspace, 'engagements', 'list', { kind, addressee, source, recommendation }], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/engagements', {
        params: {
          path: { workspace },
          query: {
            kind: kind && [kind],
            addressee: addressee ? [addressee] : undefined,
            source: source ? [source] : undefined,
            recommendation: recommendation ? [recommendation] : undefined,
            cursor,
            count: true,
            limit,
            fields: [...FIELDS],
          },
        },
      }),
    ),
  );
}
