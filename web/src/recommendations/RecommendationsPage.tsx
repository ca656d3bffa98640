import { Group, Loader, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { BulkBar } from '../bulk-actions/BulkBar';
import { Page } from '../frame/Page';
import { Broken, Empty } from '../frame/Standing';
import { useSelection } from '../frame/useSelection';
import { useMay, useWorkspace } from '../frame/workspace';
import { useNarrowed } from './narrowed';
import { Narrowing } from './Narrowing';
import { RecommendationTable } from './RecommendationTable';

const FIELDS = [
  'id',
  'code',
  'title',
  'counts',
  'source',
  'section',
  'paragraph',
  'themes',
  'confidentiality',
] as const;
export type Row = Pick<Schema['RecommendationInListView'], (typeof FIELDS)[number]>;

/** Every ask, with how its follow-ups stand; rows come as somebody scrolls to them. */
export function RecommendationsPage() {
  const { t } = useTranslation();
  const narrowed = useNarrowed();
  const { filters, sort } = narrowed;
  const pages = useList(filters, sort);
  const selection = useSelection<Row>(JSON.stringify(filters));
  const mayAct = useMay('administrator', 'editor');
  const count = pages.count ?? 0;
  const ids = [...selection.rows.keys()];
  const chosen = selection.isAll
    ? { rows: [], asks: { ids: [], filters }, count }
    : { rows: [], asks: { ids }, count: ids.length };
  return (
    <Page
      title={t('pages.recommendations')}
      about={
        <Group gap="xs" role="status">
          {pages.count !== undefined && t('recommendations.count', { count: pages.count })}
          {pages.isFetching && <Loader size="xs" />}
        </Group>
      }
    >
      <Narrowing narrowed={narrowed} rows={pages.items} count={pages.count} />
      <Stack gap="xs">
        {pages.error && pages.items.length === 0 && <Broken error={pages.error} reset={() => void pages.refetch()} />}
        {pages.isSuccess && pages.items.length === 0 && (
          <Empty title={t('recommendations.none')}>{t('recommendations.noneYet')}</Empty>
        )}
        {pages.items.length > 0 && <RecommendationTable pages={pages} {...(mayAct && { selection })} />}
        <BulkBar selection={selection} chosen={chosen} count={count} />
      </Stack>
    </Page>
  );
}

function useList(filters: Schema['RecommendationsFilterDto'], sort: string) {
  const workspace = useWorkspace();
  return usePages([workspace, 'recommendations', 'list', filters, sort], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/recommendations', {
        params: {
          path: { workspace },
          query: { ...filters, sort, limit: 30, cursor, count: cursor === undefined, fields: [...FIELDS] },
        },
      }),
    ),
  );
}
