import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Level, SIGNS } from './levels';

/** Who may read a piece, seen before the piece is read. */
export function LevelSign({ level }: { level: Level }) {
  const { t } = useTranslation();
  const { shape: Shape, colour, ground } = SIGNS[level];
  return (
    <Badge
      tt="none"
      fw={600}
      radius="sm"
      c={colour}
      bg={ground}
      bd="1px solid currentColor"
      style={{ flex: 'none' }}
      leftSection={<Shape size={14} aria-hidden />}
      title={t(`evidence.levelMeans.${level}`)}
      data-level={level}
    >
      {t(`evidence.level.${level}`)}
    </Badge>
  );
}
