import { Button, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { Asking } from '../frame/Asking';
import { useSaving } from '../frame/useSaving';
import { useMembership } from '../frame/workspace';
import type { Piece } from './piece';

/** The holder of a piece that others may not see says to the coalition what it knows from it; the piece stays unseen. */
export function Stating({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const { organization } = useMembership();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [said, setSaid] = useState({ title: '', statement: '' });
  const saving = useSaving('evidence', t('evidence.stated'), (workspace, _: undefined) =>
    answer(
      client.POST('/api/v1/workspaces/{workspace}/evidence', {
        params: { path: { workspace } },
        body: { ...said, kind: 'account', terms: 'background', confidentiality: 'coalition', speaksFor: piece.id },
      }),
    ),
  );
  const isHidden = piece.confidentiality === 'organization' || piece.confidentiality === 'restricted';
  if (!isHidden || piece.enteredBy.organization.id !== organization.id) return null;
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('evidence.state')}
      </Button>
      {isOpen && (
        <Asking title={t('evidence.state')} act={t('evidence.stateDo')} saving={saving} close={close}>
          <Text size="sm">{t('evidence.stateWhat', { organization: organization.name })}</Text>
          <TextInput
            label={t('evidence.stateTitle')}
            required
            value={said.title}
            onChange={(event) => setSaid({ ...said, title: event.currentTarget.value })}
          />
          <Textarea
            label={t('evidence.stateWords')}
            required
            autosize
            minRows={3}
            value={said.statement}
            onChange={(event) => setSaid({ ...said, statement: event.currentTarget.value })}
          />
        </Asking>
      )}
    </>
  );
}
