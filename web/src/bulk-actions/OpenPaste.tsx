import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconClipboardText } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

const PasteDialog = lazy(() => import('./PasteDialog').then(({ PasteDialog }) => ({ default: PasteDialog })));

/** Where a block from a spreadsheet comes in. */
export function OpenPaste() {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconClipboardText size={16} aria-hidden />} onClick={open}>
        {t('paste.open')}
      </Button>
      <Suspense>{isOpen && <PasteDialog onClose={close} />}</Suspense>
    </>
  );
}
