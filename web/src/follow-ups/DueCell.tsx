import { Button, Popover, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useMay } from '../frame/workspace';
import { Due } from './Due';
import { DueForm } from './DueForm';
import type { Row } from './row';

/** When the next thing is due; a press or Enter opens a small form over it, Escape leaves it as it was. */
export function DueCell({ row }: { row: Row }) {
  const { t } = useTranslation();
  const mayEdit = useMay('administrator', 'editor') && row.closing === null;
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const due = { dueOn: row.dueOn ?? null, overdue: row.overdue ?? false, daysOverdue: row.daysOverdue ?? 0 };
  const words = due.dueOn ? <Due followUp={due} /> : <Text size="sm">{t('followUps.noDue')}</Text>;
  if (!mayEdit) return words;
  return (
    <Popover opened={isOpen} onDismiss={close} trapFocus closeOnEscape width={320} position="bottom-end" shadow="md">
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          px={4}
          mx={-4}
          h="auto"
          mih={24}
          fw={400}
          c="var(--mantine-color-text)"
          styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
          onClick={toggle}
        >
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('followUps.changeDue', { code: row.recommendation.code })}>
        {isOpen && <DueForm row={row} onDone={close} />}
      </Popover.Dropdown>
    </Popover>
  );
}
