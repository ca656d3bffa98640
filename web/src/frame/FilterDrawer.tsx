import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FilterDrawerProps {
  /** How many filters are on. */
  n: number;
  onClear: () => void;
  /** What the way back to the list says: how much is found. */
  show: string;
  children: ReactNode;
}

/** The filters of a list where there is no room beside it or above it. */
export function FilterDrawer({ n, onClear, show, children }: FilterDrawerProps) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFilter size={16} aria-hidden />}
        onClick={open}
        aria-haspopup="dialog"
      >
        {n > 0 ? t('frame.narrowedBy', { n }) : t('frame.narrow')}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={close}
        title={t('frame.narrow')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        {children}
        <Button mt="lg" fullWidth onClick={close}>
          {show}
        </Button>
        {n > 0 && (
          <Button mt="xs" fullWidth variant="default" onClick={onClear}>
            {t('frame.clearAll')}
          </Button>
        )}
      </Drawer>
    </>
  );
}
