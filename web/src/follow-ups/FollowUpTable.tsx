import { Box } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cell } from './Cell';
import { ChooseRow, ChooseShown } from './ChooseRows';
import type { Put, View } from './filters';
import classes from './FollowUpTable.module.css';
import { Heading } from './Heading';
import type { Row } from './row';
import type { Selection } from './useSelection';

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
  selection?: Selection;
}

const ROW = 76;
const AHEAD = 5;
const MANY = 7;
/** What each column takes of the room, in parts. */
const PARTS = { recommendation: 2.4, addressee: 1.25, response: 1.6, implementation: 1.6, themes: 1.5 } as Record<
  string,
  number
>;

/** A table where there is room and a list of cards where there is none; only the rows near the window are drawn. */
export function FollowUpTable({ pages, view, put, selection }: FollowUpTableProps) {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const now = body.current ? body.current.getBoundingClientRect().top + window.scrollY : 0;
    if (Math.abs(now - top) > 1) setTop(now);
  }, [top, pages.items, view]);
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const rows = useWindowVirtualizer({ count: items.length, estimateSize: () => ROW, overscan: 4, scrollMargin: top });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= items.length - AHEAD) fetchNextPage();
  }, [last, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const { columns } = view;
  const tracks = columns.map((column) => `minmax(0, ${PARTS[column] ?? 1}fr)`).join(' ');
  return (
    <div className={classes.room}>
      <Box
        role="table"
        aria-label={t('pages.followUps')}
        aria-rowcount={hasNextPage ? -1 : items.length + 1}
        className={columns.length > MANY ? classes.many : undefined}
        __vars={{ '--tracks': selection ? `1.6rem ${tracks}` : tracks }}
      >
        <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
          {selection && <ChooseShown selection={selection} rows={items} />}
          {columns.map((column) => (
            <Heading key={column} column={column} view={view} put={put} />
          ))}
        </div>
        <div ref={body} role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {shown.map(({ index, start }) => {
            const row = items[index];
            if (!row) return null;
            return (
              <div
                key={row.id}
                ref={rows.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className={classes.row}
                style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start - top}px)` }}
              >
                {selection && <ChooseRow selection={selection} rows={items} index={index} row={row} />}
                {columns.map((column) => (
                  <Cell key={column} column={column} row={row} />
                ))}
              </div>
            );
          })}
        </div>
      </Box>
    </div>
  );
}
