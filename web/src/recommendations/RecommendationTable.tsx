import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LevelSign } from '../evidence/LevelSign';
import { ChooseRow, ChooseShown } from '../frame/ChooseRows';
import { LongTable } from '../frame/LongTable';
import { RecordLink } from '../frame/RecordLink';
import type { Selection } from '../frame/useSelection';
import { Counted } from './Counted';
import type { Row } from './RecommendationsPage';

interface RecommendationTableProps {
  pages: { items: Row[]; hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  /** Which rows are chosen; none for whoever may do nothing with them. */
  selection?: Selection<Row>;
}

const TRACKS = ['minmax(0, 2.4fr)', 'minmax(0, 1.5fr)', 'minmax(0, 1.7fr)', 'minmax(0, 1.7fr)', 'minmax(0, 1.1fr)'];
const WITH_CHOICE = ['1.6rem', ...TRACKS];

/** Each ask with its source, and how what they said and what was done stand. */
export function RecommendationTable({ pages, selection }: RecommendationTableProps) {
  const { t } = useTranslation();
  const { items } = pages;
  const columns = [
    t('followUps.columnNames.recommendation'),
    t('followUps.choices.source'),
    t('axes.response'),
    t('axes.implementation'),
    t('followUps.columnNames.themes'),
  ];
  return (
    <LongTable
      label={t('pages.recommendations')}
      pages={pages}
      tracks={selection ? WITH_CHOICE : TRACKS}
      head={
        <>
          {selection && <ChooseShown selection={selection} rows={items} />}
          {columns.map((words) => (
            <span key={words} role="columnheader">
              {words}
            </span>
          ))}
        </>
      }
      row={(row, index) => (
        <>
          {selection && (
            <ChooseRow
              selection={selection}
              rows={items}
              row={row}
              index={index}
              label={t('recommendations.choose', { code: row.code, title: row.title })}
            />
          )}
          <Cells row={row} columns={columns} />
        </>
      )}
    />
  );
}

function Cells({ row, columns: [, source, said, done, themes] }: { row: Row; columns: string[] }) {
  return (
    <>
      <div role="cell" data-column="recommendation" data-wide>
        <RecordLink to="recommendations" id={row.id} display="block" py={0}>
          {row.title}
        </RecordLink>
        <Text size="xs" c="dimmed">
          {[row.code, row.section, row.paragraph].filter(Boolean).join(', ')}
        </Text>
        {row.confidentiality === 'organization' && <LevelSign level={row.confidentiality} />}
      </div>
      <div role="cell" data-label={source} data-wide>
        <RecordLink to="sources" id={row.source.id} py={0}>
          <span lang={row.source.language ?? undefined}>{row.source.title}</span>
        </RecordLink>
      </div>
      <div role="cell" data-label={said}>
        <Counted ask={row} axis="response" />
      </div>
      <div role="cell" data-label={done}>
        <Counted ask={row} axis="implementation" />
      </div>
      <div role="cell" data-label={themes} data-wide>
        <Group gap={4}>
          {row.themes.map(({ id, label }) => (
            <Badge key={id} variant="default" size="sm" tt="none">
              {label}
            </Badge>
          ))}
        </Group>
      </div>
    </>
  );
}
