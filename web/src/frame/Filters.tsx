import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterDrawer } from './FilterDrawer';
import { useNarrow } from './useNarrow';

interface FiltersProps {
  /** Where words are searched for: it stays to be seen on a phone too. */
  words?: ReactNode;
  /** How many of the others are on. */
  n: number;
  /** Takes all out, the words too. */
  onClear: () => void;
  /** How much is found, as soon as it is known. */
  count: number | undefined;
  /** Whether words are searched for, too. */
  hasWords?: boolean;
  children: ReactNode;
}

/** What a list is narrowed by: above it, and on a phone behind a button, so that the first screen has the list. */
export function Filters({ words, n, onClear, count, hasWords = false, children }: FiltersProps) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  const clear = (n > 0 || hasWords) && (
    <Button variant="subtle" onClick={onClear}>
      {t('frame.clearAll')}
    </Button>
  );
  const show = count === undefined ? t('frame.showList') : t('frame.showFound', { n: count });
  return (
    <Group align="end" gap="sm" className="no-print" role="search" aria-label={t('frame.narrow')}>
      {words}
      {isNarrow ? (
        <FilterDrawer n={n} onClear={onClear} show={show}>
          <Stack gap="sm">{children}</Stack>
        </FilterDrawer>
      ) : (
        children
      )}
      {clear}
    </Group>
  );
}
