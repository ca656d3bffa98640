import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Asking } from '../frame/Asking';
import { useSaving } from '../frame/useSaving';
import type { Piece } from './piece';
import type { Reader } from './readers';

/** Ends at once what a person may open. */
export function EndReader({ piece, reader }: { piece: Piece; reader: Reader }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { name } = reader.reader;
  const end = (workspace: string) =>
    answer(
      client.DELETE('/api/v1/workspaces/{workspace}/evidence/{evidenceId}/readers/{id}', {
        params: { path: { workspace, evidenceId: piece.id, id: reader.id } },
      }),
    );
  const saving = useSaving('evidence', t('readers.isEnded', { name }), end);
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" className="no-print" onClick={open}>
        {t('readers.end')}
      </Button>
      {isOpen && (
        <Asking
          title={t('readers.endNamed', { name })}
          act={t('readers.endNow')}
          isDangerous
          saving={saving}
          close={close}
        >
          <Text>{t('readers.endMeans', { name })}</Text>
        </Asking>
      )}
    </>
  );
}
