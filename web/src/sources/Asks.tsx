import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { Read } from '../frame/Read';
import { RecordLink } from '../frame/RecordLink';
import { ShowMore } from '../frame/ShowMore';
import { Empty } from '../frame/Standing';
import { useWorkspace } from '../frame/workspace';
import { Counted } from '../recommendations/Counted';
import type { Source } from './sourceDraft';

const FIELDS = ['id', 'code', 'title', 'section', 'paragraph', 'label', 'partOf', 'counts'] as const;
type Ask = Pick<Schema['RecommendationInListView'], (typeof FIELDS)[number]>;

/** What the source asks, in its order, with how both what they said and what was done stand. */
export function Asks({ source: { id } }: { source: Source }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const pages = usePages([workspace, 'recommendations', 'of-source', id], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/recommendations', {
        params: {
          path: { workspace },
          query: { source: [id], cursor, count: true, sort: 'code', limit: 50, fields: [...FIELDS] },
        },
      }),
    ),
  );
  return (
    <Stack component="section" gap="sm" aria-labelledby="asks">
      <Title order={2} id="asks">
        {t('sources.asks')} {pages.count}
      </Title>
      <Read query={pages}>
        {() =>
          pages.items.length === 0 ? (
            <Empty title={t('sources.noAsks')}>
              <Text>{t('sources.noAsksWhy')}</Text>
            </Empty>
          ) : (
            <>
              <Rows asks={pages.items} />
              <ShowMore pages={pages} />
            </>
          )
        }
      </Read>
    </Stack>
  );
}

function Rows({ asks }: { asks: Ask[] }) {
  const { t } = useTranslation();
  return (
    <Table className="stacks" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="40%">{t('sources.ask')}</Table.Th>
          <Table.Th>{t('axes.response')}</Table.Th>
          <Table.Th>{t('axes.implementation')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {asks.map((ask) => (
          <Table.Tr key={ask.id}>
            <Table.Th scope="row" fw={400} ps={ask.partOf ? 'xl' : undefined}>
              <Place ask={ask} />
              <RecordLink to="recommendations" id={ask.id} fw={600}>
                {ask.label} {ask.title}
              </RecordLink>
            </Table.Th>
            {(['response', 'implementation'] as const).map((axis) => (
              <Table.Td key={axis} data-label={t(`axes.${axis}`)}>
                <Counted ask={ask} axis={axis} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Where it stands in the document, and its public code. */
function Place({ ask: { code, section, paragraph } }: { ask: Ask }) {
  return (
    <Text size="xs" c="dimmed">
      {[code, section, paragraph].filter(Boolean).join(', ')}
    </Text>
  );
}
