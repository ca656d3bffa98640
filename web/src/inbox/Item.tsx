import { Button, Card, Flex, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import { Waiting } from '../frame/Standing';
import { useMay } from '../frame/workspace';
import { READERS } from '../intake/intake';
import type { InboxItem } from './inbox';
import { Kept } from './Kept';
import { useTakingOut } from './useTakingOut';

// Loaded when somebody opens it: the page that comes first after the sign-in stays light.
const PlaceForm = lazy(async () => ({ default: (await import('./PlaceForm')).PlaceForm }));
const ReadItem = lazy(async () => ({ default: (await import('../intake/ReadItem')).ReadItem }));

/** One thing that waits for its place, each way on one act away. */
export function Item({ item }: { item: InboxItem }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [isReading, reading] = useDisclosure(false);
  const mayRead = useMay(...READERS);
  const taking = useTakingOut();
  return (
    <Card withBorder p="sm" component="article" aria-label={item.text.slice(0, 80)}>
      <Flex wrap="wrap" justify="space-between" gap="xs">
        <Kept item={item} />
        <Group gap="xs" className="no-print">
          {mayRead && (
            <Button size="xs" variant="default" onClick={reading.open}>
              {t('intake.readItem')}
            </Button>
          )}
          <Button size="xs" onClick={open}>
            {t('inbox.place')}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={taking.isPending}
            onClick={() => taking.mutate({ item, removed: true })}
          >
            {t('inbox.takeOut')}
          </Button>
        </Group>
      </Flex>
      <Refused error={taking.error} />
      {isReading && (
        <Suspense>
          <ReadItem item={item} close={reading.close} />
        </Suspense>
      )}
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('inbox.where')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <Suspense fallback={<Waiting />}>
          <PlaceForm item={item} onDone={close} />
        </Suspense>
      </Modal>
    </Card>
  );
}
