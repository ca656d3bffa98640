import { Badge } from '@mantine/core';
import { IconCheck, IconPencil, IconProgressCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Listed } from './intake';

interface DocumentSignProps {
  state: Listed['state'];
  left: number;
  accepted: number;
}

/** Whether people still decide on a document, may record it, or have; by shape and word. */
export function DocumentSign({ state, left, accepted }: DocumentSignProps) {
  const { t } = useTranslation();
  const stage = state === 'recorded' ? 'recorded' : left === 0 && accepted > 0 ? 'decided' : 'toDecide';
  const Shape = SHAPES[stage];
  return (
    <Badge
      tt="none"
      fw={600}
      radius="sm"
      variant="outline"
      color="gray.8"
      style={{ flex: 'none' }}
      leftSection={<Shape size={14} aria-hidden />}
    >
      {t(`intake.stages.${stage}`)}
    </Badge>
  );
}

const SHAPES = { recorded: IconCheck, decided: IconProgressCheck, toDecide: IconPencil };
