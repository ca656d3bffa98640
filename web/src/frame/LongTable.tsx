import { Box } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import classes from './LongTable.module.css';

interface Pages<Item> {
  items: Item[];
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

interface LongTableProps<Item> {
  label: string;
  pages: Pages<Item>;
  /** What each column takes of the room, as CSS has it: fr or a length. */
  tracks: string[];
  /** Too many columns for half a screen: cards come sooner. */
  isMany?: boolean;
  /** Cells of role columnheader. */
  head: ReactNode;
  /** Cells of role cell, each with the `data-label` that a card shows of it. */
  row: (item: Item, index: number) => ReactNode;
}

const ROW = 76;
const AHEAD = 5;

/** A table where there is room and a list of cards where there is none; only the rows near the window are drawn, and more come. */
export function LongTable<Item extends { id: string }>(props: LongTableProps<Item>) {
  const { label, pages, tracks, isMany, head, row } = props;
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const now = body.current ? body.current.getBoundingClientRect().top + window.scrollY : 0;
    if (Math.abs(now - top) > 1) setTop(now);
  }, [top, pages.items, tracks]);
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const rows = useWindowVirtualizer({ count: items.length, estimateSize: () => ROW, overscan: 4, scrollMargin: top });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= items.length - AHEAD) fetchNextPage();
  }, [last, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div className={classes.room}>
      <Box
        role="table"
        aria-label={label}
        aria-rowcount={hasNextPage ? -1 : items.length + 1}
        className={isMany ? classes.many : undefined}
        __vars={{ '--tracks': tracks.join(' ') }}
      >
        <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
          {head}
        </div>
        <div ref={body} role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {shown.map(({ index, start }) => {
            const item = items[index];
            if (!item) return null;
            return (
              <div
                key={item.id}
                ref={rows.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className={classes.row}
                style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start - top}px)` }}
              >
                {row(item, index)}
              </div>
            );
          })}
        </div>
      </Box>
    </div>
  );
}
