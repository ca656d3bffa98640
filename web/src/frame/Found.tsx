import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { usePages } from '../api/pages';
import { Read } from './Read';
import { ShowMore } from './ShowMore';
import { Empty } from './Standing';

interface FoundProps {
  pages: ReturnType<typeof usePages>;
  /** What an empty list says, and what to do then. */
  none: string;
  noneWhy: string;
  children: ReactNode;
}

/** A list that was narrowed: how many there are, those that were read, and the way to more. */
export function Found({ pages, none, noneWhy, children }: FoundProps) {
  const { t } = useTranslation();
  return (
    <Read query={pages}>
      {() => (
        <>
          <Text size="sm" role="status">
            {t('frame.count', { n: pages.count ?? pages.items.length })}
          </Text>
          {pages.items.length > 0 ? (
            children
          ) : (
            <Empty title={none}>
              <Text>{noneWhy}</Text>
            </Empty>
          )}
          <ShowMore pages={pages} />
        </>
      )}
    </Read>
  );
}
