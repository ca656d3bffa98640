import { Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useActing } from '../assessments/useActing';
import { Refused } from '../frame/Refused';
import type { Recommendation } from '../recommendations/recommendation';
import { reviewEvery } from './occasions';

const MONTHS = [1, 3, 6, 12, 24];

/** How often somebody looks again whether it still stands so. */
export function ReviewEvery({ ask }: { ask: Recommendation }) {
  const { t } = useTranslation();
  const saving = useActing(t('occasions.everySaved'), (workspace, months: number | null) =>
    reviewEvery(workspace, ask, months),
  );
  const present = ask.reviewMonths;
  const offered = present === null || MONTHS.includes(present) ? MONTHS : [...MONTHS, present];
  return (
    <Stack gap="xs">
      <Select
        size="xs"
        label={t('occasions.every')}
        allowDeselect={false}
        disabled={saving.isPending}
        value={String(present ?? '')}
        data={[
          { value: '', label: t('occasions.never') },
          ...offered.map((count) => ({ value: String(count), label: t('occasions.months', { count }) })),
        ]}
        onChange={(value) => saving.mutate(value ? Number(value) : null)}
      />
      <Refused error={saving.error} />
    </Stack>
  );
}
