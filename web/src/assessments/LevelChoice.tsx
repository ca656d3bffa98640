import { Group, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LevelSign } from '../evidence/LevelSign';
import type { Assessment } from './assessments';

const LEVELS = ['public', 'coalition', 'organization'] as const;

interface LevelChoiceProps {
  level: Assessment['confidentiality'];
  onChange: (level: Assessment['confidentiality']) => void;
}

/** Who may read what an organization finds. There is no finding for named persons alone. */
export function LevelChoice({ level, onChange }: LevelChoiceProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t('evidence.confidentiality')} value={level} onChange={(value) => onChange(value)}>
      <Stack gap="xs" mt={4}>
        {LEVELS.map((one) => (
          <Radio
            key={one}
            value={one}
            label={
              <Group gap="xs">
                <LevelSign level={one} />
                <span>{t(`evidence.levelMeans.${one}`)}</span>
              </Group>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
