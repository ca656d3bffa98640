import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Column, SORT_OF } from './columns';
import type { Put, View } from './filters';
import { useSayColumn } from './useSayColumn';

/** A column's name; where the list can stand in its order, a button that orders by it and turns the order round. */
export function Heading({ column, view: { sort }, put }: { column: Column; view: View; put: Put }) {
  const { t } = useTranslation();
  const words = useSayColumn()(column);
  const by = SORT_OF[column];
  if (!by) return <span role="columnheader">{words}</span>;
  const isUp = sort === by;
  const isDown = sort === `-${by}`;
  const Sign = isDown ? IconArrowDown : IconArrowUp;
  return (
    <span role="columnheader" aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}>
      <UnstyledButton
        fz="inherit"
        fw="inherit"
        mih={24}
        title={t('followUps.sortBy', { column: words })}
        onClick={() => put({ sort: isUp ? `-${by}` : by })}
      >
        {words} {(isUp || isDown) && <Sign size={14} aria-hidden style={{ verticalAlign: '-2px' }} />}
      </UnstyledButton>
    </span>
  );
}
