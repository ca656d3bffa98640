import { Button, Card, Flex, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import { Waiting } from '../frame/Standing';
import type { InboxItem } from './inbox';
import { Kept } from './Kept';
import { useTakingOut } from './useTakingOut';

// Loaded when somebody opens it: the page that comes first after the sign-in stays light.
const PlaceForm = lazy(async () => ({ default: (await import('./PlaceForm')).PlaceForm }));

/** One thing that waits for its place, each way on one act away. */
export function Item({ item }: { item: InboxItem }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const taking = useTakingOut();
  return (
    <Card withBorder p="sm" component="article" aria-label={item.text.slice(0, 80)}>
      <Flex wrap="wrap" justify="space-between" gap="xs">
        <Kept item={item} />
        <Group gap="xs" className="no-print">
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
