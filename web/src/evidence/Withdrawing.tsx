import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { ReasonField } from '../frame/ReasonField';
import { Refused } from '../frame/Refused';
import { FocusBack } from '../frame/useFocusBack';
import { useToldWhenGone } from '../frame/useToldWhenGone';
import { useMay, useMembership, useWorkspace } from '../frame/workspace';
import { type Piece, usePieceNow, useReadAnew } from './piece';

/** A source in danger: one person takes the piece out of sight, at once. */
export function Withdrawing({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const mayAny = useMay('administrator', 'editor', 'verifier');
  const { organization } = useMembership();
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!mayAny && piece.enteredBy.organization.id !== organization.id) return <Text>{t('evidence.whoWithdraws')}</Text>;
  return (
    <>
      <Button color="red" variant="outline" onClick={open}>
        {t('evidence.withdraw')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        closeOnClickOutside={false}
        title={t('evidence.withdraw')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <WithdrawForm piece={piece} close={close} />
      </Modal>
    </>
  );
}

function WithdrawForm({ piece, close }: { piece: Piece; close: () => void }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const readAnew = useReadAnew(piece.id);
  const [reason, setReason] = useState('');
  const withdrawing = useMutation({
    mutationFn: () =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/evidence/{id}/withdrawal', {
          params: { path: { workspace, id: piece.id } },
          body: { reason },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: t('evidence.isWithdrawn') });
      await readAnew();
      close();
    },
  });
  const pieceNow = usePieceNow(piece.id);
  useToldWhenGone(
    () => withdrawing.isIdle && (pieceNow()?.withdrawal ?? 'none') !== 'none',
    t('evidence.withdrawnMeanwhile'),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    withdrawing.mutate();
  };
  return (
    <form onSubmit={submit}>
      <FocusBack />
      <Stack>
        <Text fw={600}>{t('evidence.willHappen')}</Text>
        <List size="sm" spacing={4}>
          <List.Item>{t('evidence.withdrawHides')}</List.Item>
          <List.Item>{t('evidence.withdrawVoids')}</List.Item>
          <List.Item>{t('evidence.withdrawStays')}</List.Item>
          <List.Item>{t('evidence.withdrawBack')}</List.Item>
        </List>
        <ReasonField
          label={t('evidence.whyWithdraw')}
          description={t('evidence.whyWithdrawHint')}
          value={reason}
          put={setReason}
          isFirst
        />
        <Refused error={withdrawing.error} />
        <Group gap="xs">
          <Button type="submit" color="red" loading={withdrawing.isPending}>
            {t('evidence.withdrawNow')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('evidence.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
