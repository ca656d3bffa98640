import { ActionIcon, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLinkOff } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Asking } from '../frame/Asking';

interface TakeOffProps {
  title: string;
  /** What happens to the piece, and what it is taken off. */
  means: string;
  saving: ComponentProps<typeof Asking>['saving'];
}

/** Takes a piece off what it was attached to, after saying what that does. */
export function TakeOff({ title, means, saving }: TakeOffProps) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        className="no-print"
        aria-label={t('followUps.unlink', { title })}
        onClick={open}
      >
        <IconLinkOff size={16} aria-hidden />
      </ActionIcon>
      {isOpen && (
        <Asking title={t('followUps.unlinkTitle')} act={t('followUps.unlinkDo')} saving={saving} close={close}>
          <Text size="sm">{means}</Text>
        </Asking>
      )}
    </>
  );
}
