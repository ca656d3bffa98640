import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { AttachForm } from './AttachForm';
import type { Track } from './moving';

/** Evidence beside any move: it may also speak against what stands. */
export function Attach({ track }: { track: Track }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="xs" className="no-print" onClick={open}>
        {t('followUps.attach')}
      </Button>
      <AttachForm track={track} isOpen={isOpen} onClose={close} />
    </>
  );
}
