import { Button, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FocusBack } from '../frame/useFocusBack';
import type { SaidOfMany } from './calls';
import { NamesField } from './NamesField';
import { Rejecting } from './Rejecting';

interface ManyBarProps {
  count: number;
  onAct: (body: SaidOfMany) => void;
  onClear: () => void;
}

/** What can be done with several at once: all or none of them. */
export function ManyBar({ count, onAct, onClear }: ManyBarProps) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [isRejecting, rejecting] = useDisclosure(false);
  return (
    <Paper withBorder p="xs" className="no-print" role="group" aria-label={t('intake.ticked', { count })}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {t('intake.ticked', { count })}
        </Text>
        <Button size="xs" onClick={() => onAct({ state: 'accepted' })}>
          {t('intake.accept')}
        </Button>
        <Button size="xs" variant="default" onClick={() => onAct({ state: 'rejected' })}>
          {t('intake.reject')}
        </Button>
        <Button size="xs" variant="default" onClick={rejecting.open}>
          {t('intake.rejectAndSay')}
        </Button>
        <Button size="xs" variant="default" onClick={open}>
          {t('intake.otherAddressees')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onClear}>
          {t('intake.untick')}
        </Button>
      </Group>
      {isRejecting && (
        <Rejecting
          count={count}
          onClose={rejecting.close}
          onReject={(why) => {
            rejecting.close();
            onAct({ state: 'rejected', ...why });
          }}
        />
      )}
      {isOpen && (
        <OtherAddressees
          count={count}
          close={close}
          onChosen={(addressees) => {
            close();
            onAct({ addressees });
          }}
        />
      )}
    </Paper>
  );
}

interface OtherAddresseesProps {
  count: number;
  close: () => void;
  onChosen: (addressees: string[]) => void;
}

function OtherAddressees({ count, close, onChosen }: OtherAddresseesProps) {
  const { t } = useTranslation();
  const [names, setNames] = useState<string[]>([]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (names.length > 0) onChosen(names);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('intake.otherAddressees')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <FocusBack />
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('intake.otherAddresseesAbout', { count })}</Text>
          <NamesField label={t('intake.addressees')} value={names} onChange={setNames} hasFocus />
          <Group gap="xs">
            <Button type="submit" disabled={names.length === 0}>
              {t('intake.save')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('frame.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
