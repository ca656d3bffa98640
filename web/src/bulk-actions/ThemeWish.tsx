import { SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useThemes } from '../recommendations/themes';
import type { WishProps } from './wish';

const CHANGES = ['add', 'remove'] as const;
type Change = (typeof CHANGES)[number];

/** A theme that their recommendations get or lose. */
export function ThemeWish({ chosen, onWish }: WishProps) {
  const { t } = useTranslation();
  const [change, setChange] = useState<Change>('add');
  const [themeId, setThemeId] = useState<string | null>(null);
  const themes = useThemes() ?? [];
  const put = (next: { themeId: string | null; change: Change }) => {
    setChange(next.change);
    setThemeId(next.themeId);
    onWish(next.themeId === null ? undefined : { theme: { themeId: next.themeId, change: next.change } });
  };
  return (
    <Stack>
      <SegmentedControl
        aria-label={t('bulk.addOrTake')}
        value={change}
        onChange={(value) => put({ themeId, change: value })}
        data={CHANGES.map((value) => ({ value, label: t(`bulk.changes.${value}`) }))}
      />
      <Select
        label={t('bulk.theme')}
        searchable
        value={themeId}
        data={themes.map(({ id, label }) => ({ value: id, label }))}
        onChange={(value) => put({ themeId: value, change })}
        nothingFoundMessage={t('frame.nothingFound')}
      />
      {!chosen.asks && <Text size="sm">{t('bulk.themeOfRecommendations')}</Text>}
    </Stack>
  );
}
