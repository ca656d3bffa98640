import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Desk } from './useDesk';

/** Takes the last act back; nothing that others did. */
export function UndoButton({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  return (
    <Button
      size="xs"
      variant="default"
      className="no-print"
      leftSection={<IconArrowBackUp size={16} aria-hidden />}
      onClick={() => desk.undo()}
      aria-keyshortcuts="u"
    >
      {t('intake.undo')}
    </Button>
  );
}
