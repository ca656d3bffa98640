import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { Asking } from '../frame/Asking';
import { useSaving } from '../frame/useSaving';
import type { Listed } from './intake';

/** Discards a document of which nothing is in the record, after saying what goes with it. */
export function RemoveDocument({ document: { id, title, version } }: { document: Listed }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const removing = useSaving('intake', t('frame.removed', { name: title }), (workspace) =>
    answer(
      client.DELETE('/api/v1/workspaces/{workspace}/intake/{id}', {
        params: { path: { workspace, id }, header: ifMatch(version) },
      }),
    ),
  );
  return (
    <>
      <Button
        className="no-print"
        size="xs"
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        aria-label={t('intake.discardNamed', { name: title })}
        onClick={open}
      >
        {t('intake.discard')}
      </Button>
      {isOpen && (
        <Asking
          title={t('intake.discardNamed', { name: title })}
          act={t('intake.discard')}
          isDangerous
          saving={removing}
          close={close}
        >
          <Text size="sm">{t('intake.discardMeans')}</Text>
        </Asking>
      )}
    </>
  );
}
