import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/Page';
import { AddEvidence } from './AddEvidence';

export function EvidencePage() {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Page title={t('pages.evidence')} actions={<Button onClick={open}>{t('evidence.add')}</Button>}>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="right"
        size="lg"
        title={t('evidence.add')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <AddEvidence onAdded={close} onCancel={close} />
      </Drawer>
    </Page>
  );
}
