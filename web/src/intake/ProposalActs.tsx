import { Button, Group } from '@mantine/core';
import { IconArrowMerge, IconArrowsSplit2, IconCheck, IconPencil, IconRotate2, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Desk } from './useDesk';

interface ProposalActsProps {
  desk: Desk;
  onSplit: () => void;
  onReject: () => void;
  /** What else can be done. */
  children: ReactNode;
}

/** What one can do with the proposal in hand; each has its key. */
export function ProposalActs({ desk, onSplit, onReject, children }: ProposalActsProps) {
  const { t } = useTranslation();
  const state = desk.chosen?.state;
  return (
    <Group gap="xs" className="no-print">
      {state !== 'accepted' && (
        <Button size="xs" leftSection={<IconCheck size={16} aria-hidden />} onClick={desk.accept} aria-keyshortcuts="a">
          {t('intake.accept')}
        </Button>
      )}
      {state !== 'rejected' && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => desk.reject()}
          aria-keyshortcuts="r"
        >
          {t('intake.reject')}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={onReject} aria-keyshortcuts="x">
        {t(state === 'rejected' ? 'intake.sayWhy' : 'intake.rejectAndSay')}
      </Button>
      {state !== 'proposed' && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRotate2 size={16} aria-hidden />}
          onClick={desk.reopen}
          aria-keyshortcuts="o"
        >
          {t('intake.reopen')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => desk.setEditing(true)}
        aria-keyshortcuts="e"
      >
        {t('intake.edit')}
      </Button>
      {desk.following && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowMerge size={16} aria-hidden />}
          onClick={desk.mergeNext}
          aria-keyshortcuts="m"
        >
          {t('intake.merge')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowsSplit2 size={16} aria-hidden />}
        onClick={onSplit}
        aria-keyshortcuts="s"
      >
        {t('intake.split')}
      </Button>
      {children}
    </Group>
  );
}
