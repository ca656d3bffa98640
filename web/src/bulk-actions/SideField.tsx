import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WishProps } from './wish';

const SIDES = ['response', 'implementation'] as const;

/** Which side of the follow-ups is meant. */
export function SideField({ side, onSide }: Pick<WishProps, 'side' | 'onSide'>) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('followUps.side')}
      value={side}
      onChange={onSide}
      data={SIDES.map((value) => ({ value, label: t(`axes.${value}`) }))}
    />
  );
}
