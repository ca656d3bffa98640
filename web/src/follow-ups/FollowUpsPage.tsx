import { Group, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { usePages } from '../api/pages';
import { Page } from '../frame/Page';
import { Broken, Empty } from '../frame/Standing';
import { useWorkspace } from '../frame/workspace';
import { useFilters } from './filters';
import { FollowUpTable } from './FollowUpTable';
import { Narrowing } from './Narrowing';

const FIELDS = [
  'id',
  'recommendation',
  'addressee',
  'asked',
  'response',
  'implementation',
  'dueOn',
  'overdue',
  'closing',
] as const;

/** Every ask with every addressee, as it stands today; rows come as somebody scrolls to them. */
export function FollowUpsPage() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [filters, put] = useFilters();
  const pages = usePages([workspace, 'follow-ups', 'list', filters], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/follow-ups', {
        params: {
          path: { workspace },
          query: {
            ...(asQuery(filters) as object),
            limit: 30,
            cursor,
            count: cursor === undefined,
            fields: [...FIELDS],
          },
        },
      }),
    ),
  );
  return (
    <Page
      title={t('pages.followUps')}
      about={
        <Group gap="xs" role="status">
          {pages.count !== undefined && t('followUps.count', { count: pages.count })}
          {pages.isFetching && <Loader size="xs" />}
        </Group>
      }
    >
      <Narrowing filters={filters} put={put} />
      {pages.error && pages.items.length === 0 && <Broken error={pages.error} reset={() => void pages.refetch()} />}
      {pages.isSuccess && pages.items.length === 0 && (
        <Empty title={t('followUps.none')}>{t('followUps.noneYet')}</Empty>
      )}
      {pages.items.length > 0 && <FollowUpTable pages={pages} />}
    </Page>
  );
}

/** Lists are lists in a query too. */
const asQuery = (filters: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'sort' ? value.split(',') : (value as unknown),
    ]),
  );
