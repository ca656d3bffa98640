import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseRow, ChooseShown } from '../frame/ChooseRows';
import { LongTable } from '../frame/LongTable';
import type { Selection } from '../frame/useSelection';
import { Cell } from './Cell';
import type { Put, View } from './filters';
import { Heading } from './Heading';
import type { Row } from './row';

interface Pages {
  items: Row[];
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

interface FollowUpTableProps {
  pages: Pages;
  view: View;
  put: Put;
  /** Which rows are chosen; none for whoever may do nothing with them. */
  selection?: Selection<Row>;
}

const MANY = 7;
/** What each column takes of the room, in parts. */
const PARTS: Record<string, number | undefined> = {
  recommendation: 2.2,
  addressee: 1.15,
  response: 1.5,
  implementation: 1.5,
  due: 1.35,
  themes: 1.5,
};

/** Follow-ups in the columns that somebody chose. */
export function FollowUpTable({ pages, view, put, selection }: FollowUpTableProps) {
  const { t } = useTranslation();
  const { columns } = view;
  const mayChoose = selection !== undefined;
  const tracks = useMemo(
    () => [...(mayChoose ? ['1.6rem'] : []), ...columns.map((column) => `minmax(0, ${PARTS[column] ?? 1}fr)`)],
    [columns, mayChoose],
  );
  return (
    <LongTable
      label={t('pages.followUps')}
      pages={pages}
      tracks={tracks}
      isMany={columns.length > MANY}
      head={
        <>
          {selection && <ChooseShown selection={selection} rows={pages.items} />}
          {columns.map((column) => (
            <Heading key={column} column={column} view={view} put={put} />
          ))}
        </>
      }
      row={(row, index) => (
        <>
          {selection && (
            <ChooseRow
              selection={selection}
              rows={pages.items}
              index={index}
              row={row}
              label={t('followUps.chooseRow', { code: row.recommendation.code, addressee: row.addressee.name })}
            />
          )}
          {columns.map((column) => (
            <Cell key={column} column={column} row={row} />
          ))}
        </>
      )}
    />
  );
}
