import { Box, Text } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { RecordLink } from '../frame/RecordLink';
import classes from './FollowUpTable.module.css';
import { Due } from './Due';
import { TrackSign } from './TrackSign';

type Row = Schema['FollowUpView'];
interface Pages {
  items: Row[];
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

const ROW = 76;
const AHEAD = 5;

/** A table where there is room and a list of cards where there is none; only the rows near the window are drawn. */
export function FollowUpTable({ pages }: { pages: Pages }) {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    setTop(body.current?.offsetTop ?? 0);
  }, []);
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const rows = useWindowVirtualizer({ count: items.length, estimateSize: () => ROW, overscan: 4, scrollMargin: top });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= items.length - AHEAD) fetchNextPage();
  }, [last, items.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <Box role="table" aria-label={t('pages.followUps')} aria-rowcount={hasNextPage ? -1 : items.length + 1}>
      <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
        {(['recommendation', 'addressee', 'response', 'implementation', 'dueOn'] as const).map((name) => (
          <span key={name} role="columnheader">
            {name === 'response' || name === 'implementation' ? t(`axes.${name}`) : t(`followUps.${name}`)}
          </span>
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
              <Cells row={row} />
            </div>
          );
        })}
      </div>
    </Box>
  );
}

function Cells({ row }: { row: Row }) {
  const { t } = useTranslation();
  return (
    <>
      <div role="cell">
        <RecordLink
          to="recommendations"
          id={row.recommendation.id}
          search={{ followUp: row.id }}
          display="block"
          py={0}
        >
          {row.recommendation.title}
        </RecordLink>
        <Text size="xs" c="dimmed">
          {row.recommendation.code}
        </Text>
      </div>
      <div role="cell">
        <Text size="sm">{row.addressee.name}</Text>
        {row.asked && (
          <Text size="xs" c="dimmed">
            {t('followUps.asked')}
          </Text>
        )}
      </div>
      <div role="cell" data-label={t('axes.response')}>
        <TrackSign track={row.response} />
      </div>
      <div role="cell" data-label={t('axes.implementation')}>
        <TrackSign track={row.implementation} />
      </div>
      <div role="cell">{row.closing ? <Text size="xs">{t('followUps.closed')}</Text> : <Due followUp={row} />}</div>
    </>
  );
}
