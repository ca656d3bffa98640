import { Box, Flex, Group, Loader, Stack, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { usePages } from '../api/pages';
import { BulkBar } from '../bulk-actions/BulkBar';
import { OpenPaste } from '../bulk-actions/OpenPaste';
import { FilterDrawer } from '../frame/FilterDrawer';
import { Page } from '../frame/Page';
import { useSelection } from '../frame/useSelection';
import { Broken, Empty } from '../frame/Standing';
import { useMay, useWorkspace } from '../frame/workspace';
import { SavedViews } from '../saved-views/SavedViews';
import { Chips } from './Chips';
import { ChooseColumns } from './ChooseColumns';
import { fieldsOf } from './columns';
import { FacetLists } from './FacetLists';
import { useFacets } from './facets';
import { countOf, NONE, useView, type View } from './filters';
import { FollowUpTable } from './FollowUpTable';
import type { Row } from './row';

/** Beside the list there is room for the filters, unless somebody chose many columns. */
const ROOM = '(min-width: 75em)';
const MANY = 7;

/** Every ask with every addressee, as it stands today; rows come as somebody scrolls to them. */
export function FollowUpsPage() {
  const { t } = useTranslation();
  const [view, put] = useView();
  const { filters } = view;
  const pages = useList(view);
  const facets = useFacets(filters).data;
  const hasRoom = useMediaQuery(ROOM, undefined, { getInitialValueInEffect: false }) && view.columns.length <= MANY;
  const selection = useSelection<Row>(JSON.stringify(filters));
  const count = pages.count ?? 0;
  const chosen = selection.isAll
    ? { rows: pages.items, filters, count }
    : { rows: [...selection.rows.values()], count: selection.rows.size };
  const mayAct = useMay('administrator', 'editor', 'verifier', 'partner');
  const mayPaste = useMay('administrator', 'editor');
  return (
    <Page
      title={t('pages.followUps')}
      about={
        <Group gap="xs" role="status">
          {pages.count !== undefined && t('followUps.count', { count: pages.count })}
          {pages.isFetching && <Loader size="xs" />}
        </Group>
      }
      actions={
        <>
          {!hasRoom && (
            <FilterDrawer
              n={countOf(filters)}
              onClear={() => put({ filters: NONE })}
              show={t('followUps.showFound', { count })}
            >
              <FacetLists facets={facets} filters={filters} put={put} />
            </FilterDrawer>
          )}
          <ChooseColumns view={view} put={put} />
          {mayPaste && <OpenPaste />}
        </>
      }
    >
      <SavedViews />
      <Chips facets={facets} filters={filters} put={put} />
      <Flex gap="lg" align="flex-start">
        {hasRoom && (
          <Box component="aside" w={220} flex="none" aria-labelledby="narrow-down" className="no-print">
            <Title order={2} size="h5" id="narrow-down" mb="xs">
              {t('frame.narrow')}
            </Title>
            <FacetLists facets={facets} filters={filters} put={put} />
          </Box>
        )}
        <Stack flex={1} miw={0} gap="xs">
          {pages.error && pages.items.length === 0 && <Broken error={pages.error} reset={() => void pages.refetch()} />}
          {pages.isSuccess && pages.items.length === 0 && (
            <Empty title={t('followUps.none')}>{t('followUps.noneYet')}</Empty>
          )}
          {pages.items.length > 0 && (
            <FollowUpTable pages={pages} view={view} put={put} {...(mayAct && { selection })} />
          )}
          <BulkBar selection={selection} chosen={chosen} count={count} />
        </Stack>
      </Flex>
    </Page>
  );
}

function useList({ filters, sort, columns }: View) {
  const workspace = useWorkspace();
  return usePages([workspace, 'follow-ups', 'list', filters, sort, columns], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/follow-ups', {
        params: {
          path: { workspace },
          query: { ...filters, sort, limit: 30, cursor, count: cursor === undefined, fields: fieldsOf(columns) },
        },
      }),
    ),
  );
}
