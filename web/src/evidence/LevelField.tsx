import { Group, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LevelSign } from './LevelSign';
import type { Level } from './levels';

interface LevelFieldProps<One extends Level> {
  /** Those that there are: nobody's finding is for named persons alone, say. */
  levels: readonly One[];
  level: One;
  onChange: (level: One) => void;
  /** Levels that can't be had here, and why, in words. */
  without?: Partial<Record<Level, string>>;
}

/** Who may read it. What can't be chosen says why. */
export function LevelField<One extends Level>({ levels, level, onChange, without = {} }: LevelFieldProps<One>) {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t('evidence.confidentiality')} value={level} onChange={(value) => onChange(value)}>
      <Stack gap="xs" mt={4}>
        {levels.map((one: Level) =>
          without[one] ? (
            <Group key={one} gap="xs">
              <LevelSign level={one} />
              <Text size="sm">{without[one]}</Text>
            </Group>
          ) : (
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
          ),
        )}
      </Stack>
    </Radio.Group>
  );
}
