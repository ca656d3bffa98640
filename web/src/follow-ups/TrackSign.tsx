import { Badge, Group, Stack } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/client';
import { PhaseSign } from '../phases/PhaseSign';

type Track = Schema['TrackView'];

/** Its words are never cut off. */
const WHOLE = { tt: 'none', h: 'auto', radius: 'sm', styles: { label: { whiteSpace: 'normal' } } } as const;

/** Where one side of a follow-up stands, whether evidence or organizations disagree over it, and whether anybody checked what was entered. */
export function TrackSign({ track }: { track: Track }) {
  const { t } = useTranslation();
  const { contested } = track;
  return (
    <Stack gap={2}>
      <PhaseSign phase={track.phase} label={track.label} />
      {(contested !== null || track.unchecked) && (
        <Group gap={4}>
          {contested && (
            <Badge
              size="sm"
              variant="outline"
              color="red.9"
              leftSection={<IconArrowsSplit2 size={12} aria-hidden />}
              {...WHOLE}
            >
              {contested.findings.length > 0
                ? t('followUps.organizationsDisagree', { count: contested.findings.length })
                : t('followUps.contested', {
                    supports: contested.supports.length,
                    contradicts: contested.contradicts.length,
                  })}
            </Badge>
          )}
          {track.unchecked && (
            <Badge size="sm" variant="outline" color="gray.8" {...WHOLE}>
              {t('followUps.unchecked')}
            </Badge>
          )}
        </Group>
      )}
    </Stack>
  );
}
