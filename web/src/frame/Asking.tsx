import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from './Refused';
import { useFocusBack } from './useFocusBack';

interface AskingProps {
  title: string;
  /** What the button says: the act itself. */
  act: string;
  isDangerous?: boolean;
  /** Whether it can be done at all, as what is shown in the form says. */
  isPossible?: boolean;
  saving: {
    mutate: (said: undefined, then: { onSuccess: () => void }) => void;
    isPending: boolean;
    error: Error | null;
  };
  /** Brings what others changed, where the act was refused for that. */
  readAnew?: () => Promise<unknown>;
  /** Whether that was done, and what is shown is no longer what one began with. */
  isAnew?: boolean;
  close: () => void;
  children: ReactNode;
}

/** A form over the page: what will happen, the act, and a way out. What is typed stays when it is refused. */
export function Asking({
  title,
  act,
  isDangerous = false,
  isPossible = true,
  saving,
  readAnew,
  isAnew = false,
  close,
  children,
}: AskingProps) {
  const { t } = useTranslation();
  useFocusBack();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    saving.mutate(undefined, { onSuccess: close });
  };
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      // A press beside it must not throw away what was typed.
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          {children}
          {isAnew && !saving.error && <Alert role="status">{t('frame.isAnew')}</Alert>}
          <Refused error={saving.error} {...(readAnew && { readAnew })} />
          <Group gap="xs">
            <Button
              type="submit"
              color={isDangerous ? 'red' : undefined}
              loading={saving.isPending}
              disabled={!isPossible}
            >
              {act}
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
