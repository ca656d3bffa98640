import { Button, type ButtonProps, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FocusBack } from './useFocusBack';

interface DialogProps extends Omit<ButtonProps, 'children'> {
  /** What the button says. */
  label: string;
  /** What stands over the form, where that says more than the button. */
  title?: string;
  isWide?: boolean;
  children: (close: () => void) => ReactNode;
}

/** A button, and the form that it opens over the page. */
export function Dialog({ label, title = label, isWide = false, children, ...look }: DialogProps) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button {...look} onClick={open}>
        {label}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={title}
        size={isWide ? 'lg' : 'md'}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <FocusBack />
        {children(close)}
      </Modal>
    </>
  );
}
